/** Reads a review file that came back. Nothing of it runs, and nothing of it is believed that is not sealed. */
import { CodedError } from '#shared/contract/errors.ts';
import { longestQuote, maxBundleLength } from '#shared/contract/limits.ts';
import type { Anchor } from '#shared/contract/review.ts';
import { isReplaceable, wordsAnchor } from '#shared/review/locate-anchor.ts';
import {
  bundleDataSchema,
  bundleVersion,
  sealedSchema,
  type BundleData,
  type ReaderComment,
  type Sealed,
} from '#shared/review-bundle/bundle-format.ts';
import { bundleWords } from './bundle-words.ts';
import { findData } from './find-data.ts';
import { dataIn, pageNotation, piecesOf } from './page-notation.ts';
import { parsePage, TooManyNodesError } from './parse-page.ts';
import { importedId, isSealed, libraryFingerprint, sha256 } from './seal.ts';

export interface ReadComment {
  /** The same for the same comment of the same file, however often it is read. */
  readonly id: string;
  readonly author: string;
  readonly anchor: Anchor | null;
  readonly text: string;
  readonly suggestion: string | null;
  readonly createdAt: string;
}

export interface ReadBundle extends Pick<Sealed, 'postId' | 'revisionId'> {
  readonly comments: readonly ReadComment[];
}

/**
 * CodedErrors `bundle-unreadable`, `bundle-tampered`, and `bundle-elsewhere` for a file that another library made. `key` is
 * the library's own, hex.
 */
export function readBundle(html: string, key: string, now: Date): ReadBundle {
  if (html.length > maxBundleLength) throw unreadable('It is longer than any review file.');
  const text = findData(html);
  if (text === null) throw unreadable('It has no review in it.');
  const data = dataOf(text);
  if (data.library !== libraryFingerprint(key))
    throw new CodedError('bundle-elsewhere', 'Another library made this file.');
  if (!isSealed(data.sealed, data.seal, key)) throw tampered('The seal is broken.');
  const sealed = sealedOf(data.sealed);
  // Only now, and within what was sealed, is the page parsed.
  const page = readPage(html, sealed.nodes + strayNodes);
  if (!page || page.data !== text || sha256(page.notation) !== sealed.pageHash)
    throw tampered('The page is not as it was sent.');
  const someone = plainName(data.reader) || bundleWords(sealed.language).someone;
  return {
    postId: sealed.postId,
    revisionId: sealed.revisionId,
    comments: data.comments.flatMap((comment) => toComment(comment, { sealed, someone, now }) ?? []),
  };
}

/** What mail servers and browsers put around a page is little, and none of it is ours. */
const strayNodes = 100;

/** Null when it is not a review file's page. */
function readPage(
  html: string,
  mostNodes: number,
): { readonly data: string | null; readonly notation: string } | null {
  try {
    // Some mail servers mark a text's encoding at its beginning.
    const pieces = piecesOf(parsePage(html.replace(/^\ufeff+/, ''), mostNodes).page);
    return pieces && { data: dataIn(pieces), notation: pageNotation(pieces) };
  } catch (error) {
    // More of it, or nested more deeply, than was sent.
    if (error instanceof TooManyNodesError || error instanceof RangeError) return null;
    throw error;
  }
}

function dataOf(text: string): BundleData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unreadable('Its data is cut off.', error);
  }
  const data = bundleDataSchema.safeParse(json);
  if (!data.success) throw unreadable('Its data is not a review.', data.error);
  if (data.data.version !== bundleVersion) throw unreadable('Another version of the application made it.');
  return data.data;
}

/** Sealed by this library, but perhaps by an older version of the application. */
function sealedOf(text: string): Sealed {
  const sealed = sealedSchema.safeParse(JSON.parse(text));
  if (!sealed.success) throw unreadable('Another version of the application made it.', sealed.error);
  return sealed.data;
}

/** Null for one that says nothing. */
function toComment(
  { id, author, place, text, suggestion, createdAt }: ReaderComment,
  { sealed, someone, now }: { readonly sealed: Sealed; readonly someone: string; readonly now: Date },
): ReadComment | null {
  const anchor = place && anchorAt(place, sealed);
  const words = suggestion === null ? null : plain(suggestion);
  // Only words can be changed into others: where none are quoted, what is suggested is something said.
  const isSuggestion = words !== null && anchor !== null && isReplaceable(anchor);
  const said = isSuggestion || words === null ? plain(text).trim() : `${plain(text)}\n${words}`.trim();
  if (said === '' && !isSuggestion) return null;
  return {
    id: importedId(sealed.bundleId, id),
    author: plainName(author) || someone,
    anchor,
    text: said,
    suggestion: isSuggestion ? words : null,
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

function plainName(name: string): string {
  return plain(name).replace(/\s+/g, ' ').trim();
}

function unreadable(message: string, cause?: unknown): CodedError {
  return new CodedError('bundle-unreadable', message, {}, { cause });
}

function tampered(message: string): CodedError {
  return new CodedError('bundle-tampered', message);
}
