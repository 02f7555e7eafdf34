/** The receipt: what was sent beside what the blog and its live page show, point by point. */
import type { Receipt } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { imagesIn, linksIn, plainText } from '#shared/document/text.ts';
import { bodyOf, blocksOf } from '#shared/document/serialized.ts';
import type { LivePage, RemoteContent, RemotePost } from '../connectors/connector.ts';

type Check = Receipt['checks'][number];

export interface ReceiptInput {
  /** The post as the blog answered when it was filled. */
  readonly filled: RemotePost;
  /** Null when nothing was sent: the post was taken off the blog. */
  readonly sent: { readonly document: PostDocument; readonly content: RemoteContent } | null;
  /** As it is now; null when it could not be read. */
  readonly remote: RemotePost | null;
  /** Null when there is no public page, or it could not be read. */
  readonly page: LivePage | null;
  readonly trouble: string;
  readonly checkedAt: Date;
}

export function makeReceipt({ filled, sent, remote, page, trouble, checkedAt }: ReceiptInput): Receipt {
  const now = remote ?? filled;
  const checks: Check[] = [
    check(
      'status',
      // Read without trouble and not there: somebody deleted it meanwhile.
      remote ? now.status === filled.status || isDue(filled, now) : trouble === '' ? false : null,
      trouble || (remote?.status ?? ''),
    ),
  ];
  if (sent) {
    const { document, content } = sent;
    checks.push(
      check(
        'title',
        page
          ? page.title !== null && shows(page.title, content.title)
          : compare(remote, now.title === content.title),
        trouble,
      ),
      check(
        'text',
        page ? page.text !== null && saysAll(page.text, document) : compare(remote, textKept(now, content)),
        trouble,
      ),
      check('images', page && imagesShown(page, document), imagesDetail(page, trouble)),
      check('links', page && linksShown(page, document), trouble),
      check('terms', compare(remote, termsKept(now, content)), trouble),
      check('date', compare(remote, now.status === 'draft' || now.date !== null), now.date ?? ''),
    );
  }
  return { permalink: now.permalink, checkedAt: checkedAt.toISOString(), checks };
}

function check(what: Check['what'], same: boolean | null, detail: string): Check {
  return { what, result: same === null ? 'not-checked' : same ? 'same' : 'different', detail };
}

/** Only what was read again proves anything. */
function compare(remote: RemotePost | null, same: boolean): boolean | null {
  return remote ? same : null;
}

/** A scheduled post whose time came while we looked. */
function isDue(filled: RemotePost, now: RemotePost): boolean {
  return filled.status === 'scheduled' && now.status === 'published';
}

/** The smileys with a letter in them that WordPress draws; the others are marks anyway (wp-includes/functions.php, smilies_init). */
const smileys =
  /(?<=^|\s)(?::(?:mrgreen|neutral|twisted|arrow|shock|smile|cool|evil|grin|idea|oops|razz|roll|wink|cry|eek|lol|mad|sad):|:-?[DPox]|8-?O|8-\))(?=\s|$)/gu;

/**
 * Blogs set quotes, dashes, dots and multiplication signs in type and draw smileys; a comparison of words leaves that
 * aside, and white space and marks with it.
 */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('×', 'x')
    .replace(smileys, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function shows(shown: string, sent: string): boolean {
  const wanted = letters(sent);
  // A title may be nothing but signs.
  return wanted === '' ? shown.includes(sent.trim()) : letters(shown).includes(wanted);
}

/** Every block’s words stand on the page, in order. */
function saysAll(shown: string, { body }: PostDocument): boolean {
  const page = letters(shown);
  let at = 0;
  for (const block of blocksOf(body)) {
    // What an opaque block shows is the blog's own doing; a picture's words are checked with the picture.
    if (block.type === 'opaque' || block.type === 'image') continue;
    const words = letters(plainText(bodyOf([block])));
    const found = page.indexOf(words, at);
    if (found === -1) return false;
    at = found + words.length;
  }
  return true;
}

function textKept(now: RemotePost, content: RemoteContent): boolean {
  return letters(now.content) === letters(content.content);
}

function imagesShown({ images }: LivePage, { body }: PostDocument): boolean | null {
  const wanted = imagesIn(body).filter(({ asset, src }) => asset !== null || src !== '').length;
  if (images.length < wanted || images.some(({ reachable }) => reachable === false)) return false;
  return images.every(({ reachable }) => reachable) ? true : null;
}

function imagesDetail(page: LivePage | null, trouble: string): string {
  const missing = page?.images.filter(({ reachable }) => !reachable).map(({ url }) => url) ?? [];
  return missing.length > 0 ? missing.join(' ') : trouble;
}

function linksShown({ links, url }: LivePage, { body }: PostDocument): boolean {
  const shown = new Set(links.map((link) => absolute(link, url)));
  return linksIn(body).every((link) => shown.has(absolute(link, url)));
}

function absolute(link: string, base: string): string {
  return URL.parse(link, base)?.href ?? link;
}

function termsKept(now: RemotePost, { categories, tags }: RemoteContent): boolean {
  return (
    categories.every(({ id }) => now.categoryIds.includes(id)) &&
    tags.every(({ id }) => now.tagIds.includes(id))
  );
}
