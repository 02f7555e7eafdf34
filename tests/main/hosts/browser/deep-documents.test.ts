/** A post with lists in lists is carried over the socket, however deep it goes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markdownToBody } from '#shared/document/markdown.ts';
import { createHostBed, say, type HostBed } from './host-bed.ts';

let bed: HostBed;
beforeAll(async () => void (bed = await createHostBed()));
afterAll(() => bed.stop());

/** Saves a post with so many lists in one another, and opens it again. */
async function openedAgain(levels: number) {
  const socket = await bed.openSocket();
  const made = await say(socket, { type: 'call', id: 1, member: 'posts.create', input: { language: 'en' } });
  const { output } = made as { output: { postId: string; version: number; document: object } };
  const { postId, version } = output;
  const markdown = Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');
  const document = { ...output.document, body: markdownToBody(markdown) };
  await say(socket, { type: 'call', id: 2, member: 'drafts.open', input: { postId } });
  const input = { postId, baseVersion: version, document };
  expect(await say(socket, { type: 'call', id: 3, member: 'drafts.save', input })).toMatchObject({
    type: 'answer',
  });
  const opened = await say(socket, { type: 'call', id: 4, member: 'drafts.open', input: { postId } });
  socket.terminate();
  return { opened, body: document.body };
}

test('twenty lists in one another', async () => {
  const { opened, body } = await openedAgain(20);
  expect(opened).toMatchObject({ type: 'answer', output: { draft: { document: { body } } } });
});

test('forty lists in one another', async () => {
  const { opened, body } = await openedAgain(40);
  expect(opened).toMatchObject({ type: 'answer', output: { draft: { document: { body } } } });
});
