/** Review files through the contract: made, and taken in again. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, image, opaque, paragraph, text as textNode } from '#shared/document/serialized.ts';
import { documentOf, temporaryFolder } from '../storage/temporary-library.ts';
import { tableOf, wordPressTable } from '../../shared/diff/edited-tables.ts';
import { windowOn } from '../window-on.ts';
import { createBundleBed, startOn, type BundleBed } from './bundle-bed.ts';
import { readerComment, withData } from './review-file.ts';

let bed: BundleBed;
beforeEach(async () => void (bed = await createBundleBed()));
afterEach(() => bed.close());

const onWords = (block: number, words: string, text: string) =>
  readerComment({ place: { block, start: text.indexOf(words), end: text.indexOf(words) + words.length } });

describe('a review file', () => {
  test('is one page in the post’s language that loads nothing and lets only its own script run', async () => {
    const postId = await bed.write('Żółw', 'Ala ma **kota**.\n\n- raz\n- dwa');
    const { fileName, html } = await bed.exported(postId);
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

  test('has as many pictures as a mail takes, each time they are shown, and can be taken in again', async () => {
    const noise = await sharp(randomBytes(900 * 900 * 3), { raw: { width: 900, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const asset = await bed.client.media.import({ bytes: new Uint8Array(noise), fileName: 'szum.png' });
    const { postId, version } = await bed.client.posts.create({ language: 'en' });
    const times = Math.ceil(6_000_000 / noise.byteLength) + 1;
    const pictures = Array.from({ length: times }, () => image({ asset: asset.hash, alt: 'Noise' }));
    const document = {
      ...documentOf('Noise', ''),
      language: 'en' as const,
      body: bodyOf([...pictures, paragraph(textNode('Koniec.'))]),
    };
    await bed.client.drafts.save({ postId, baseVersion: version, document });
    const { html } = await bed.exported(postId);
    expect(html.length).toBeLessThan(9_000_000);
    expect(html).toContain('Picture, not included in this file: Noise');
    expect(await bed.refusal(withData(html, { comments: [readerComment()] }))).toBe('taken');
  });

  test('carries pictures of the library in it, and names those it cannot', async () => {
    const bytes = await readFile(new URL('../../fixtures/turtle.png', import.meta.url));
    const asset = await bed.client.media.import({ bytes: new Uint8Array(bytes), fileName: 'zolw.png' });
    const { postId, version } = await bed.client.posts.create({ language: 'en' });
    const body = bodyOf([
      image({ asset: asset.hash, alt: 'A turtle' }),
      image({ src: 'https://elsewhere.example/tracker.png', alt: 'A fence' }),
      image({ asset: 'ab'.repeat(32), alt: 'A lost one' }),
    ]);
    const document = { ...documentOf('Turtle'), language: 'en' as const, body };
    await bed.client.drafts.save({ postId, baseVersion: version, document });
    const { html } = await bed.exported(postId);
    expect(html).toMatch(/<img src="data:image\/png;base64,[\w+/=]+" alt="A turtle">/);
    expect(html).toContain('Picture, not included in this file: A fence');
    expect(html).toContain('Picture, not included in this file: A lost one');
    expect(html).not.toContain('elsewhere.example');
    expect(html).not.toContain('picture.invalid');
  });

  test('tells nothing of the machine, its people or the library', async () => {
    await bed.client.app.welcome({ language: 'pl' });
    const [account] = await bed.client.accounts.list();
    const postId = await bed.write('Wpis', 'Tekst.');
    await bed.client.review.comment({ postId, anchor: null, text: 'To zostaje u nas.' });
    const { html } = await bed.exported(postId);
    for (const secret of [
      bed.folder,
      account!.address,
      account!.id,
      hostname(),
      'Redaktorka',
      'To zostaje u nas',
    ])
      expect(html).not.toContain(secret);
  });

  test('compares with what the blog has, once that is something else', async () => {
    await bed.client.app.welcome({ language: 'pl' });
    const [account] = await bed.client.accounts.list();
    const postId = await bed.write('Wpis', 'Ala ma kota.');
    expect((await bed.exported(postId)).html).not.toContain('Co zmieniło się od publikacji');
    const job = await bed.client.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    await new Promise<void>((resolve) => {
      bed.client.publishing.jobs({ limit: 5 }, (jobs) => {
        if (jobs.some(({ id, state }) => id === job.id && state === 'succeeded')) resolve();
      });
    });
    expect((await bed.exported(postId)).html).not.toContain('Co zmieniło się od publikacji');
    const { draft } = await bed.client.drafts.open({ postId });
    await bed.client.drafts.save({
      postId,
      baseVersion: draft.version,
      document: documentOf('Wpis', 'Ala ma psa.'),
    });
    const { html } = await bed.exported(postId);
    expect(html).toContain('Co zmieniło się od publikacji');
    expect(html).toMatch(/<del[^>]*>kota<\/del>/);
    expect(html).toMatch(/<ins[^>]*>psa<\/ins>/);
  });

  test('compares a table by its cells, and can come back', async () => {
    await bed.client.app.welcome({ language: 'pl' });
    const [account] = await bed.client.accounts.list();
    const { postId, version } = await bed.client.posts.create({ language: 'pl' });
    const save = (baseVersion: number, rows: readonly string[]) =>
      bed.client.drafts.save({
        postId,
        baseVersion,
        document: {
          ...documentOf('Tabela', ''),
          body: bodyOf([wordPressTable({ ...tableOf('Kto | Co', ...rows), caption: 'Zwierzęta' })]),
        },
      });
    await save(version, ['Ala | kot', 'Ola | pies']);
    const job = await bed.client.publishing.publish({ postId, accountId: account!.id, how: 'publish' });
    await new Promise<void>((resolve) => {
      bed.client.publishing.jobs({ limit: 5 }, (jobs) => {
        if (jobs.some(({ id, state }) => id === job.id && state === 'succeeded')) resolve();
      });
    });
    const { draft } = await bed.client.drafts.open({ postId });
    await save(draft.version, ['Ala | kot', 'Ola | chomik', 'Ela | żółw']);
    const { html } = await bed.exported(postId);
    const comparison = html.slice(html.indexOf('Co zmieniło się od publikacji'));
    expect(comparison).toContain('W tej tabeli: dodane wiersze: 1, zmienione wiersze: 1');
    expect(comparison).toMatch(
      /<caption>Zwierzęta<\/caption>.*<del>pies<\/del><ins>chomik<\/ins>.*<ins>żółw<\/ins>/s,
    );
    expect(
      await bed.client.review.importBundle({ html: withData(html, { comments: [readerComment()] }) }),
    ).toMatchObject({ added: 1 });
  });

  test('is made of the version that is asked for, and of no other post’s', async () => {
    const postId = await bed.write('Stary', 'Stary tekst.');
    const { revisionId } = await bed.client.review.decide({ postId, revisionId: null, verdict: 'ready' });
    const { draft } = await bed.client.drafts.open({ postId });
    await bed.client.drafts.save({
      postId,
      baseVersion: draft.version,
      document: documentOf('Nowy', 'Nowy tekst.'),
    });
    expect((await bed.client.review.exportBundle({ postId, revisionId })).html).toContain('Stary tekst.');
    const other = await bed.write('Inny', '');
    await expect(bed.client.review.exportBundle({ postId: other, revisionId })).rejects.toMatchObject({
      code: 'revision-not-found',
    });
    await expect(
      bed.client.review.exportBundle({ postId: crypto.randomUUID(), revisionId: null }),
    ).rejects.toMatchObject({ code: 'post-not-found' });
  });
});

describe('a file that comes back', () => {
  const text = 'Ala ma kota i psa.';

  test('gives its comments, once, with their words and their reader’s name', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const back = withData(html, {
      reader: ' Ola ',
      comments: [
        { ...onWords(0, 'kota', text), suggestion: 'kocura', text: '' },
        readerComment({ text: 'Całość dobra.' }),
        readerComment({ place: { block: 0, start: 0, end: 0 }, text: 'Ten akapit.' }),
      ],
    });
    expect(await bed.client.review.importBundle({ html: back })).toEqual({
      postId,
      added: 3,
      alreadyThere: 0,
    });
    const { comments } = await bed.client.review.of({ postId });
    const byText = (said: string) => comments.find((comment) => comment.text === said);
    expect(comments.every(({ author }) => author === 'Ola')).toBe(true);
    expect(byText('')).toMatchObject({ suggestion: 'kocura', anchor: { exact: 'kota', prefix: 'Ala ma ' } });
    expect(byText('Całość dobra.')).toMatchObject({ anchor: null });
    expect(byText('Ten akapit.')).toMatchObject({ anchor: { exact: '', prefix: text } });
    expect(await bed.client.review.importBundle({ html: back })).toEqual({
      postId,
      added: 0,
      alreadyThere: 3,
    });
    expect((await bed.client.review.of({ postId })).comments).toHaveLength(3);
  });

  test('of two readers gives both', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    for (const reader of ['Ola', 'Ula'])
      await bed.client.review.importBundle({ html: withData(html, { reader, comments: [readerComment()] }) });
    const { comments } = await bed.client.review.of({ postId });
    expect(comments.map(({ author }) => author).toSorted()).toEqual(['Ola', 'Ula']);
  });

  test('is plain and bounded whatever it says', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
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
    expect(await bed.client.review.importBundle({ html: withData(html, { comments }) })).toMatchObject({
      added: 4,
    });
    const found = (await bed.client.review.of({ postId })).comments;
    const said = found.find(({ text }) => text.startsWith('<img'));
    expect(said).toMatchObject({ text: '<img src=x onerror=alert(1)>\nkoniec', author: 'Czytelnik' });
    expect(said!.createdAt <= new Date().toISOString()).toBe(true);
    // Nothing was quoted that it could replace: it is something said.
    expect(found.find(({ text }) => text === 'bez słów')).toMatchObject({ suggestion: null });
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
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    expect(await bed.refusal(withData(html, change))).toBe('bundle-unreadable');
    expect((await bed.client.review.of({ postId })).comments).toEqual([]);
  });

  test.each([
    ['line breaks before kept words', { slug: '', raw: `<pre>${'\n'.repeat(9)}<b>x</b></pre>` }],
    ['a name cut in the middle of a sign', { raw: '', slug: `${'a'.repeat(79)}😀` }],
  ])('with %s is as it was sent', async (_what, { raw, slug }) => {
    const { postId, version } = await bed.client.posts.create({ language: 'pl' });
    const document = { ...documentOf('Wpis', 'Ala.'), slug, body: bodyOf([opaque('html', raw, 'pre')]) };
    await bed.client.drafts.save({ postId, baseVersion: version, document });
    const { html } = await bed.exported(postId);
    // As browsers write it: a newline right behind <pre> is dropped by every parser.
    const saved = html.replace(/<pre>\n+/g, '<pre>');
    for (const file of [html, saved, saved.replaceAll('\n', '\r\n'), `\ufeff${html}`])
      expect(await bed.refusal(withData(file, { comments: [readerComment()] }))).toBe('taken');
  });

  test('with a suggestion for more words than can be quoted keeps it in what is said', async () => {
    const postId = await bed.write('Wpis', 'słowo '.repeat(1_000));
    const { html } = await bed.exported(postId);
    const place = { block: 0, start: 0, end: 5_500 };
    const comments = [readerComment({ text: '', suggestion: 'krócej', place })];
    await bed.client.review.importBundle({ html: withData(html, { comments }) });
    expect((await bed.client.review.of({ postId })).comments).toMatchObject([
      { text: 'krócej', suggestion: null, anchor: { exact: '', block: 0 } },
    ]);
  });

  test('that was passed on tells who wrote what', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const comments = [
      readerComment({ author: 'Ola', text: 'Pierwszy' }),
      readerComment({ author: 'Ula', text: 'Drugi' }),
      readerComment({ text: 'Trzeci' }),
    ];
    await bed.client.review.importBundle({ html: withData(html, { reader: 'Iza', comments }) });
    const found = (await bed.client.review.of({ postId })).comments;
    expect(Object.fromEntries(found.map(({ text: said, author }) => [said, author]))).toEqual({
      Pierwszy: 'Ola',
      Drugi: 'Ula',
      Trzeci: 'Iza',
    });
  });

  test('once more, with more in it, does not bring back what was removed', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const [one, two] = [readerComment({ text: 'Usunięty' }), readerComment({ text: 'Nowy' })];
    await bed.client.review.importBundle({ html: withData(html, { comments: [one] }) });
    const [{ id: commentId } = { id: '' }] = (await bed.client.review.of({ postId })).comments;
    await bed.client.review.remove({ commentId });
    expect(
      await bed.client.review.importBundle({ html: withData(html, { comments: [one, two] }) }),
    ).toMatchObject({
      added: 1,
      alreadyThere: 1,
    });
    expect((await bed.client.review.of({ postId })).comments.map(({ text: said }) => said)).toEqual(['Nowy']);
  });

  test('of another library, or of a post that is gone, is not this library’s', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    const elsewhere = await startOn(temporaryFolder());
    await expect(windowOn(elsewhere).review.importBundle({ html })).rejects.toMatchObject({
      code: 'bundle-elsewhere',
    });
    await elsewhere.stop();
    await bed.client.posts.trash({ postId });
    await bed.client.posts.deleteForever({ postId });
    expect(await bed.refusal(html)).toBe('post-not-found');
  });

  test('is known after a restart', async () => {
    const postId = await bed.write('Wpis', text);
    const { html } = await bed.exported(postId);
    await bed.restart();
    expect(
      await bed.client.review.importBundle({ html: withData(html, { comments: [readerComment()] }) }),
    ).toMatchObject({
      added: 1,
    });
  });
});
