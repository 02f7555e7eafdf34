/**
 * Compares, and draws up what is shown, off the main thread: a long post takes tenths of a second, and nobody waits for
 * that while writing. It keeps nothing: each request brings the two documents, which are smaller than what comes of them.
 */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mediaUrl } from '#shared/contract/media-address.ts';
import { applyChanges } from '#shared/diff/apply-changes.ts';
import { changeIds } from '#shared/diff/change-ids.ts';
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import type { DiffToHastOptions } from '#shared/diff/rendering/diff-to-hast-options.ts';
import { diffTexts } from '#shared/diff/texts/diff-texts.ts';
import { summarise, type DiffSummary } from '#shared/diff/summarise.ts';
import type { AssetHash, PostDocument } from '#shared/document/post-document.ts';

export interface ComparedDocuments {
  readonly before: PostDocument;
  readonly after: PostDocument;
}

interface Appearance {
  readonly layout: DiffToHastOptions['layout'];
  /** The interface's. */
  readonly language: PostDocument['language'];
}

/** What a worker can be asked for, and what it answers. */
export interface DiffCalls {
  /** The comparison to be seen, long unchanged stretches folded away. */
  show: { ask: Appearance; answer: ShownDiff };
  /** The document before, with these changes. */
  apply: { ask: { readonly chosen: ReadonlySet<string> }; answer: PostDocument };
  /** The whole comparison as HTML; pictures at the addresses given, else as their alternative text. */
  export: { ask: Appearance & { readonly pictures: ReadonlyMap<AssetHash, string> }; answer: string };
}

export interface ShownDiff {
  readonly tree: Root;
  readonly ids: readonly string[];
  readonly summary: DiffSummary;
  /** They differ in what no reader sees. */
  readonly hasUnseen: boolean;
}

export type DiffRequest = {
  [Name in keyof DiffCalls]: ComparedDocuments & { readonly name: Name } & DiffCalls[Name]['ask'];
}[keyof DiffCalls];

/** Unchanged blocks around a change that stay in sight. */
const context = 2;

function answerTo(request: DiffRequest): DiffCalls[keyof DiffCalls]['answer'] {
  const { before, after } = request;
  const diff = diffDocuments(before, after);
  if (request.name === 'apply') return applyChanges(before, diff, request.chosen);
  const texts = diffTexts(request.language);
  const { layout } = request;
  if (request.name === 'export') {
    const pictureUrl = (asset: AssetHash) => request.pictures.get(asset) ?? null;
    return toHtml(diffToHast(diff, { layout, context: Infinity, pictureUrl, texts }));
  }
  const tree = diffToHast(diff, { layout, context, pictureUrl: mediaUrl, texts });
  return { tree, ids: changeIds(diff), summary: summarise(diff), hasUnseen: diff.hasUnseen };
}

self.addEventListener('message', ({ data }: MessageEvent<DiffRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
  self.postMessage(answerTo(data));
});
