import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksToBody } from '#shared/document/wordpress-blocks/blocks-to-body.ts';
import { bodyToBlocks } from '#shared/document/wordpress-blocks/body-to-blocks.ts';
import {
  blocksOf,
  bodyOf,
  code,
  heading,
  image,
  link,
  list,
  listItem,
  paragraph,
  quote,
  text,
  textFormat,
} from '#shared/document/serialized.ts';
import { bodies, pictureHash } from './bodies.ts';

const upload = { id: '12', url: 'https://blog.pl/pic.png' };
const options = {
  media: () => upload,
  resolveAsset: (url: string) => (url === upload.url ? pictureHash : null),
};

/** Content as found in the wild: blocks of plugins, classic posts, odd white space, broken comments. */
const corpus = [
  '',
  'Just text',
  '<p>Classic</p>\n\n<p>post</p>',
  '<!-- wp:paragraph -->\n<p>Hello <strong>x</strong> \\ back\\slash 😀</p>\n<!-- /wp:paragraph -->\r\n\n  trailing  ',
  '<!-- wp:paragraph --><p>tight</p><!-- /wp:paragraph -->',
  '<!-- wp:paragraph -->\n<p>one</p>\n<!-- /wp:paragraph -->\n<!-- wp:paragraph -->\n<p>two</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>three</p>\n<!-- /wp:paragraph -->',
  '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">c</p>\n<!-- /wp:paragraph -->',
  '<!-- wp:my-plugin/thing {"a":{"b":[1,2]},"c":"--\\u003e"} /-->',
  '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column -->\n<div class="wp-block-column"><!-- wp:paragraph -->\n<p>in</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->',
  '<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->',
  '<!-- wp:paragraph -->\n<p>never closed',
  '<p>loose</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->\n',
  '\n\n<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->\n\n',
  '<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->',
  '<!-- wp:image {"id":7} -->\n<figure class="wp-block-image"><img src="https://x.pl/a.png" alt=""/><figcaption class="wp-element-caption">a <em>b</em></figcaption></figure>\n<!-- /wp:image -->',
  '<!-- wp:html -->\n<iframe src="https://x.pl"></iframe>\n<!-- /wp:html -->',
  '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>old form</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
];

describe('WordPress content goes round byte for byte', () => {
  test.each(corpus)('%j', (content) => {
    expect(bodyToBlocks(blocksToBody(content), options)).toBe(content);
  });

  test('whatever it is', () => {
    const scrap = fc.constantFrom(
      ...corpus,
      '\n\n',
      '\n',
      ' ',
      '<!-- wp:list -->',
      '<!-- /wp:list -->',
      '<p>x</p>',
      '-->',
      '<!--',
      '&amp;',
      'ż',
    );
    const content = fc.oneof(
      fc.string(),
      fc.array(scrap, { maxLength: 8 }).map((scraps) => scraps.join('')),
    );
    fc.assert(
      fc.property(
        content,
        (value) => void expect(bodyToBlocks(blocksToBody(value, options), options)).toBe(value),
      ),
      { numRuns: 600 },
    );
  });
});

describe('what we write comes back as native blocks', () => {
  test('any body but what WordPress has no block for', () => {
    fc.assert(
      fc.property(bodies(255), (body) => {
        const content = bodyToBlocks(body, options);
        const back = blocksToBody(content, options);
        expect(bodyToBlocks(back, options)).toBe(content);
        expect(blocksOf(back).filter((block) => block.type === 'opaque')).toEqual([]);
        expect(blocksOf(back).map(({ type }) => type)).toEqual(blocksOf(body).map(({ type }) => type));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the blocks Gutenberg would have written', () => {
  const written = (...blocks: Parameters<typeof bodyOf>[0]) => bodyToBlocks(bodyOf(blocks), options);

  test.each([
    [
      'paragraph',
      written(paragraph(text('A & B < C '), text('b', textFormat.bold))),
      '<!-- wp:paragraph -->\n<p>A &amp; B &lt; C <strong>b</strong></p>\n<!-- /wp:paragraph -->',
    ],
    [
      'heading 2',
      written(heading('h2', text('T'))),
      '<!-- wp:heading -->\n<h2 class="wp-block-heading">T</h2>\n<!-- /wp:heading -->',
    ],
    [
      'heading 3',
      written(heading('h3', text('T'))),
      '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">T</h3>\n<!-- /wp:heading -->',
    ],
    [
      'quote',
      written(quote(text('q'))),
      '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>q</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
    ],
    [
      'code',
      written(code('ts', text('a[0] < b && c'))),
      '<!-- wp:code {"className":"language-ts"} -->\n<pre class="wp-block-code language-ts"><code>a&#91;0] &lt; b &amp;&amp; c</code></pre>\n<!-- /wp:code -->',
    ],
    [
      'image',
      written(image({ asset: pictureHash, alt: 'a "b"', caption: 'c' })),
      '<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="https://blog.pl/pic.png" alt="a &quot;b&quot;" class="wp-image-12"/><figcaption class="wp-element-caption">c</figcaption></figure>\n<!-- /wp:image -->',
    ],
    [
      'link',
      written(paragraph(link('https://x.pl/?a=1&b=2', [text('x')]))),
      '<!-- wp:paragraph -->\n<p><a href="https://x.pl/?a=1&amp;b=2">x</a></p>\n<!-- /wp:paragraph -->',
    ],
    [
      'nested list',
      written(
        list(
          'number',
          [listItem(5, [text('a')]), listItem(6, [list('bullet', [listItem(1, [text('b')])])])],
          5,
        ),
      ),
      '<!-- wp:list {"ordered":true,"start":5} -->\n<ol start="5" class="wp-block-list"><!-- wp:list-item -->\n<li>a<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list --></li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->',
    ],
  ])('%s', (_kind, content, expected) => {
    expect(content).toBe(expected);
  });

  test('empty paragraphs are left out, two blocks stand two newlines apart', () => {
    expect(written(paragraph(text('a')), paragraph(), paragraph(text('b')))).toBe(
      '<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->',
    );
  });
});
