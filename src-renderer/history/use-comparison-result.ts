/** Loads two versions and has them compared. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Revision } from '#shared/contract/history.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { interfaceLanguage } from '#renderer/i18n/i18n.ts';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import type { DiffLayout } from './compare-view.tsx';
import { draftVersion, type Compared, type Version } from './comparison.tsx';
import { diffInWorker } from './diff-in-worker.ts';
import type { ComparedDocuments, ShownDiff } from './diff-worker.ts';

export interface ComparisonResult extends ShownDiff, LoadedVersions {}

interface LoadedVersions {
  /** The draft's, where it is compared: another one as soon as it says something else. */
  readonly draftVersion: number | null;
  readonly documents: ComparedDocuments;
  /** Null for the draft, which is no revision. */
  readonly revisions: { readonly before: Revision | null; readonly after: Revision | null };
}

interface LoadedVersion {
  readonly revision: Revision | null;
  readonly document: PostDocument;
  readonly draftVersion: number | null;
}

export type ComparisonState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: ErrorCode }
  | { readonly state: 'done'; readonly result: ComparisonResult };

/** A draft changes, and a comparison of long posts is large: neither is kept, or looked through for what stayed. */
const notKept = { retry: false, staleTime: 0, gcTime: 0, structuralSharing: false } as const;

export function useComparisonResult(
  session: DraftSession,
  { before, after }: Compared,
  layout: DiffLayout,
): ComparisonState {
  const client = useClient();
  const language = interfaceLanguage(useTranslation().i18n.language);
  const { postId } = session;

  async function load(version: Version): Promise<LoadedVersion> {
    if (version !== draftVersion)
      return { ...(await client.history.open({ revisionId: version })), draftVersion: null };
    // What was typed a moment ago belongs to it.
    await session.flush();
    const { draft } = await client.drafts.open({ postId });
    return { revision: null, document: draft.document, draftVersion: draft.version };
  }

  const versions = ['comparison', postId, before, after] as const;
  const loaded = useQuery({
    ...notKept,
    queryKey: versions,
    queryFn: async (): Promise<LoadedVersions> => {
      const [first, second] = await Promise.all([load(before), load(after)]);
      return {
        draftVersion: first.draftVersion ?? second.draftVersion,
        documents: { before: first.document, after: second.document },
        revisions: { before: first.revision, after: second.revision },
      };
    },
  });
  const versionsLoaded = loaded.data;
  const shown = useQuery({
    ...notKept,
    queryKey: [...versions, versionsLoaded?.draftVersion, layout, language],
    enabled: versionsLoaded !== undefined,
    queryFn: async ({ signal }): Promise<ComparisonResult> => {
      if (!versionsLoaded) throw new Error('There is nothing to compare yet.');
      const { documents } = versionsLoaded;
      return { ...(await diffInWorker('show', documents, { layout, language }, signal)), ...versionsLoaded };
    },
    // The same two versions stay in sight until they are there in the other layout, or loaded anew.
    placeholderData: (previous, query) =>
      query?.queryKey.slice(0, versions.length).join(' ') === versions.join(' ') ? previous : undefined,
  });
  const error = loaded.error ?? shown.error;
  if (error) return { state: 'failed', code: error instanceof CodedError ? error.code : 'internal' };
  return shown.data ? { state: 'done', result: shown.data } : { state: 'loading' };
}
