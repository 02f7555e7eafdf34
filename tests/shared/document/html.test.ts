import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { bodyToHtml, htmlToBody } from '#shared/document/html.ts';
import {
  blocksOf,
  bodyOf,
  heading,
  image,
  link,
  list,
  listItem,
  paragraph,
  quote,
  lineBreak,
  text,
  textFormat,
} from '#shared/document/serialized.ts';
import { createDocumentEditor } from '#shared/document/document-extension.ts';
import { bodies, pictureHash } from './bodies.ts';

const options = {
  resolveImage: () => ({ src: '/pic.png' }),
  resolveAsset: (src: string) => (src === '/pic.png' ? pictureHash : null),
};
const html = (value: string) => blocksOf(htmlToBody(value, { resolveAsset: () => null }));

describe('document ⇄ HTML', () => {
  test('any body comes back from HTML as it was', () => {
    fc.assert(
      fc.property(
        bodies(255),
        (body) => void expect(htmlToBody(bodyToHtml(body, options), options)).toEqual(body),
      ),
      { numRuns: 400 },
    );
  });

  test('any body is one the editor takes, and gives back as it was', () => {
    fc.assert(
      fc.property(bodies(127), (body) => {
        const editor = createDocumentEditor(body);
        const given = editor.getEditorState().toJSON();
        editor.dispose();
        expect(bodyToHtml(given, options)).toEqual(bodyToHtml(body, options));
      }),
      { numRuns: 60 },
    );
  });

  test('formats nest by how far they go', () => {
    const { bold, italic } = textFormat;
    const body = bodyOf([paragraph(text('a', bold), text('b', bold | italic), text('c', italic))]);
    expect(bodyToHtml(body, options)).toBe('<p><strong>a<em>b</em></strong><em>c</em></p>');
  });

  test('a link is one element around its formats', () => {
    const body = bodyOf([paragraph(link('https://x.pl/', [text('a'), text('b', textFormat.bold)]))]);
    expect(bodyToHtml(body, options)).toBe('<p><a href="https://x.pl/">a<strong>b</strong></a></p>');
  });
});

describe('HTML from elsewhere', () => {
  test('blocks out of divs, loose text, word processors’ habits', () => {
    expect(html('<div>one<div>two</div></div>three<br>four<b><p>five</p></b>')).toEqual([
      paragraph(text('one')),
      paragraph(text('two')),
      paragraph(text('three'), lineBreak(), text('four')),
      paragraph(text('five')),
    ]);
  });

  test('headings of a page become headings of a post', () => {
    expect(html('<h1>a</h1><h6>b</h6>')).toEqual([heading('h2', text('a')), heading('h4', text('b'))]);
  });

  test('lists with paragraphs, nested lists and check boxes', () => {
    expect(html('<ul><li><p>a</p></li><li>b<ol start="4"><li>c</li></ol></li></ul>')).toEqual([
      list('bullet', [
        listItem(1, [text('a')]),
        listItem(2, [text('b')]),
        listItem(3, [list('number', [listItem(4, [text('c')])], 4)]),
      ]),
    ]);
    expect(
      html('<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>'),
    ).toEqual([list('check', [listItem(1, [text('done')], true), listItem(2, [text('open')], false)])]);
  });

  test('a picture in a paragraph stands between its halves', () => {
    expect(html('<p>a <img src="https://x.pl/i.png" alt="i" title="t"> b</p>')).toEqual([
      paragraph(text('a')),
      image({ src: 'https://x.pl/i.png', alt: 'i', caption: 't' }),
      paragraph(text('b')),
    ]);
  });

  test('a quote of two paragraphs', () => {
    expect(html('<blockquote><p>a</p><p>b</p></blockquote>')).toEqual([
      quote(text('a'), lineBreak(), lineBreak(), text('b')),
    ]);
  });

  test('what is not understood is kept whole', () => {
    const table = '<table><caption>Liczby</caption><tbody><tr><td>1</td></tr></tbody></table>';
    expect(html(table)).toMatchObject([{ type: 'opaque', dialect: 'html', raw: table, label: 'table' }]);
    expect(
      html('<figure><img src="https://x.pl/i.png"><figcaption>a <b>b</b></figcaption></figure>'),
    ).toMatchObject([{ type: 'opaque' }]);
  });
});

describe('nothing that runs comes in or goes out', () => {
  const corpus = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style>@import "javascript:alert(1)"</style><p style="background:url(javascript:alert(1))">x</p>',
    '<video><source onerror="alert(1)"></video><audio src=x onerror=alert(1)>',
    '<details open ontoggle=alert(1)>x</details>',
    '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</td></table>',
    '<base href="javascript:alert(1)//"><link rel=stylesheet href="javascript:alert(1)">',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '<p><b onmouseover=alert(1)>x</b></p><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  ];

  test.each(corpus)('%s', (attack) => {
    const body = htmlToBody(attack, { resolveAsset: () => null });
    const out = bodyToHtml(body, { resolveImage: ({ src }) => ({ src }) });
    expect(JSON.stringify(body)).not.toMatch(/"(url|src)":"\\s*(javascript|data|vbscript)/i);
    visit(fromHtml(out, { fragment: true }), 'element', ({ tagName, properties }) => {
      expect(tagName).not.toMatch(/^(script|style|iframe|object|embed|form|svg|math|base|link|meta)$/);
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^on|^srcdoc$|^style$|^formaction$|^background$/i);
        expect(String(value)).not.toMatch(/^\s*(javascript|data|vbscript):/i);
      }
    });
  });
});
