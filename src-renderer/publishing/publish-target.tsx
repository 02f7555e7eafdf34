/** Which blog the open post goes to, and where it stands there. */
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { Account } from '#shared/contract/accounts.ts';
import type { RemotePostView } from '#shared/contract/posts.ts';
import { useAccounts, useRemotes } from '#renderer/bridge/queries.ts';
import { isOpen, useQueue, type OpenJob } from './jobs-provider.tsx';

interface PublishTarget {
  readonly account: Account | null;
  readonly accounts: readonly Account[];
  /** Where the post stands on that blog; null when it is not there. */
  readonly remote: RemotePostView | null;
  /** The post's job for that blog that is still on its way. */
  readonly job: OpenJob | null;
  choose(accountId: string): void;
}

const TargetContext = createContext<PublishTarget | null>(null);

export function usePublishTarget(): PublishTarget {
  const target = use(TargetContext);
  if (!target) throw new Error('PublishTargetProvider is missing above this component.');
  return target;
}

export function PublishTargetProvider({ postId, children }: { postId: string | null; children: ReactNode }) {
  const accounts = useAccounts();
  const remotes = useRemotes(postId);
  const jobs = useQueue();
  const [chosen, setChosen] = useState<{ postId: string | null; accountId: string } | null>(null);

  const value = useMemo<PublishTarget>(() => {
    const byChoice =
      chosen?.postId === postId ? accounts.find(({ id }) => id === chosen.accountId) : undefined;
    // A post that is on a blog already goes there again.
    const byPast = accounts.find(({ id }) =>
      remotes?.some((remote) => remote.accountId === id && remote.remoteStatus !== 'unpublished'),
    );
    const account = byChoice ?? byPast ?? accounts.find(({ isDefault }) => isDefault) ?? accounts[0] ?? null;
    return {
      account,
      accounts,
      remote: remotes?.find(({ accountId }) => accountId === account?.id) ?? null,
      job: jobs.filter(isOpen).find((job) => job.postId === postId && job.accountId === account?.id) ?? null,
      choose: (accountId) => setChosen({ postId, accountId }),
    };
  }, [accounts, remotes, jobs, chosen, postId]);
  return <TargetContext value={value}>{children}</TargetContext>;
}
