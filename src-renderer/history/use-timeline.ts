/** A post's revisions, kept fresh by events. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Revision } from '#shared/contract/history.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';

const pageSize = 100;

export interface Timeline {
  readonly revisions: readonly Revision[];
  readonly total: number;
  /** Names what the draft says now. */
  readonly draftHash: string;
  /** Null when all are here. */
  readonly more: (() => void) | null;
}

/** Null while it is not known. */
export function useTimeline(postId: string): Timeline | null {
  const client = useClient();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['history', postId],
    queryFn: ({ pageParam }) => client.history.list({ postId, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      pages.length * pageSize < last.total ? pages.length * pageSize : undefined,
  });
  const newest = data?.pages[0];
  if (!data || !newest) return null;
  return {
    revisions: data.pages.flatMap(({ items }) => items),
    total: newest.total,
    draftHash: newest.draftHash,
    more: hasNextPage ? () => void fetchNextPage() : null,
  };
}
