/** What is open in this window, and how to open something else: shared by the panes, the palette and the shortcuts. */
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { interfaceLanguage } from '#renderer/i18n/i18n.ts';
import { beginOpening } from '#renderer/bridge/openings.ts';
import { useNotices } from './notices.tsx';
import { openPostAt, useOpenPostId } from './route.ts';

/** The one dialog that may be open. */
export type DialogName = 'palette' | 'settings' | 'add-blog' | 'shortcuts' | 'backups';

interface Workspace {
  readonly postId: string | null;
  openPost(postId: string | null): void;
  newPost(): void;
  readonly dialog: DialogName | null;
  openDialog(name: DialogName | null): void;
  /** Whether the publish queue shows its jobs. */
  readonly isQueueOpen: boolean;
  setQueueOpen(isOpen: boolean): void;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('WorkspaceProvider is missing above this component.');
  return workspace;
}

export function WorkspaceProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { attempt } = useNotices();
  const { i18n } = useTranslation();
  const postId = useOpenPostId();
  const [dialog, openDialog] = useState<DialogName | null>(null);
  const [isQueueOpen, setQueueOpen] = useState(false);

  const value = useMemo<Workspace>(
    () => ({
      postId,
      openPost(next) {
        if (next !== null && next !== postId) beginOpening(client, next);
        openPostAt(next);
      },
      newPost: () =>
        void attempt(async () => {
          const draft = await client.posts.create({ language: interfaceLanguage(i18n.language) });
          openPostAt(draft.postId);
        }),
      dialog,
      openDialog,
      isQueueOpen,
      setQueueOpen,
    }),
    [postId, dialog, isQueueOpen, attempt, client, i18n],
  );
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}
