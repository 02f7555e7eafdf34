/** Loads two versions and compares them. */
import { useQuery } from '@tanstack/react-query';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Revision } from '#shared/contract/history.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { draftVersion, type Compared, type Version } from './comparison.tsx';
import { diffInWorker } from './diff-in-worker.ts';
import type { DiffAnswer } from './diff-worker.ts';

export interface ComparisonResult extends DiffAnswer {
  readonly before: PostDocument;
  readonly after: PostDocument;
  readonly revisions: { readonly before: Revision | null; readonly after: Revision | null };
}

/** A version's document; the draft is no revision. */
interface Loaded {
  readonly revision: Revision | null;
  readonly document: PostDocument;
}

export type ComparisonState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: ErrorCode }
  | { readonly state: 'done'; readonly result: ComparisonResult };

export function useComparisonResult(session: DraftSession, { before, after }: Compared): ComparisonState {
  const client = useClient();
  const { postId } = session;

  async function load(version: Version): Promise<Loaded> {
    if (version !== draftVersion) return client.history.open({ revisionId: version });
    // What was typed a moment ago belongs to it.
    await session.flush();
    return { revision: null, document: (await client.drafts.open({ postId })).draft.document };
  }

  const { data, error } = useQuery({
    queryKey: ['comparison', postId, before, after],
    retry: false,
    // A draft changes, and a comparison of long posts is large: neither is kept.
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<ComparisonResult> => {
      const [first, second] = await Promise.all([load(before), load(after)]);
      return {
        ...(await diffInWorker({ before: first.document, after: second.document }, signal)),
        before: first.document,
        after: second.document,
        revisions: { before: first.revision, after: second.revision },
      };
    },
  });
  if (error) return { state: 'failed', code: error instanceof CodedError ? error.code : 'internal' };
  return data ? { state: 'done', result: data } : { state: 'loading' };
}
