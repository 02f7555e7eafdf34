/** Markdown with front matter, as Hugo, Eleventy and Astro read it, and back. */
import type { SerializedEditorState } from 'lexical';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import rehypeRemark, { type Options as RehypeRemarkOptions } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify as toYaml } from 'yaml';
import { bodyToHast } from './bridge/body-to-hast.ts';
import type { InwardOptions, OutwardOptions } from './bridge/conversion.ts';
import { htmlToBody } from './html.ts';
import type { PostDocument } from './post-document.ts';

/** What goes above the text, beside what the document itself says. */
export interface FrontMatter {
  readonly slug: string;
  /** UTC ISO; null for a draft without a date. */
  readonly date: string | null;
  readonly draft: boolean;
  /** The featured image's address, relative to the file. */
  readonly image: string | null;
}

/** Elements Markdown has no signs for stay as HTML around their content. */
const keptTags = ['u', 'sub', 'sup', 'mark'] as const;

interface ToMdast {
  all(node: Element): Nodes[];
}

const keptHandlers = Object.fromEntries(
  keptTags.map((tag) => [
    tag,
    (state: ToMdast, node: Element): Nodes[] => [
      { type: 'html', value: `<${tag}>` },
      ...state.all(node),
      { type: 'html', value: `</${tag}>` },
    ],
  ]),
);

/** A figure is a picture with its caption as the title. */
function figureHandler(_state: ToMdast, node: Element): RootContent[] {
  const [picture, caption] = node.children.filter((child) => child.type === 'element');
  if (picture?.tagName !== 'img') return [{ type: 'html', value: toHtml(node) }];
  const title = caption?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? null;
  const { src, alt } = picture.properties;
  const phrasing: PhrasingContent = { type: 'image', url: String(src), alt: String(alt ?? ''), title };
  return [{ type: 'paragraph', children: [phrasing] }];
}

/** What we keep byte for byte stands in the Markdown as the HTML it is. */
function rawElement(raw: string): ElementContent[] {
  // As a property, not as text, whose white space would be folded on the way.
  return [{ type: 'element', tagName: 'brulion-raw', properties: { raw }, children: [] }];
}

const rawHandler = (_state: ToMdast, node: Element): Nodes[] => [
  { type: 'html', value: String(node.properties['raw']) },
];

const handlers = {
  ...keptHandlers,
  figure: figureHandler,
  'brulion-raw': rawHandler,
} as unknown as NonNullable<RehypeRemarkOptions['handlers']>;

export function bodyToMarkdown(body: SerializedEditorState, options: OutwardOptions): string {
  const tree = bodyToHast(body, { ...options, opaqueToHast: ({ raw }) => rawElement(raw) });
  const processor = unified()
    .use(rehypeRemark, { handlers })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true, listItemIndent: 'one' });
  return processor.stringify(processor.runSync(tree) as Parameters<typeof processor.stringify>[0]);
}

/** The whole post: front matter, then the body. */
export function documentToMarkdown(
  document: PostDocument,
  front: FrontMatter,
  options: OutwardOptions,
): string {
  const { title, excerpt, categories, tags, language } = document;
  const matter = {
    title,
    ...(front.date === null ? {} : { date: front.date }),
    slug: front.slug,
    ...(front.draft ? { draft: true } : {}),
    ...(excerpt === '' ? {} : { description: excerpt }),
    ...(categories.length === 0 ? {} : { categories: [...categories] }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(front.image === null ? {} : { image: front.image, imageAlt: document.featuredImage?.alt ?? '' }),
    lang: language,
  };
  return `---\n${toYaml(matter, { lineWidth: 0 })}---\n\n${bodyToMarkdown(document.body, options)}`;
}

/** Markdown (GitHub's) as a body; HTML within it is taken in sanitized. */
export function markdownToBody(
  markdown: string,
  options: InwardOptions = { resolveAsset: () => null },
): SerializedEditorState {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true });
  const tree = processor.runSync(processor.parse(markdown));
  return htmlToBody(toHtml(tree, { allowDangerousHtml: true }), options);
}
