/** Reads a review file that came back. Nothing of it runs, and nothing of it is believed that is not sealed. */
import { fromHtml } from 'hast-util-from-html';
import type { Element, Root } from 'hast';
import { visit, EXIT } from 'unist-util-visit';
import { CodedError } from '#shared/contract/errors.ts';
import { maxBundleLength } from '#shared/contract/limits.ts';
import type { Anchor } from '#shared/contract/review.ts';
import { wordsAnchor } from '#shared/review/locate-anchor.ts';
import {
  bundleDataSchema,
  bundleVersion,
  sealedSchema,
  type BundleData,
  type ReaderComment,
  type Sealed,
} from '#shared/review-bundle/bundle-format.ts';
import { isData, pageNotation } from '#shared/review-bundle/page-notation.ts';
import { bundleWords } from './bundle-words.ts';
import { importedId, isSealed, libraryFingerprint, sha256 } from './seal.ts';

export interface ReadComment {
  /** The same for the same comment of the same file, however often it is read. */
  readonly id: string;
  readonly anchor: Anchor | null;
  readonly text: string;
  readonly suggestion: string | null;
  readonly createdAt: string;
}

export interface ReadBundle extends Pick<Sealed, 'postId' | 'revisionId'> {
  readonly reader: string;
  readonly comments: readonly ReadComment[];
}

/** Longer quotes are anchored by their block. */
const longestQuote = 5_000;

/**
 * CodedErrors `bundle-unreadable`, `bundle-tampered`, and `bundle-elsewhere` for a file that another library made. `key` is
 * the library's own, hex.
 */
export function readBundle(html: string, key: string, now: Date): ReadBundle {
  if (html.length > maxBundleLength) throw unreadable('It is longer than any review file.');
  const page = parsed(html);
  const data = dataOf(page.root);
  if (data.library !== libraryFingerprint(key))
    throw new CodedError('bundle-elsewhere', 'Another library made this file.');
  if (!isSealed(data.sealed, data.seal, key)) throw tampered('The seal is broken.');
  const sealed = sealedSchema.parse(JSON.parse(data.sealed));
  if (page.notation === null || sha256(page.notation) !== sealed.pageHash)
    throw tampered('The page is not as it was sent.');
  return {
    postId: sealed.postId,
    revisionId: sealed.revisionId,
    reader: plain(data.reader).replace(/\s+/g, ' ').trim() || bundleWords(sealed.language).someone,
    comments: data.comments.flatMap((comment) => toComment(comment, sealed, now) ?? []),
  };
}

function parsed(html: string): { readonly root: Root; readonly notation: string | null } {
  try {
    const root = fromHtml(html);
    return { root, notation: pageNotation(root) };
  } catch (error) {
    // Nested deeper than can be walked.
    throw unreadable('It cannot be parsed.', error);
  }
}

function dataOf(page: Root): BundleData {
  let found: Element | null = null;
  visit(page, 'element', (element) => {
    if (!isData(element) || element.properties['dataOwn'] === undefined) return undefined;
    found = element;
    return EXIT;
  });
  const [content] = (found as Element | null)?.children ?? [];
  if (content?.type !== 'text') throw unreadable('It has no review in it.');
  let json: unknown;
  try {
    json = JSON.parse(content.value);
  } catch (error) {
    throw unreadable('Its data is cut off.', error);
  }
  const data = bundleDataSchema.safeParse(json);
  if (!data.success) throw unreadable('Its data is not a review.', data.error);
  if (data.data.version !== bundleVersion) throw unreadable('Another version of the application made it.');
  return data.data;
}

/** Null for one that says nothing. */
function toComment(
  { id, place, text, suggestion, createdAt }: ReaderComment,
  sealed: Sealed,
  now: Date,
): ReadComment | null {
  const anchor = place && anchorAt(place, sealed);
  const said = plain(text).trim();
  // Only words can be changed into others.
  const suggested = suggestion === null || !anchor || anchor.exact === '' ? null : plain(suggestion);
  if (said === '' && suggested === null) return null;
  return {
    id: importedId(sealed.bundleId, id),
    anchor,
    text: said,
    suggestion: suggested,
    createdAt: within(createdAt, sealed.madeAt, now.toISOString()),
  };
}

/** Made anew from the sealed text, so that no quote is the reader's own; the post as a whole where there is no such place. */
function anchorAt(
  { block, start, end }: NonNullable<ReaderComment['place']>,
  { blocks, marks }: Sealed,
): Anchor | null {
  const [text, mark] = [blocks[block], marks[block]];
  if (text === undefined || mark === undefined) return null;
  const isQuote = start < end && end <= text.length && end - start <= longestQuote;
  return isQuote ? wordsAnchor(text, block, start, end) : { block, start: 0, end: 0, exact: '', ...mark };
}

/** A reader's clock may be wrong; nothing was written before the file was made, or is written in the future. */
function within(time: string, from: string, to: string): string {
  const at = new Date(time).toISOString();
  if (at < from) return from < to ? from : to;
  return at > to ? to : at;
}

/** Text and nothing else: no control characters, and none that turn what stands after them around. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- the control characters are the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
      .toWellFormed()
  );
}

function unreadable(message: string, cause?: unknown): CodedError {
  return new CodedError('bundle-unreadable', message, {}, { cause });
}

function tampered(message: string): CodedError {
  return new CodedError('bundle-tampered', message);
}
