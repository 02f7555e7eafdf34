/** The posts a list shows, fetched page by page as they come into sight: the library may have 100,000. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { PostFilters, PostSummary } from '#shared/contract/posts.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';

const pageSize = 100;

export interface PostPages {
  /** null until the first page is there. */
  readonly total: number | null;
  /** Why posts in sight cannot be shown; null when they can. */
  readonly failure: ErrorCode | null;
  /** The post at a place in the list; null while its page is on the way. */
  at(index: number): PostSummary | null;
}

/** `first` and `last` are the places in sight, inclusive. */
export function usePostPages(query: string, filters: PostFilters, first: number, last: number): PostPages {
  const client = useClient();
  const asked = useDeferredValue(query);
  const pages = [...new Set([0, Math.floor(first / pageSize), Math.floor(last / pageSize)])];
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['posts', 'list', asked, filters, page],
      queryFn: () => client.posts.list({ query: asked, filters, offset: page * pageSize, limit: pageSize }),
      placeholderData: keepPreviousData,
    })),
  });
  const byPage = new Map(pages.map((page, at) => [page, results[at]?.data]));
  return {
    total: byPage.get(0)?.total ?? null,
    failure: failureAmong(results.map(({ error }) => error)),
    at: (index) => byPage.get(Math.floor(index / pageSize))?.items[index % pageSize] ?? null,
  };
}

/** A lost connection is told of elsewhere, and mends itself. */
function failureAmong(errors: readonly (Error | null)[]): ErrorCode | null {
  const error = errors.find((one) => one !== null);
  const code = error instanceof CodedError ? error.code : 'internal';
  return error === undefined || code === 'disconnected' ? null : code;
}
