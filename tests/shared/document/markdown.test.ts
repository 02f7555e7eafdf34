import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bodyToMarkdown, documentToMarkdown, markdownToBody } from '#shared/document/markdown.ts';
import {
  blocksOf,
  bodyOf,
  emptyDocument,
  image,
  opaque,
  paragraph,
  text,
  textFormat,
} from '#shared/document/serialized.ts';
import { bodyToHtml } from '#shared/document/html.ts';
import { plainText } from '#shared/document/text.ts';
import { bodies, pictureHash } from './bodies.ts';

const options = {
  resolveImage: () => ({ src: 'pic.png' }),
  resolveAsset: (src: string) => (src === 'pic.png' ? pictureHash : null),
};
/** Markdown holds no picture sizes. */
const shown = { resolveImage: () => ({ src: 'pic.png', width: 0, height: 0 }) };

describe('Markdown', () => {
  test('the words of any body come back', () => {
    fc.assert(
      fc.property(bodies(0), (body) => {
        const back = markdownToBody(bodyToMarkdown(body, options), options);
        expect(plainText(back)).toBe(plainText(body));
        expect(blocksOf(back).map(({ type }) => type)).toEqual(blocksOf(body).map(({ type }) => type));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['bold, italic, strike, code', '**a** *b* ~~c~~ `d`'],
    ['underline, kept as HTML', 'a <u>b</u> c'],
    ['a heading and a list', '## T\n\n- a\n- b\n  - c'],
    ['a check list', '- [x] a\n- [ ] b'],
    ['a picture with a caption', '![alt](pic.png "caption")'],
    ['code with its language', '```ts\na\n\nb\n```'],
    ['a quote and a divider', '> a\n\n---'],
  ])('%s go round', (_what, markdown) => {
    const body = markdownToBody(markdown, options);
    expect(bodyToMarkdown(body, options).trim()).toBe(markdown);
    expect(bodyToHtml(markdownToBody(bodyToMarkdown(body, options), options), shown)).toBe(
      bodyToHtml(body, shown),
    );
  });

  test('what we keep byte for byte is there as it is', () => {
    const raw = '<div class="x">\n  <custom-thing></custom-thing>\n</div>';
    expect(
      bodyToMarkdown(bodyOf([paragraph(text('a', textFormat.bold)), opaque('html', raw, 'div')]), options),
    ).toBe(`**a**\n\n${raw}\n`);
  });

  test('front matter is YAML that says what the post says, whatever the title', () => {
    const document = {
      ...emptyDocument('pl'),
      title: 'Cytat: "raz", # i\n--- dwa',
      tags: ['żółw', 'a: b'],
      excerpt: 'Zajawka',
      body: bodyOf([image({ asset: pictureHash })]),
    };
    const markdown = documentToMarkdown(
      document,
      { slug: 'cytat', date: '2026-11-23T10:00:00.000Z', draft: false, image: 'pic.png' },
      options,
    );
    const [, front, body] = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(markdown) ?? [];
    expect(parse(front ?? '')).toEqual({
      title: document.title,
      date: '2026-11-23T10:00:00.000Z',
      slug: 'cytat',
      description: 'Zajawka',
      tags: ['żółw', 'a: b'],
      image: 'pic.png',
      imageAlt: '',
      lang: 'pl',
    });
    expect(body).toBe('![](pic.png)\n');
  });
});
