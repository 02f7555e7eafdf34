/** Review files that somebody made or changed who is not to: refused, in words, before they can do anything. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealOf } from '#main/review-bundle/seal.ts';
import { createBundleBed, type BundleBed } from './bundle-bed.ts';
import { dataIn, readerComment, withData } from './review-file.ts';

let bed: BundleBed;
beforeEach(async () => void (bed = await createBundleBed()));
afterEach(() => bed.close());

const text = 'Ala ma kota i psa.';

/** Behind everything in the body. */
const atEnd = (html: string, more: string) => {
  const at = html.lastIndexOf('</body>');
  return `${html.slice(0, at)}${more}${html.slice(at)}`;
};
const dataElement = (html: string) =>
  /<script data-own type="application\/json">[^<]*<\/script>/.exec(html)?.[0] ?? '';

describe('a file', () => {
  test.each(['', 'x', '<html></html>', '\u0000', '<div>'.repeat(50_000), '{'.repeat(1_000)])(
    'that is none cannot be read: %#',
    async (html) => expect(await bed.refusal(html)).toBe('bundle-unreadable'),
  );

  test('that is longer than any we make is not even parsed', async () => {
    expect(await bed.refusal('x'.repeat(32_000_001))).toBe('bundle-unreadable');
  });

  test.each<[string, (html: string) => string]>([
    ['a word of the text', (html) => html.replace('<p>Ala ma', '<p>Ola ma')],
    ['the title', (html) => html.replaceAll('Wpis', 'Wypis')],
    [
      'the sealed text',
      (html) => withData(html, { sealed: String(dataIn(html)['sealed']).replace('kota', 'kozy') }),
    ],
    ['the seal', (html) => withData(html, { seal: 'ab'.repeat(32) })],
    ['no seal', (html) => withData(html, { seal: '' })],
    [
      'the post',
      (html) =>
        withData(html, {
          sealed: String(dataIn(html)['sealed']).replace(
            /"postId":"[^"]+"/,
            `"postId":"${crypto.randomUUID()}"`,
          ),
        }),
    ],
    [
      'the version',
      (html) =>
        withData(html, {
          sealed: String(dataIn(html)['sealed']).replace(
            /"revisionId":"[^"]+"/,
            `"revisionId":"${crypto.randomUUID()}"`,
          ),
        }),
    ],
    ['the script', (html) => html.replace('function startReading', 'function  startReading')],
    ['the policy', (html) => html.replace('default-src', 'default-src * ')],
    ['the style', (html) => html.replace('--ink:', '--inky:')],
    ['something more', (html) => atEnd(html, '<p>Obok</p>')],
    ['one of our own more', (html) => atEnd(html, '<p data-own>Obok</p>')],
    ['bare words', (html) => atEnd(html, 'Obok')],
    ['a body that runs something', (html) => html.replace('<body>', '<body onload="alert(1)">')],
    ['a body that looks otherwise', (html) => html.replace('<body>', '<body style="font-size:0">')],
    ['a head with a name', (html) => html.replace('<head>', '<head id="x">')],
    [
      'a policy that is none',
      (html) => html.replace('="Content-Security-Policy"', '="Content-Security-Policy "'),
    ],
    [
      'a policy on a new line',
      (html) => html.replace('="Content-Security-Policy"', '="\nContent-Security-Policy"'),
    ],
    [
      'a policy in the body',
      (html) => html.replace(/(<meta data-own[^>]*Content-Security-Policy)/, '</head><body>$1'),
    ],
    ['no doctype', (html) => html.replace('<!doctype html>\n', '')],
    ['a second page', (html) => `${html}<html onload="alert(1)">`],
    [
      'other data in the page than is found first',
      (html) => `<!--${dataElement(html)}-->${withData(html, { reader: 'Inny' })}`,
    ],
    ['thousands of elements more', (html) => atEnd(html, '<i>'.repeat(5_000))],
    ['a link', (html) => html.replace('<p>Ala', '<p><a href="https://evil.example">x</a>Ala')],
  ])('with %s changed is refused, and nothing of it is taken over', async (_what, spoil) => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const back = withData(html, { comments: [readerComment()] });
    const spoilt = spoil(back);
    expect(spoilt).not.toBe(back);
    expect(await bed.refusal(spoilt)).toBe('bundle-tampered');
    expect((await bed.client.review.of({ postId })).comments).toEqual([]);
  });

  test.each([
    ['without a seal of ours', (html: string) => withData(html, { library: 'x' }), 'bundle-elsewhere'],
    ['with a seal of ours', (html: string) => html, 'bundle-tampered'],
  ])('that asks a parser for millions of elements is refused at once, %s', async (_which, prepare, code) => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    // A hundred thousand times as many would be made as stand there.
    const many = 6_000;
    const bomb = `<p>${Array.from({ length: many }, (_, at) => `<font size=${at}>`).join('')}${'<p>x'.repeat(many)}`;
    const before = process.memoryUsage().heapUsed;
    expect(await bed.refusal(atEnd(prepare(html), bomb))).toBe(code);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });

  test('that is looked through for its data takes no longer than it is long', async () => {
    const tags = (count: number) => '<x type="application/json"'.repeat(count);
    const took = async (count: number) => {
      const began = performance.now();
      expect(await bed.refusal(tags(count))).toBe('bundle-unreadable');
      return performance.now() - began;
    };
    await took(1_000);
    // A hundred times as much would take ten thousand times as long; that is told from a busy machine.
    const few = Math.max(await took(10_000), 1);
    expect(await took(1_000_000)).toBeLessThan(few * 1_000);
  });

  test('that is nested more deeply than can be walked cannot be read', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    for (const depth of [50, 3_000, 30_000])
      expect(await bed.refusal(atEnd(html, '<div>'.repeat(depth)))).toBe('bundle-tampered');
    expect(await bed.refusal(`<!doctype html><html><body>${'<div>'.repeat(6_000)}`)).toBe(
      'bundle-unreadable',
    );
  });

  test('made by another version of the application cannot be read', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const { marks: _marks, ...older } = JSON.parse(String(dataIn(html)['sealed'])) as Record<string, unknown>;
    const key = await bed.libraryKey();
    const sealed = JSON.stringify(older);
    expect(await bed.refusal(withData(html, { sealed, seal: sealOf(sealed, key) }))).toBe(
      'bundle-unreadable',
    );
  });
});
