/** A review through the contract: comments, verdicts bound to exact versions, and a blog that takes approved ones only. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { plainText } from '#shared/document/text.ts';
import { makeAnchor } from '#shared/review/locate-anchor.ts';
import { standing } from '#shared/review/standing.ts';
import { documentOf } from './storage/temporary-library.ts';
import { windowOn } from './window-on.ts';

let folder: string;
let application: Application;
let client: BrulionClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-review-'));
  application = await startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
  client = windowOn(application);
  await client.settings.update({ authorName: 'Redaktorka' });
});
afterEach(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

async function write(title: string): Promise<string> {
  const { postId, version } = await client.posts.create({ language: 'pl' });
  await client.drafts.save({ postId, baseVersion: version, document: documentOf(title, 'Ala ma kota.') });
  return postId;
}

async function edit(postId: string, title: string): Promise<void> {
  const { draft } = await client.drafts.open({ postId });
  await client.drafts.save({ postId, baseVersion: draft.version, document: { ...draft.document, title } });
}

const standingOf = async (postId: string) => {
  const { verdicts } = await client.review.of({ postId });
  return standing(verdicts, (await client.history.list({ postId })).draftHash).kind;
};

test('comments are kept with their words, replies and what became of them', async () => {
  const postId = await write('Wpis');
  const { draft } = await client.drafts.open({ postId });
  const anchor = makeAnchor(draft.document.body, 0, 4, 11);
  const told: string[] = [];
  client.review.changed((change) => told.push(change.postId));
  const comment = await client.review.comment({ postId, anchor, text: 'Może psa?', suggestion: 'ma psa' });
  expect(comment).toMatchObject({ author: 'Redaktorka', anchor: { exact: 'ma kota' }, replies: [] });
  await client.review.reply({ commentId: comment.id, text: 'Nie.' });
  expect((await client.history.list({ postId })).items[0]).toMatchObject({
    id: comment.revisionId,
    openComments: 1,
  });
  await client.review.resolve({ commentId: comment.id, resolved: true, outcome: 'rejected' });
  const [stored] = (await client.review.of({ postId })).comments;
  expect(stored).toMatchObject({
    outcome: 'rejected',
    resolvedBy: 'Redaktorka',
    replies: [{ text: 'Nie.' }],
  });
  await client.review.resolve({ commentId: comment.id, resolved: false });
  expect((await client.review.of({ postId })).comments[0]).toMatchObject({ resolvedAt: null, outcome: null });
  await client.review.remove({ commentId: comment.id });
  expect((await client.review.of({ postId })).comments).toEqual([]);
  await expect(client.review.reply({ commentId: comment.id, text: 'x' })).rejects.toMatchObject({
    code: 'comment-not-found',
  });
  expect(new Set(told)).toEqual(new Set([postId]));
});

test('an accepted suggestion is a version of its own, once, and is undone by what was before', async () => {
  const postId = await write('Wpis');
  const { draft } = await client.drafts.open({ postId });
  const anchor = makeAnchor(draft.document.body, 0, 4, 11);
  const { id: commentId } = await client.review.comment({ postId, anchor, text: '', suggestion: 'ma psa' });
  const stale = client.review.accept({ commentId, baseVersion: draft.version - 1 });
  await expect(stale).rejects.toMatchObject({ code: 'draft-conflict' });
  expect((await client.review.of({ postId })).comments[0]).toMatchObject({ resolvedAt: null });

  const accepted = await client.review.accept({ commentId, baseVersion: draft.version });
  expect(plainText(accepted.draft.document.body)).toBe('Ala ma psa.');
  expect((await client.history.list({ postId })).items.map(({ cause }) => cause)).toEqual([
    'accepted',
    'checkpoint',
  ]);
  expect((await client.review.of({ postId })).comments[0]).toMatchObject({
    outcome: 'accepted',
    resolvedBy: 'Redaktorka',
  });
  const again = client.review.accept({ commentId, baseVersion: accepted.draft.version });
  await expect(again).rejects.toMatchObject({ code: 'suggestion-outdated' });

  const undone = await client.history.restore({
    postId,
    revisionId: accepted.before,
    baseVersion: accepted.draft.version,
  });
  expect(plainText(undone.draft.document.body)).toBe('Ala ma kota.');
  await client.review.resolve({ commentId, resolved: false });
  await client.drafts.save({
    postId,
    baseVersion: undone.draft.version,
    document: documentOf('Wpis', 'Ala ma dużego, rudego kota.'),
  });
  const reworded = client.review.accept({ commentId, baseVersion: undone.draft.version + 1 });
  await expect(reworded).rejects.toMatchObject({ code: 'suggestion-outdated' });
});

test('a suggestion is not accepted into a draft that another window writes in', async () => {
  const postId = await write('Wpis');
  const { draft } = await client.drafts.open({ postId });
  const anchor = makeAnchor(draft.document.body, 0, 4, 11);
  const { id: commentId } = await client.review.comment({ postId, anchor, text: '', suggestion: 'ma psa' });
  const accept = windowOn(application).review.accept({ commentId, baseVersion: draft.version });
  await expect(accept).rejects.toMatchObject({ code: 'draft-conflict', details: { held: true } });
});

test('what was answered stays as it was answered', async () => {
  const postId = await write('Wpis');
  const { draft } = await client.drafts.open({ postId });
  const anchor = makeAnchor(draft.document.body, 0, 4, 11);
  const { id: commentId } = await client.review.comment({ postId, anchor, text: '', suggestion: 'ma psa' });
  await client.review.accept({ commentId, baseVersion: draft.version });
  const late = client.review.resolve({ commentId, resolved: true, outcome: 'rejected' });
  await expect(late).rejects.toMatchObject({ code: 'suggestion-outdated' });
  await client.review.resolve({ commentId, resolved: true });
  expect((await client.review.of({ postId })).comments[0]).toMatchObject({ outcome: 'accepted' });
  const plain = await client.review.comment({ postId, anchor, text: 'Dobre.' });
  const odd = client.review.resolve({ commentId: plain.id, resolved: true, outcome: 'rejected' });
  await expect(odd).rejects.toMatchObject({ code: 'suggestion-outdated' });
});

test('a suggestion never goes into the same words elsewhere', async () => {
  const { postId, version } = await client.posts.create({ language: 'pl' });
  const said = (...lines: string[]) => documentOf('Wpis', lines.join('\n\n'));
  await client.drafts.save({ postId, baseVersion: version, document: said('Zadzwoń jutro. Napisz jutro.') });
  const { draft } = await client.drafts.open({ postId });
  const anchor = makeAnchor(draft.document.body, 0, 8, 13);
  const { id: commentId } = await client.review.comment({ postId, anchor, text: '', suggestion: 'pojutrze' });
  const document = said('Zadzwoń dziś. Napisz jutro.');
  const saved = await client.drafts.save({ postId, baseVersion: draft.version, document });
  const accept = client.review.accept({ commentId, baseVersion: saved.version });
  await expect(accept).rejects.toMatchObject({ code: 'suggestion-outdated' });
});

test('a comment may be on an older version, of the same post only', async () => {
  const postId = await write('Wpis');
  const first = await client.review.comment({ postId, anchor: null, text: 'Dobre.' });
  await edit(postId, 'Inny');
  const { revisionId } = first;
  const second = await client.review.comment({ postId, revisionId, anchor: null, text: 'Lepsze.' });
  expect(second.revisionId).toBe(revisionId);
  const other = await write('Cudzy');
  const wrong = client.review.comment({ postId: other, revisionId, anchor: null, text: 'Złe.' });
  await expect(wrong).rejects.toMatchObject({ code: 'revision-not-found' });
});

test('a comment says something', async () => {
  const postId = await write('Wpis');
  await expect(client.review.comment({ postId, anchor: null, text: ' ' })).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

test('a post that was reviewed can be deleted, with all that was said', async () => {
  const postId = await write('Wpis');
  await client.review.comment({ postId, anchor: null, text: 'Dobre.' });
  await client.review.decide({ postId, revisionId: null, verdict: 'approved' });
  await client.posts.trash({ postId });
  await client.posts.deleteForever({ postId });
  await expect(client.review.of({ postId })).rejects.toMatchObject({ code: 'post-not-found' });
});

describe('a verdict', () => {
  test('is about exactly one text, and lapses with it', async () => {
    const postId = await write('Wpis');
    expect(await standingOf(postId)).toBe('none');
    await client.review.decide({ postId, revisionId: null, verdict: 'ready' });
    expect(await standingOf(postId)).toBe('ready');
    const { revisionId } = await client.review.decide({ postId, revisionId: null, verdict: 'approved' });
    expect(await standingOf(postId)).toBe('approved');
    expect((await client.history.list({ postId })).items[0]).toMatchObject({
      id: revisionId,
      verdict: 'approved',
    });
    await edit(postId, 'Inny');
    expect(await standingOf(postId)).toBe('lapsed');
    await edit(postId, 'Wpis');
    expect(await standingOf(postId)).toBe('approved');
  });

  test('is not given to a text that was not seen', async () => {
    const postId = await write('Wpis');
    const { draft } = await client.drafts.open({ postId });
    await edit(postId, 'Inny');
    const blind = client.review.decide({
      postId,
      revisionId: null,
      draftVersion: draft.version,
      verdict: 'approved',
    });
    await expect(blind).rejects.toMatchObject({ code: 'draft-conflict' });
    expect(await standingOf(postId)).toBe('none');
  });

  test('is not given to another post’s version', async () => {
    const [one, two] = [await write('Jeden'), await write('Dwa')];
    const { revisionId } = await client.review.decide({ postId: one, revisionId: null, verdict: 'ready' });
    await expect(
      client.review.decide({ postId: two, revisionId, verdict: 'approved' }),
    ).rejects.toMatchObject({ code: 'revision-not-found' });
  });
});

test('a blog that takes approved versions only is sent no other, and says why', async () => {
  await client.app.welcome({ language: 'pl' });
  const [account] = await client.accounts.list();
  const accountId = account!.id;
  await client.accounts.setApprovedOnly({ accountId, approvedOnly: true });
  expect((await client.accounts.list())[0]).toMatchObject({ approvedOnly: true });
  const postId = await write('Do zatwierdzenia');
  const publish = () => client.publishing.publish({ postId, accountId, how: 'publish' });
  await expect(publish()).rejects.toMatchObject({ code: 'not-approved' });
  await client.review.decide({ postId, revisionId: null, verdict: 'approved' });
  await edit(postId, 'Zmieniony po cichu');
  await expect(publish()).rejects.toMatchObject({ code: 'not-approved' });
  await client.review.decide({ postId, revisionId: null, verdict: 'approved' });
  const job = await publish();
  const state = await new Promise<string>((resolve) => {
    client.publishing.jobs({ limit: 5 }, (jobs) => {
      const now = jobs.find(({ id }) => id === job.id);
      if (now && ['succeeded', 'needs-attention'].includes(now.state)) resolve(now.state);
    });
  });
  expect(state).toBe('succeeded');
});

test('an approval taken back stops a job that was not there yet', async () => {
  await client.app.welcome({ language: 'pl' });
  const [account] = await client.accounts.list();
  const accountId = account!.id;
  const postId = await write('W drodze');
  await client.review.decide({ postId, revisionId: null, verdict: 'approved' });
  await client.review.decide({ postId, revisionId: null, verdict: 'changes-asked', note: 'Jeszcze nie.' });
  const job = await client.publishing.publish({ postId, accountId, how: 'publish' });
  // The setting is switched on before the queue's first step has reached the blog.
  await client.accounts.setApprovedOnly({ accountId, approvedOnly: true });
  const ended = await new Promise<{ state: string; code: string | undefined }>((resolve) => {
    client.publishing.jobs({ limit: 5 }, (jobs) => {
      const now = jobs.find(({ id }) => id === job.id);
      if (now && ['succeeded', 'needs-attention'].includes(now.state))
        resolve({ state: now.state, code: now.problem?.code });
    });
  });
  expect(ended).toEqual({ state: 'needs-attention', code: 'not-approved' });
});
