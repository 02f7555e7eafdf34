/** Compares off the main thread: a long post takes a tenth of a second, and nobody waits for that while writing. */
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import type { DocumentDiff } from '#shared/diff/document-diff.ts';
import { summarise, type DiffSummary } from '#shared/diff/summarise.ts';
import type { PostDocument } from '#shared/document/post-document.ts';

export interface DiffRequest {
  readonly before: PostDocument;
  readonly after: PostDocument;
}

export interface DiffAnswer {
  readonly diff: DocumentDiff;
  readonly summary: DiffSummary;
}

self.addEventListener('message', ({ data }: MessageEvent<DiffRequest>) => {
  const diff = diffDocuments(data.before, data.after);
  const answer: DiffAnswer = { diff, summary: summarise(diff) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
  self.postMessage(answer);
});
