import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReceipt, type ReceiptInput } from '#main/publishing/receipt.ts';
import { receiptSchema, type Receipt } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import {
  blocksOf,
  bodyOf,
  emptyDocument,
  image,
  link,
  opaque,
  paragraph,
  text,
  type BlockJson,
} from '#shared/document/serialized.ts';
import { plainText } from '#shared/document/text.ts';
import { bodies, pictureHash } from '../../shared/document/bodies.ts';
import { contentOf, pageOf, remoteOf } from './remote-samples.ts';

type What = Receipt['checks'][number]['what'];

const checkedAt = new Date('2026-03-01T12:00:05.000Z');
const documentOf = (...blocks: BlockJson[]): PostDocument => ({
  ...emptyDocument('pl'),
  body: bodyOf(blocks),
});
const twoParagraphs = documentOf(paragraph(text('Pierwszy akapit.')), paragraph(text('Drugi.')));

const inputOf = (change: Partial<ReceiptInput> = {}, document = twoParagraphs): ReceiptInput => ({
  filled: remoteOf(),
  sent: { document, content: contentOf() },
  remote: remoteOf(),
  page: pageOf(),
  trouble: '',
  checkedAt,
  ...change,
});

function resultsOf(input: ReceiptInput): Partial<Record<What, string>> {
  return Object.fromEntries(makeReceipt(input).checks.map(({ what, result }) => [what, result]));
}
const detailOf = (input: ReceiptInput, what: What) =>
  makeReceipt(input).checks.find((check) => check.what === what)?.detail;

const whats = ['status', 'title', 'text', 'images', 'links', 'terms', 'date'] as const;
const all = (result: string) => Object.fromEntries(whats.map((what) => [what, result]));

describe('what is proved', () => {
  test('everything, when the page shows it all', () => {
    const receipt = makeReceipt(inputOf());
    expect(resultsOf(inputOf())).toEqual(all('same'));
    expect(receipt).toMatchObject({ permalink: remoteOf().permalink, checkedAt: checkedAt.toISOString() });
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
  });

  test('nothing, when nothing could be read again; the trouble is told', () => {
    const blind = inputOf({ remote: null, page: null, trouble: 'The blog cannot be reached.' });
    expect(resultsOf(blind)).toEqual(all('not-checked'));
    expect(detailOf(blind, 'status')).toBe('The blog cannot be reached.');
    expect(makeReceipt(blind).permalink).toBe(remoteOf().permalink);
  });

  test('a draft without a page: what the blog has stored', () => {
    const draft = remoteOf({ status: 'draft', date: null });
    const input = inputOf({ filled: draft, remote: draft, page: null });
    expect(resultsOf(input)).toEqual({ ...all('same'), images: 'not-checked', links: 'not-checked' });
    const changed = { ...draft, title: 'Inny', content: '<p>Co innego.</p>' };
    expect(resultsOf({ ...input, remote: changed })).toMatchObject({ title: 'different', text: 'different' });
  });

  test('of a post that was taken off the blog, its state alone', () => {
    const gone = remoteOf({ status: 'draft' });
    expect(resultsOf(inputOf({ filled: gone, sent: null, remote: gone, page: null }))).toEqual({
      status: 'same',
    });
  });
});

describe('the post', () => {
  test('a scheduled one whose time came meanwhile is as it should be; one that fell back, or that should be a draft, is not', () => {
    const scheduled = remoteOf({ status: 'scheduled' });
    expect(resultsOf(inputOf({ filled: scheduled })).status).toBe('same');
    expect(resultsOf(inputOf({ remote: scheduled, page: null })).status).toBe('different');
    expect(resultsOf(inputOf({ filled: remoteOf({ status: 'draft' }) })).status).toBe('different');
  });

  test('must have every term that was sent; more are the blog’s own', () => {
    const termsWith = (change: object) => resultsOf(inputOf({ remote: remoteOf(change) })).terms;
    expect(termsWith({ categoryIds: [] })).toBe('different');
    expect(termsWith({ tagIds: ['7'] })).toBe('different');
    expect(termsWith({ categoryIds: ['1', '3'] })).toBe('same');
  });

  test('must have a date once it is more than a draft', () => {
    expect(resultsOf(inputOf({ remote: remoteOf({ date: null }) })).date).toBe('different');
    expect(detailOf(inputOf(), 'date')).toBe(remoteOf().date);
  });
});

