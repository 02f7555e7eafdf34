/** Upgrades that are refused, with the reason's status; and that refusing harms nobody. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostBed, say, upgradeText, type HostBed } from './host-bed.ts';

let bed: HostBed;
beforeAll(async () => void (bed = await createHostBed()));
afterAll(() => bed.stop());

/** Headers of our own page, changed; an empty one is left out. */
function upgrade(path: string, changed: Readonly<Record<string, string>> = {}): string {
  const all = { Host: bed.address, Origin: bed.ours.origin, Cookie: bed.ours.cookie, ...changed };
  return upgradeText(path, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')));
}

test('our own page is let in', async () => {
  const socket = connect(bed.port, '127.0.0.1');
  socket.write(upgrade('/socket'));
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
  socket.destroy();
});

describe('refused', () => {
  test.each([
    ['without a cookie', { Cookie: '' }, 401],
    ['with a wrong cookie', { Cookie: 'brulion-0=wrong' }, 401],
    [
      'with the token in a header of its own',
      { Cookie: '', Authorization: 'Bearer a-token-known-to-the-tests' },
      401,
    ],
    ['without an Origin', { Origin: '' }, 403],
    ['with the Origin of a sandboxed page', { Origin: 'null' }, 403],
    ['with a foreign Origin', { Origin: 'http://evil.example' }, 403],
    ['with the Origin of another port here', { Origin: 'http://127.0.0.1:1' }, 403],
    ['with a foreign Host', { Host: 'evil.example' }, 403],
    [
      'by DNS rebinding, where Host and Origin agree',
      { Host: 'evil.example', Origin: 'http://evil.example' },
      403,
    ],
  ])('%s', async (_what, changed, status) => {
    const answer = await bed.exchange(upgrade('/socket', changed));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/sec-websocket-accept/i);
  });

  test.each(['/', '/socket/', '/socket?token=a-token-known-to-the-tests', '//socket', '/media/socket'])(
    'at %s',
    async (path) => expect(await bed.exchange(upgrade(path))).toMatch(/^HTTP\/1\.1 403 /),
  );

  test('the token in the address does not open a socket', async () => {
    const answer = await bed.exchange(upgrade('/socket?token=a-token-known-to-the-tests', { Cookie: '' }));
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('a handshake that is wrong in itself is refused too', () => {
  test.each([
    ['a version nobody speaks', { 'Sec-WebSocket-Version': '1' }],
    ['a key that is none', { 'Sec-WebSocket-Key': 'short' }],
    ['an upgrade to something else', { Upgrade: 'h2c' }],
  ])('%s', async (_what, changed) => {
    expect(await bed.exchange(upgrade('/socket', changed))).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

test('after all that, our own page is served as before', async () => {
  const socket = await bed.openSocket();
  const answer = await say(socket, { type: 'call', id: 7, member: 'app.info' });
  expect(answer).toMatchObject({ type: 'answer', id: 7, output: { host: 'browser' } });
  socket.close();
  expect(bed.complaints).toEqual([]);
});
