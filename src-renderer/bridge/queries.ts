/** What the interface knows from the application, kept fresh by its events. */
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Account } from '#shared/contract/accounts.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import type { RemotePostView } from '#shared/contract/posts.ts';
import type { JobView } from '#shared/contract/publishing.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { useClient } from './client-context.tsx';

const newestJobs = 200;

/** Everything is on this machine: what was asked stays true until an event says otherwise, with or without a network. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, networkMode: 'always', retry: 1 },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Keeps queries true as events come in. Answers how to stop. */
export function followEvents(client: BrulionClient, queries: QueryClient): () => void {
  const invalidate = (...key: unknown[]) => void queries.invalidateQueries({ queryKey: key });
  const stops = [
    client.drafts.saved(({ postId }) => invalidate('comparison', postId)),
    client.posts.changed(() => {
      invalidate('posts');
      invalidate('facets');
      invalidate('remotes');
      invalidate('history');
    }),
    client.review.changed(({ postId }) => {
      invalidate('review', postId);
      invalidate('history', postId);
    }),
    client.history.changed(({ postId }) => invalidate('history', postId)),
    client.accounts.changed(() => {
      invalidate('accounts');
      invalidate('remotes');
      // A blog that is gone takes the states of its posts along.
      invalidate('posts');
      invalidate('facets');
    }),
    client.settings.changed((settings) => queries.setQueryData(['settings'], settings)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export function useSettings(): Settings {
  const client = useClient();
  // The page loads them before it is drawn (first-answers.ts), so they are always there.
  return useQuery({ queryKey: ['settings'], queryFn: () => client.settings.get(), staleTime: Infinity })
    .data as Settings;
}

export function useAccounts(): readonly Account[] {
  const client = useClient();
  return useQuery({ queryKey: ['accounts'], queryFn: () => client.accounts.list() }).data ?? [];
}

/** Where a post stands on its blogs; null while that is not known. */
export function useRemotes(postId: string | null): readonly RemotePostView[] | null {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['remotes', postId],
    queryFn: () => client.posts.remotes({ postId: postId ?? '' }),
    enabled: postId !== null,
  });
  return data ?? null;
}

export function useAppInfo() {
  const client = useClient();
  return useQuery({ queryKey: ['info'], queryFn: () => client.app.info(), staleTime: Infinity }).data ?? null;
}

/** The publish queue, newest first. */
export function useJobs(): readonly JobView[] {
  const client = useClient();
  const queries = useQueryClient();
  const [jobs, setJobs] = useState<readonly JobView[]>([]);
  useEffect(
    () =>
      client.publishing.jobs({ limit: newestJobs }, (next) => {
        setJobs(next);
        void queries.invalidateQueries({ queryKey: ['remotes'] });
      }),
    [client, queries],
  );
  return jobs;
}
