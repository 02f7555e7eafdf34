/** Review files through the contract: made, read again, and refused when they are not as they were sent. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { bodyOf, image } from '#shared/document/serialized.ts';
import { documentOf, temporaryFolder } from '../storage/temporary-library.ts';
import { tableOf, wordPressTable } from '../../shared/diff/edited-tables.ts';
import { windowOn } from '../window-on.ts';
import { dataIn, readerComment, withData } from './review-file.ts';

let folder: string;
let application: Application;
let client: BrulionClient;

const start = (libraryFolder: string) =>
  startApplication({ libraryFolder, host: { kind: 'browser', chooseFolder: null }, log: () => {} });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-bundle-'));
  application = await start(folder);
  client = windowOn(application);
  await client.settings.update({ authorName: 'Redaktorka' });
});
afterEach(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

async function write(title: string, markdown: string, fields = {}): Promise<string> {
  const { postId, version } = await client.posts.create({ language: 'pl' });
  await client.drafts.save({ postId, baseVersion: version, document: documentOf(title, markdown, fields) });
  return postId;
}

const exported = (postId: string) => client.review.exportBundle({ postId, revisionId: null });
const refusal = (html: string) =>
  client.review.importBundle({ html }).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );
const onWords = (block: number, words: string, text: string) =>
  readerComment({ place: { block, start: text.indexOf(words), end: text.indexOf(words) + words.length } });

describe('a review file', () => {
  test('is one page in the post’s language that loads nothing and lets only its own script run', async () => {
    const postId = await write('Żółw', 'Ala ma **kota**.\n\n- raz\n- dwa');
    const { fileName, html } = await exported(postId);
    expect(fileName).toBe('zolw-recenzja.html');
    expect(html).toContain('<html lang="pl">');
    expect(html).toContain('<strong>kota</strong>');
    expect(html.replaceAll('&#x27;', "'")).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-[\w+/=]+';/,
    );
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toMatch(/<(form|link|iframe|object|embed)\b/);
    expect(html).not.toMatch(/\bsrc="(?!data:)/);
  });

  test('carries pictures of the library in it, and names those it cannot', async () => {
    const bytes = await readFile(new URL('../../fixtures/turtle.png', import.meta.url));
    const asset = await client.media.import({ bytes: new Uint8Array(bytes), fileName: 'zolw.png' });
    const { postId, version } = await client.posts.create({ language: 'en' });
    const body = bodyOf([
      image({ asset: asset.hash, alt: 'A turtle' }),
      image({ src: 'https://elsewhere.example/tracker.png', alt: 'A fence' }),
      image({ asset: 'ab'.repeat(32), alt: 'A lost one' }),
    ]);
    const document = { ...documentOf('Turtle'), language: 'en' as const, body };
    await client.drafts.save({ postId, baseVersion: version, document });
    const { html } = await exported(postId);
    expect(html).toMatch(/<img src="data:image\/png;base64,[\w+/=]+" alt="A turtle">/);
    expect(html).toContain('Picture, not included in this file: A fence');
    expect(html).toContain('Picture, not included in this file: A lost one');
    expect(html).not.toContain('elsewhere.example');
    expect(html).not.toContain('picture.invalid');
  });

  test('tells nothing of the machine, its people or the library', async () => {
    await client.app.welcome({ language: 'pl' });
    const [account] = await client.accounts.list();
    const postId = await write('Wpis', 'Tekst.');
    await client.review.comment({ postId, anchor: null, text: 'To zostaje u nas.' });
    const { html } = await exported(postId);
    for (const secret of [
      folder,
      account!.address,
      account!.id,
      hostname(),
      'Redaktorka',
      'To zostaje u nas',
    ])
      expect(html).not.toContain(secret);
  });

  test('compares with what the blog has, once that is something else', async () => {
    await client.app.welcome({ language: 'pl' });
    const [account] = await client.accounts.list();
    const postId = await write('Wpis', 'Ala ma kota.');
    expect((await exported(postId)).html).not.toContain('Co zmieniło się od publikacji');
    const job = await client.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    await new Promise<void>((resolve) => {
      client.publishing.jobs({ limit: 5 }, (jobs) => {
        if (jobs.some(({ id, state }) => id === job.id && state === 'succeeded')) resolve();
      });
    });
    expect((await exported(postId)).html).not.toContain('Co zmieniło się od publikacji');
    const { draft } = await client.drafts.open({ postId });
    await client.drafts.save({
      postId,
      baseVersion: draft.version,
      document: documentOf('Wpis', 'Ala ma psa.'),
    });
    const { html } = await exported(postId);
    expect(html).toContain('Co zmieniło się od publikacji');
    expect(html).toMatch(/<del[^>]*>kota<\/del>/);
    expect(html).toMatch(/<ins[^>]*>psa<\/ins>/);
  });

  test('compares a table by its cells, and can come back', async () => {
    await client.app.welcome({ language: 'pl' });
    const [account] = await client.accounts.list();
    const { postId, version } = await client.posts.create({ language: 'pl' });
    const save = (baseVersion: number, rows: readonly string[]) =>
      client.drafts.save({
        postId,
        baseVersion,
        document: {
          ...documentOf('Tabela', ''),
          body: bodyOf([wordPressTable({ ...tableOf('Kto | Co', ...rows), caption: 'Zwierzęta' })]),
        },
      });
    await save(version, ['Ala | kot', 'Ola | pies']);
    const job = await client.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    await new Promise<void>((resolve) => {
      client.publishing.jobs({ limit: 5 }, (jobs) => {
        if (jobs.some(({ id, state }) => id === job.id && state === 'succeeded')) resolve();
      });
    });
    const { draft } = await client.drafts.open({ postId });
    await save(draft.version, ['Ala | kot', 'Ola | chomik', 'Ela | żółw']);
    const { html } = await exported(postId);
    const comparison = html.slice(html.indexOf('Co zmieniło się od publikacji'));
    expect(comparison).toContain('W tej tabeli: dodane wiersze: 1, zmienione wiersze: 1');
    expect(comparison).toMatch(
      /<caption>Zwierzęta<\/caption>.*<del>pies<\/del><ins>chomik<\/ins>.*<ins>żółw<\/ins>/s,
    );
    expect(
      await client.review.importBundle({ html: withData(html, { comments: [readerComment()] }) }),
    ).toMatchObject({ added: 1 });
  });

  test('is made of the version that is asked for, and of no other post’s', async () => {
    const postId = await write('Stary', 'Stary tekst.');
    const { revisionId } = await client.review.decide({ postId, revisionId: null, verdict: 'ready' });
    const { draft } = await client.drafts.open({ postId });
    await client.drafts.save({
      postId,
      baseVersion: draft.version,
      document: documentOf('Nowy', 'Nowy tekst.'),
    });
    expect((await client.review.exportBundle({ postId, revisionId })).html).toContain('Stary tekst.');
    const other = await write('Inny', '');
    await expect(client.review.exportBundle({ postId: other, revisionId })).rejects.toMatchObject({
      code: 'revision-not-found',
    });
    await expect(
      client.review.exportBundle({ postId: crypto.randomUUID(), revisionId: null }),
    ).rejects.toMatchObject({ code: 'post-not-found' });
  });
});

describe('a file that comes back', () => {
  const text = 'Ala ma kota i psa.';

  test('gives its comments, once, with their words and their reader’s name', async () => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    const back = withData(html, {
      reader: ' Ola ',
      comments: [
        { ...onWords(0, 'kota', text), suggestion: 'kocura', text: '' },
        readerComment({ text: 'Całość dobra.' }),
        readerComment({ place: { block: 0, start: 0, end: 0 }, text: 'Ten akapit.' }),
      ],
    });
    expect(await client.review.importBundle({ html: back })).toEqual({ postId, added: 3, alreadyThere: 0 });
    const { comments } = await client.review.of({ postId });
    const byText = (said: string) => comments.find((comment) => comment.text === said);
    expect(comments.every(({ author }) => author === 'Ola')).toBe(true);
    expect(byText('')).toMatchObject({ suggestion: 'kocura', anchor: { exact: 'kota', prefix: 'Ala ma ' } });
    expect(byText('Całość dobra.')).toMatchObject({ anchor: null });
    expect(byText('Ten akapit.')).toMatchObject({ anchor: { exact: '', prefix: text } });
    expect(await client.review.importBundle({ html: back })).toEqual({ postId, added: 0, alreadyThere: 3 });
    expect((await client.review.of({ postId })).comments).toHaveLength(3);
  });

  test('of two readers gives both', async () => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    for (const reader of ['Ola', 'Ula'])
      await client.review.importBundle({ html: withData(html, { reader, comments: [readerComment()] }) });
    const { comments } = await client.review.of({ postId });
    expect(comments.map(({ author }) => author).toSorted()).toEqual(['Ola', 'Ula']);
  });

  test('is plain and bounded whatever it says', async () => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    const comments = [
      readerComment({
        text: '<img src=x onerror=alert(1)>\u0000\u202e\r\nkoniec',
        createdAt: '2199-01-01T00:00:00.000Z',
      }),
      readerComment({ text: '\u0007 ', suggestion: 'bez słów' }),
      readerComment({
        text: 'nigdzie',
        place: { block: 99, start: 1, end: 2 },
        createdAt: '1970-01-01T00:00:00.000Z',
      }),
      readerComment({ text: 'za daleko', place: { block: 0, start: 3, end: 4_000 } }),
    ];
    const before = new Date().toISOString();
    expect(await client.review.importBundle({ html: withData(html, { comments }) })).toMatchObject({
      added: 3,
    });
    const found = (await client.review.of({ postId })).comments;
    const said = found.find(({ text }) => text.startsWith('<img'));
    expect(said).toMatchObject({ text: '<img src=x onerror=alert(1)>\nkoniec', author: 'Czytelnik' });
    expect(said!.createdAt <= new Date().toISOString()).toBe(true);
    const lost = found.find(({ text }) => text === 'nigdzie');
    expect(lost).toMatchObject({ anchor: null });
    expect(lost!.createdAt > '2020' && lost!.createdAt <= before).toBe(true);
    expect(found.find(({ text }) => text === 'za daleko')).toMatchObject({ anchor: { exact: '', block: 0 } });
  });

  test.each([
    ['too long a comment', { comments: [readerComment({ text: 'x'.repeat(10_001) })] }],
    ['too many comments', { comments: Array.from({ length: 2_001 }, () => readerComment()) }],
    ['another version', { version: 2 }],
    ['another format', { format: 'something-else' }],
    ['no comments', { comments: undefined }],
  ])('with %s cannot be read, and nothing of it is taken over', async (_what, change) => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    expect(await refusal(withData(html, change))).toBe('bundle-unreadable');
    expect((await client.review.of({ postId })).comments).toEqual([]);
  });

  test.each(['', 'x', '<html></html>', '\u0000', '<div>'.repeat(50_000), '{'.repeat(1_000)])(
    'that is none cannot be read: %#',
    async (html) => expect(await refusal(html)).toBe('bundle-unreadable'),
  );

  test('that is longer than any we make is not even parsed', async () => {
    expect(await refusal('x'.repeat(32_000_001))).toBe('bundle-unreadable');
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
    ['something more', (html) => html.replace('</body>', '<p>Obok</p></body>')],
    ['bare words', (html) => html.replace('</body>', 'Obok</body>')],
    ['a link', (html) => html.replace('<p>Ala', '<p><a href="https://evil.example">x</a>Ala')],
  ])('with %s changed is refused, and nothing of it is taken over', async (_what, spoil) => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    const back = withData(html, { comments: [readerComment()] });
    const spoilt = spoil(back);
    expect(spoilt).not.toBe(back);
    expect(await refusal(spoilt)).toBe('bundle-tampered');
    expect((await client.review.of({ postId })).comments).toEqual([]);
  });

  test('of another library, or of a post that is gone, is not this library’s', async () => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    const elsewhere = await start(temporaryFolder());
    await expect(windowOn(elsewhere).review.importBundle({ html })).rejects.toMatchObject({
      code: 'bundle-elsewhere',
    });
    await elsewhere.stop();
    await client.posts.trash({ postId });
    await client.posts.deleteForever({ postId });
    expect(await refusal(html)).toBe('post-not-found');
  });

  test('is known after a restart', async () => {
    const postId = await write('Wpis', text);
    const { html } = await exported(postId);
    await application.stop();
    application = await start(folder);
    client = windowOn(application);
    expect(
      await client.review.importBundle({ html: withData(html, { comments: [readerComment()] }) }),
    ).toMatchObject({
      added: 1,
    });
  });
});
