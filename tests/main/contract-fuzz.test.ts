/** Ten thousand calls with arguments nobody would send: always an answer or a coded error, never a crash. */
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApplication, type Application } from '#main/application.ts';
import { contract } from '#shared/contract/contract.ts';
import type { Message } from '#shared/contract/envelope.ts';
import { errorCodes } from '#shared/contract/errors.ts';

const runs = 10_000;
let folder: string;
let application: Application;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brulion-fuzz-'));
  application = await startApplication({
    libraryFolder: folder,
    host: { kind: 'browser', chooseFolder: null },
    log: () => {},
  });
});
afterAll(async () => {
  await application.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Calls that reach out of the library: a made-up address is asked for on the network, a made-up folder is made. */
const outward = new Set([
  'accounts.discover',
  'accounts.addWordPress',
  'accounts.setPassword',
  'accounts.addFolder',
]);
const members = Object.entries(contract).flatMap(([group, calls]) =>
  Object.entries(calls)
    .filter(([, member]) => member.kind === 'call')
    .map(([name, member]) => ({ name: `${group}.${name}`, keys: keysOf(member) })),
);
const odd = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.uuid(),
  fc.constantFrom('', 'x'.repeat(100_000), '__proto__', 'null', -1, Number.NaN, 1e308, 'draft', 'en', null),
);

function keysOf(member: object): string[] {
  const shape = (member as { input?: { shape?: object } }).input?.shape;
  return shape ? Object.keys(shape) : [];
}

test('every call answers whatever it is given', async () => {
  const waiting = new Map<number, (message: Message) => void>();
  const connection = application.dispatcher.connect((message) => {
    if (message.type === 'answer' || message.type === 'error') waiting.get(message.id)?.(message);
  });
  const ask = (id: number, member: string, input: unknown) =>
    new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      connection.receive({ type: 'call', id, member, input });
    });
  let id = 0;
  const request = fc.constantFrom(...members).chain(({ name, keys }) =>
    fc.record({
      member: fc.constant(name),
      // What looks like the argument, with odd values in it; and what does not look like it at all.
      input: fc.oneof(
        odd,
        fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] }),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(request, async ({ member, input }) => {
      const message = await ask(++id, member, outward.has(member) ? { input } : input);
      waiting.delete(message.type === 'answer' || message.type === 'error' ? message.id : -1);
      // `internal` would be a fault of ours, hidden behind a code.
      expect(message).toSatisfy(
        (it: Message) =>
          it.type !== 'error' || (errorCodes.includes(it.error.code) && it.error.code !== 'internal'),
      );
    }),
    { numRuns: runs },
  );
  expect(await ask(++id, 'posts.list', {})).toMatchObject({ type: 'answer' });
}, 300_000);
