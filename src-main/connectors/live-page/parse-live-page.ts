/** What a reader of a web page sees of its article: title, text, pictures and links. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { EXIT, visit } from 'unist-util-visit';

export interface PageArticle {
  readonly title: string | null;
  /** Visible text, white space folded. */
  readonly text: string | null;
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  /** Absolute addresses. */
  readonly links: readonly string[];
}

type Test = (element: Element) => boolean;

const withClass =
  (...names: string[]): Test =>
  ({ properties: { className } }) =>
    Array.isArray(className) && names.some((name) => className.includes(name));
const withTag =
  (name: string): Test =>
  ({ tagName }) =>
    tagName === name;

/** Where the article's text is, the surest sign first. */
const contentTests: readonly Test[] = [
  withClass('entry-content', 'wp-block-post-content', 'e-content'),
  withTag('article'),
  withTag('main'),
  withTag('body'),
];
const titleTests: readonly Test[] = [
  withClass('entry-title', 'wp-block-post-title', 'p-name'),
  withTag('h1'),
  withTag('title'),
];
/** A theme shows the featured image outside of the text. */
const isFeaturedImage = withClass('wp-post-image', 'u-featured', 'attachment-post-thumbnail');
const isFeaturedFigure = withClass('wp-block-post-featured-image', 'post-thumbnail');

/** Reads a page's HTML; addresses are resolved against the page's own. */
export function parseLivePage(html: string, pageUrl: string): PageArticle {
  const page = fromHtml(html);
  const content = firstOf(page, contentTests);
  const title = firstOf(page, titleTests);
  const images = [...featuredImages(page), ...(content ? within(content, withTag('img')) : [])];
  return {
    title: title && fold(toText(title)),
    text: content && fold(toText(content)),
    images: [...new Set(images)].flatMap((image) => {
      const url = URL.parse(imageSource(image), pageUrl)?.href;
      return url ? [{ url, alt: String(image.properties.alt ?? '') }] : [];
    }),
    links: (content ? within(content, withTag('a')) : []).flatMap(({ properties }) => {
      const url = typeof properties.href === 'string' ? URL.parse(properties.href, pageUrl)?.href : undefined;
      return url ? [url] : [];
    }),
  };
}

function featuredImages(page: Root): Element[] {
  const figures = within(page, isFeaturedFigure).flatMap((figure) => within(figure, withTag('img')));
  return [...within(page, (element) => element.tagName === 'img' && isFeaturedImage(element)), ...figures];
}

/** Themes that load pictures late keep the true address beside a placeholder. */
function imageSource({ properties: { src, dataSrc } }: Element): string {
  const source = typeof src === 'string' ? src : '';
  return typeof dataSrc === 'string' && (source === '' || source.startsWith('data:')) ? dataSrc : source;
}

function firstOf(page: Root, tests: readonly Test[]): Element | null {
  for (const test of tests) {
    const found = first(page, test);
    if (found) return found;
  }
  return null;
}

function first(tree: Root | Element, test: Test): Element | null {
  let found: Element | null = null;
  visit(tree, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

function within(tree: Root | Element, test: Test): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
