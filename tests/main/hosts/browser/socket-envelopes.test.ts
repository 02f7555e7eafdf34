/** The contract over the socket: every request has its answer, in its own window only. */
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createHostBed, heard, say, type HostBed } from './host-bed.ts';

let bed: HostBed;
let socket: WebSocket;
beforeAll(async () => void (bed = await createHostBed()));
beforeEach(async () => void (socket = await bed.openSocket()));
afterEach(() => socket.terminate());
afterAll(() => bed.stop());

describe('a bad envelope is answered to whoever waits for it', () => {
  test.each([
    ['nothing', null, -1],
    ['a number', 42, -1],
    ['a list', [{ type: 'call', id: 1 }], -1],
    ['no type', { id: 5, member: 'app.info' }, 5],
    ['an unknown type', { type: 'shout', id: 6, member: 'app.info' }, 6],
    ['no id', { type: 'call', member: 'app.info' }, -1],
    ['an id that is no whole number', { type: 'call', id: 1.5, member: 'app.info' }, -1],
    ['an id that is text', { type: 'call', id: '1', member: 'app.info' }, -1],
    ['an id larger than any', { type: 'call', id: 2 ** 60, member: 'app.info' }, -1],
    ['no member', { type: 'call', id: 7 }, 7],
    ['a member that is none', { type: 'open', id: 8, member: {} }, 8],
    ['a member without end', { type: 'call', id: 9, member: 'x'.repeat(10_000) }, 9],
  ])('%s', async (_what, envelope, id) => {
    expect(await say(socket, envelope)).toMatchObject({ type: 'error', id, error: { code: 'bad-argument' } });
  });
});

describe('a bad argument says where it is bad', () => {
  test.each([
    ['posts.list', { limit: 'many' }, 'limit'],
    ['posts.list', { filters: { status: 'lost' } }, 'filters.status'],
    ['drafts.open', { postId: '../../etc/passwd' }, 'postId'],
    ['media.get', { hash: '../secret' }, 'hash'],
    ['media.import', { bytes: 'text', fileName: 'a.png' }, 'bytes'],
    ['settings.update', { theme: 'pink' }, 'theme'],
    ['drafts.open', undefined, ''],
  ])('%s %j', async (member, input, path) => {
    const answer = await say(socket, { type: 'call', id: 3, member, input });
    expect(answer).toMatchObject({
      type: 'error',
      id: 3,
      error: { code: 'bad-argument', details: { path } },
    });
  });

  test('and changes nothing', async () => {
    const before = await say(socket, { type: 'call', id: 1, member: 'settings.get' });
    await say(socket, {
      type: 'call',
      id: 2,
      member: 'settings.update',
      input: { theme: 'pink', authorName: 'X' },
    });
    expect(await say(socket, { type: 'call', id: 1, member: 'settings.get' })).toEqual(before);
  });
});

test.each([
  ['call', 'app.constructor'],
  ['call', 'constructor.name'],
  ['call', '__proto__.toString'],
  ['call', 'app'],
  ['call', ''],
  ['call', 'settings.changed'],
  ['call', 'publishing.jobs'],
  ['open', 'app.info'],
  ['open', 'settings.changed'],
])('%s “%s” is an unknown member', async (type, member) => {
  const answer = await say(socket, { type, id: 4, member, input: {} });
  expect(answer).toMatchObject({ type: 'error', id: 4, error: { code: 'unknown-member' } });
});

test('a failure of a known sort keeps its code', async () => {
  const hash = '0'.repeat(64);
  const answer = await say(socket, { type: 'call', id: 5, member: 'media.get', input: { hash } });
  expect(answer).toMatchObject({ type: 'error', id: 5, error: { code: 'media-not-found' } });
});

test('answers go to the window that asked, events to all', async () => {
  const other = await bed.openSocket();
  const heardByOther: unknown[] = [];
  other.on('message', (data) => heardByOther.push(data));
  const event = heard(other, ({ type }) => type === 'event');
  const asked = { type: 'call', id: 11, member: 'settings.update', input: { authorName: 'Ala' } };
  expect(await say(socket, asked)).toMatchObject({ type: 'answer', id: 11 });
  expect(await event).toMatchObject({ name: 'settings.changed', payload: { authorName: 'Ala' } });
  // The other window's own answer is the only other thing it hears.
  expect(await say(other, { type: 'call', id: 12, member: 'settings.get' })).toMatchObject({ id: 12 });
  expect(heardByOther).toHaveLength(2);
  other.terminate();
});

test('a stream answers at once and ends with its window', async () => {
  const leaving = await bed.openSocket();
  const item = await say(leaving, { type: 'open', id: 21, member: 'publishing.jobs', input: { limit: 5 } });
  expect(item).toEqual({ type: 'item', id: 21, item: [] });
  leaving.close();
  await once(leaving, 'close');
  expect(await say(socket, { type: 'call', id: 22, member: 'app.info' })).toMatchObject({ id: 22 });
  expect(bed.complaints).toEqual([]);
});

test('a window that goes lets go of the post it held', async () => {
  const holder = await bed.openSocket();
  const made = await say(holder, { type: 'call', id: 31, member: 'posts.create', input: { language: 'en' } });
  const { postId } = (made as { output: { postId: string } }).output;
  const opened = { type: 'call', id: 32, member: 'drafts.open', input: { postId } };
  expect(await say(holder, opened)).toMatchObject({ output: { holder: 'self' } });
  expect(await say(socket, opened)).toMatchObject({ output: { holder: 'other' } });
  const released = heard(socket, (message) => message.type === 'event' && message.name === 'drafts.held');
  holder.terminate();
  expect(await released).toMatchObject({ payload: { postId, holder: 'nobody' } });
});
