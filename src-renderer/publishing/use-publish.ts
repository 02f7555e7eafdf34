/** Publish, and its relatives: stores what was typed, then queues the job. */
import { useCallback } from 'react';
import { CodedError } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import { usePublishTarget } from './publish-target.tsx';

export type PublishHow = 'publish' | 'publish-now' | 'schedule' | 'save-draft';

export function usePublish() {
  const client = useClient();
  const session = useDraft();
  const { account } = usePublishTarget();
  const { attempt } = useNotices();
  const { setQueueOpen } = useWorkspace();

  /** Answers whether the job is in the queue; why not is told to the person. */
  const publish = useCallback(
    (how: PublishHow, publishAt: string | null = null) =>
      attempt(async () => {
        if (!session) return;
        if (!account) throw new CodedError('account-not-found', 'No blog is connected.');
        await session.flush();
        await client.publishing.publish({ postId: session.postId, accountId: account.id, how, publishAt });
        setQueueOpen(true);
      }),
    [attempt, session, account, client, setQueueOpen],
  );
  const unpublish = useCallback(
    () =>
      attempt(async () => {
        if (!session || !account) return;
        await client.publishing.unpublish({ postId: session.postId, accountId: account.id });
        setQueueOpen(true);
      }),
    [attempt, session, account, client, setQueueOpen],
  );
  return { publish, unpublish };
}
