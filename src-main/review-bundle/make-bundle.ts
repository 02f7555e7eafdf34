/** Makes a review file: one HTML page with the post, for somebody who does not have the application. */
import { randomUUID } from 'node:crypto';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { bodyToHast } from '#shared/document/bridge/body-to-hast.ts';
import { sanitizeHast } from '#shared/document/html.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blocksOf, bodyOf, type BlockJson } from '#shared/document/serialized.ts';
import { slugify } from '#shared/document/slug.ts';
import { blockMark, blockText } from '#shared/review/block-text.ts';
import { blockAnchor } from '#shared/review/locate-anchor.ts';
import { bundleFormat, bundleVersion, dataText, type Sealed } from '#shared/review-bundle/bundle-format.ts';
import { bundleWords, type BundleWords } from './bundle-words.ts';
import { pageWith, type PageContent } from './page/page.ts';
import { pageNotation, piecesOf } from './page-notation.ts';
import { parsePage } from './parse-page.ts';
import { libraryFingerprint, sealOf, sha256 } from './seal.ts';
import { makeSelfContained, placeholderOf, type BundlePictures } from './self-contained.ts';

export interface BundleSource {
  readonly postId: string;
  readonly revisionId: string;
  readonly contentHash: string;
  readonly document: PostDocument;
  /** Those that go into the file; of the others their alternative text does. */
  readonly pictures: BundlePictures;
  /** What changed since it was published, as `diffToHast` shows it with pictures at `placeholderOf`; null for nothing. */
  readonly comparison: Root | null;
  /** The library's own, hex. */
  readonly key: string;
  readonly now: Date;
}

export interface Bundle {
  readonly fileName: string;
  readonly html: string;
}

export function makeBundle(source: BundleSource): Bundle {
  const { document, key } = source;
  const words = bundleWords(document.language);
  const slug = clean((document.slug || slugify(document.title) || 'brulion').slice(0, 80));
  const content = contentOf(source, slug, words);
  const { page, nodes } = parsePage(pageWith(content, ''));
  const pieces = piecesOf(page);
  if (pieces === null) throw new Error('The page of a review file is not as it should be.');
  const sealed = JSON.stringify({
    bundleId: randomUUID(),
    postId: source.postId,
    revisionId: source.revisionId,
    contentHash: source.contentHash,
    language: document.language,
    madeAt: source.now.toISOString(),
    blocks: blocksOf(document.body).map(blockText),
    marks: blocksOf(document.body).map(markOf),
    pageHash: sha256(pageNotation(pieces)),
    nodes,
  } satisfies Sealed);
  const data = dataText({
    format: bundleFormat,
    version: bundleVersion,
    library: libraryFingerprint(key),
    sealed,
    seal: sealOf(sealed, key),
    reader: '',
    comments: [],
  });
  return { fileName: `${slug}-${words.fileName}.html`, html: pageWith(content, data) };
}

function markOf(block: BlockJson): Sealed['marks'][number] {
  const { prefix, suffix } = blockAnchor(blockMark(block), 0);
  return { prefix, suffix };
}

function contentOf(
  { document, pictures, comparison }: BundleSource,
  slug: string,
  words: BundleWords,
): PageContent {
  const safe = (tree: Root) => stable(makeSelfContained(tree, pictures, words));
  const { featuredImage, excerpt } = document;
  const picture =
    featuredImage && h('img', { src: placeholderOf(featuredImage.asset), alt: featuredImage.alt });
  const opening: ElementContent[] = [
    ...(excerpt === '' ? [] : [h('p', { className: 'excerpt' }, excerpt)]),
    ...(picture ? [h('figure', [picture])] : []),
  ];
  return {
    language: document.language,
    title: clean(document.title),
    slug,
    opening: safe({ type: 'root', children: opening }),
    blocks: blocksOf(document.body).map((block) => safe(sanitizeHast(treeOf(block)))),
    comparison: comparison && safe(comparison),
  };
}

function treeOf(block: BlockJson): Root {
  return bodyToHast(bodyOf([block]), { resolveImage: ({ asset }) => ({ src: placeholderOf(asset) }) });
}

/** What a browser will not write in another way than it read it, so that a saved file has the page that was sent. */
function stable(tree: Root): ElementContent[] {
  let html = clean(toHtml(tree));
  for (let times = 0; times < 5; times++) {
    const again = toHtml(fromHtml(html, { fragment: true }));
    if (again === html) break;
    html = again;
  }
  return fromHtml(html, { fragment: true }).children.filter(
    (child) => child.type === 'element' || child.type === 'text',
  );
}

/** Without what a parser changes or a file cannot hold. */
function clean(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();
}
