/** The corpus through every conversion: nothing that runs comes in, and nothing that runs goes out again. */
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import type { SerializedEditorState } from 'lexical';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { bodyToHtml, htmlToBody } from '#shared/document/html.ts';
import { bodyToMarkdown, markdownToBody } from '#shared/document/markdown.ts';
import {
  blocksOf,
  bodyOf,
  code,
  heading,
  image,
  link,
  paragraph,
  quote,
  text,
} from '#shared/document/serialized.ts';
import { linksIn } from '#shared/document/text.ts';
import { bodyToBlocks } from '#shared/document/wordpress-blocks/body-to-blocks.ts';
import { blocksToBody } from '#shared/document/wordpress-blocks/blocks-to-body.ts';
import { faultsOf, leadsSafely } from '#tests/security/judge-html.ts';
import {
  addressVectors,
  blockVectors,
  htmlVectors,
  markdownVectors,
  textVectors,
  type Vector,
} from '#tests/security/xss-corpus.ts';

const canary = 'http://canary.invalid';
const nothingOurs = { resolveAsset: () => null };
/** Every picture goes out, as a blog of ours would have it. */
const everyPicture = {
  resolveImage: ({ src }: { src: string }) => ({ src: src === '' ? '/ours.png' : src }),
};

const asRendered = (markdown: string) => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true });
  return toHtml(processor.runSync(processor.parse(markdown)), { allowDangerousHtml: true });
};

/** What of the body itself may harm: its links, its pictures, what it keeps of the HTML. */
function faultsInside(body: SerializedEditorState): string[] {
  const pictures = blocksOf(body).flatMap((block) => (block.type === 'image' ? [block.src] : []));
  const kept = blocksOf(body).flatMap((block) => (block.type === 'opaque' ? [block.raw] : []));
  return [
    ...[...linksIn(body), ...pictures].filter((address) => !leadsSafely(address)),
    ...kept.flatMap(faultsOf),
  ];
}

/** What goes out harms nobody, in any of the three languages a blog is written in. */
function faultsOutside(body: SerializedEditorState): string[] {
  return [
    ...faultsOf(bodyToHtml(body, everyPicture)),
    ...faultsOf(bodyToBlocks(body, { media: () => ({ id: '1', url: '/ours.png' }) })),
    ...faultsOf(asRendered(bodyToMarkdown(body, everyPicture))),
  ];
}

/** All of them are tried, so that one failure names every vector that got through. */
function gotThrough(vectors: readonly Vector[], faults: (text: string) => string[]): string[] {
  return vectors.flatMap(({ id, family, text: vector }) =>
    faults(vector).map((fault) => `${family} ${id} ${JSON.stringify(vector)}: ${fault}`),
  );
}

test('the corpus is one: many vectors, none twice, each known to the judge or harmless as text', () => {
  const vectors = [htmlVectors, markdownVectors, blockVectors, addressVectors, textVectors].flatMap((all) =>
    all(canary),
  );
  expect(new Set(vectors.map(({ text: vector }) => vector)).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThan(300);
  const seen = htmlVectors(canary).filter(({ text: vector }) => faultsOf(vector).length > 0);
  // A judge that sees nothing would let everything through.
  expect(seen.length).toBeGreaterThan(230);
});

describe('HTML', () => {
  test('brings nothing that runs into a body', () => {
    expect(gotThrough(htmlVectors(canary), (html) => faultsInside(htmlToBody(html, nothingOurs)))).toEqual(
      [],
    );
  });

  test('nor through it to a blog', () => {
    expect(gotThrough(htmlVectors(canary), (html) => faultsOutside(htmlToBody(html, nothingOurs)))).toEqual(
      [],
    );
  });

  test('nor around again', () => {
    const again = (html: string) =>
      faultsOutside(htmlToBody(bodyToHtml(htmlToBody(html, nothingOurs), everyPicture), nothingOurs));
    expect(gotThrough(htmlVectors(canary), again)).toEqual([]);
  });
});

describe('Markdown', () => {
  const all = [...markdownVectors(canary), ...htmlVectors(canary)];

  test('brings nothing that runs into a body', () => {
    expect(gotThrough(all, (markdown) => faultsInside(markdownToBody(markdown)))).toEqual([]);
  });

  test('nor through it to a blog', () => {
    expect(gotThrough(all, (markdown) => faultsOutside(markdownToBody(markdown)))).toEqual([]);
  });
});

describe('WordPress blocks', () => {
  const all = [...blockVectors(canary), ...htmlVectors(canary)];

  test('go back byte for byte', () => {
    const changed = all.filter(({ text: blocks }) => {
      const back = bodyToBlocks(blocksToBody(blocks), { media: () => null });
      return back !== blocks;
    });
    expect(changed).toEqual([]);
  });

  test('become no link and no picture that runs, and an HTML page without anything that does', () => {
    const faults = (blocks: string) => {
      const body = blocksToBody(blocks);
      const known = bodyOf(blocksOf(body).filter(({ type }) => type !== 'opaque'));
      return [...faultsInside(known), ...faultsOutside(known), ...faultsOf(bodyToHtml(body, everyPicture))];
    };
    expect(gotThrough(all, faults)).toEqual([]);
  });
});

describe('a body that was tampered with', () => {
  test('has no address that leaves it', () => {
    const faults = (address: string) =>
      faultsOutside(
        bodyOf([
          paragraph(link(address, [text('x')], '_blank', 'opener')),
          heading('h2', link(address, [text('x')])),
          image({ src: address, alt: 'x' }),
        ]),
      );
    expect(gotThrough(addressVectors(canary), faults)).toEqual([]);
  });

  test('says what it says wherever words may stand, and nothing of it is markup', () => {
    const faults = (words: string) => {
      const body = bodyOf([
        paragraph(text(words), link('https://example.org/', [text(words)], words, words)),
        heading('h3', text(words)),
        quote(text(words)),
        code(words, text(words)),
        image({ src: 'https://example.org/a.png', alt: words, caption: words }),
      ]);
      return [
        ...faultsOutside(body),
        ...(bodyToHtml(body, everyPicture).includes('&#x3C;') || !words.includes('<')
          ? []
          : ['words are gone']),
      ];
    };
    expect(gotThrough(textVectors(canary), faults)).toEqual([]);
  });
});
