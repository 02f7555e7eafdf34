/** Going back to a version, whole or in parts, and taking that back. */
import { useTranslation } from 'react-i18next';
import type { PostDocument } from '#shared/document/post-document.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';

export interface RestoreRevision {
  /**
   * Restores, says so, and offers to undo it; answers whether it went well. Without `made` the whole revision comes back.
   */
  restore(revisionId: string, made?: MadeOfRevision): Promise<boolean>;
  /** Makes the draft what it was before something, and says so. */
  undoTo(before: string, said: string, andThen?: () => Promise<unknown>): void;
}

/** What a person put together from a revision and the draft as it was at a version. */
export interface MadeOfRevision {
  document(): Promise<PostDocument>;
  readonly baseVersion: number | null;
}

export function useRestoreRevision(session: DraftSession): RestoreRevision {
  const { t } = useTranslation('history');
  const client = useClient();
  const { attempt, say } = useNotices();
  const { postId } = session;

  /** Answers the revision of what was there before. */
  async function restoreTo(revisionId: string, made?: MadeOfRevision): Promise<string> {
    await session.flush();
    const document = made ? await made.document() : null;
    const { before } = await client.history.restore({
      postId,
      revisionId,
      baseVersion: made?.baseVersion ?? session.version(),
      document,
    });
    await session.takeOver();
    return before;
  }

  const undoTo: RestoreRevision['undoTo'] = (before, said, andThen) =>
    void attempt(async () => {
      // Another window of the post, or this one opened anew, shows a text that we do not know.
      if (session.hasEnded()) {
        say(t('restore.left'));
        return;
      }
      await restoreTo(before);
      await andThen?.();
      say(said);
    });

  return {
    undoTo,
    restore: (revisionId, made) =>
      attempt(async () => {
        const before = await restoreTo(revisionId, made);
        say(t('restore.done'), {
          label: t('restore.undo'),
          run: () => undoTo(before, t('restore.undone')),
        });
      }),
  };
}