describe('the words', () => {
  const textOn = (shown: string | null, document = twoParagraphs) =>
    resultsOf(inputOf({ page: pageOf({ text: shown }) }, document)).text;

  test('may stand among others, and be set in type', () => {
    expect(textOn('Menu PIERWSZY – akapit… «Drugi» Komentarze')).toBe('same');
    const quoted = documentOf(paragraph(text('"Ala" -- ma... kota')));
    expect(textOn('„Ala” – ma… kota', quoted)).toBe('same');
  });

  test('must all be there, in order', () => {
    expect(textOn('Pierwszy akapit.')).toBe('different');
    expect(textOn('Drugi. Pierwszy akapit.')).toBe('different');
    expect(textOn('Pierwszy akpit. Drugi.')).toBe('different');
    expect(textOn(null)).toBe('different');
  });

  test('are the same although WordPress sets a multiplication sign', () => {
    const sizes = documentOf(paragraph(text('Ekran 640x480 wystarczał.')));
    expect(textOn('Ekran 640×480 wystarczał.', sizes)).toBe('same');
    expect(textOn('Ekran 640×400 wystarczał.', sizes)).toBe('different');
  });

  test('are the same although WordPress draws smileys', () => {
    const glad = documentOf(paragraph(text('Udało się :D wreszcie :lol: naprawdę')));
    expect(textOn('Udało się 😀 wreszcie 😆 naprawdę', glad)).toBe('same');
    expect(textOn('Udało się 😀 wreszcie 😆', glad)).toBe('different');
  });

  test('of a block kept byte for byte are the blog’s own business', () => {
    const document = documentOf(
      paragraph(text('Pierwszy.')),
      opaque('wordpress', '<!-- wp:x --><p>Nie tak</p>', 'x'),
    );
    expect(textOn('Pierwszy.', document)).toBe('same');
  });

  test('of whatever can be written are found on a page that shows them, and missed on one that does not', () => {
    fc.assert(
      fc.property(bodies(15), (body) => {
        const document = { ...emptyDocument('pl'), body };
        expect(textOn(`Menu ${plainText(body)} Stopka`, document)).toBe('same');
        const longer = documentOf(paragraph(text('Brakujące')), ...blocksOf(body));
        expect(textOn(plainText(body), longer)).toBe('different');
      }),
    );
  });

  test('of the title must be in the page’s', () => {
    const titleOn = (title: string | null) => resultsOf(inputOf({ page: pageOf({ title }) })).title;
    expect(titleOn('Żółw ＆ spółka')).toBe('same');
    expect(titleOn('ŻÓŁW & SPÓŁKA — Mój blog')).toBe('same');
    expect(titleOn('Mój blog')).toBe('different');
    expect(titleOn(null)).toBe('different');
  });
});

describe('pictures and links', () => {
  const shown = (name: string, reachable: boolean | null = true) => ({
    url: `https://blog.example/${name}`,
    alt: '',
    reachable,
  });
  const illustrated = documentOf(
    image({ asset: pictureHash }),
    image({ src: 'https://x.example/b.png' }),
    image({}),
  );
  const withImages = (...images: ReturnType<typeof shown>[]) =>
    inputOf({ page: pageOf({ text: '', images }) }, illustrated);

  test('every picture that was sent must load; one without any address was never sent', () => {
    expect(resultsOf(withImages(shown('a'), shown('b'))).images).toBe('same');
    expect(resultsOf(withImages(shown('a'))).images).toBe('different');
  });

  test('a picture that nobody could look at proves nothing', () => {
    expect(resultsOf(withImages(shown('a'), shown('b', null))).images).toBe('not-checked');
    expect(resultsOf(withImages(shown('a', null), shown('b', false))).images).toBe('different');
  });

  test('a picture that does not load is told by its address', () => {
    const broken = withImages(shown('a'), shown('b'), shown('c', false));
    expect(resultsOf(broken).images).toBe('different');
    expect(detailOf(broken, 'images')).toBe('https://blog.example/c');
  });

  test('every link must lead where it was to lead, however it is written', () => {
    const linked = documentOf(
      paragraph(link('https://example.org', [text('a')]), link('/kontakt', [text('b')])),
    );
    const linksOn = (...links: string[]) => resultsOf(inputOf({ page: pageOf({ links }) }, linked)).links;
    expect(linksOn('https://example.org/', 'https://blog.example/kontakt', 'https://else.example/')).toBe(
      'same',
    );
    expect(linksOn('https://example.org/')).toBe('different');
    expect(linksOn('http://example.org/', '/kontakt')).toBe('different');
  });
});
