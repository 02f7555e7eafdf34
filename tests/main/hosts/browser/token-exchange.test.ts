/** The token in the printed address becomes a cookie, once the address itself is ours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHostBed, token, type HostBed } from './host-bed.ts';

let bed: HostBed;
beforeAll(async () => void (bed = await createHostBed()));
afterAll(() => bed.stop());

test('the cookie that is handed out is the one that lets in', async () => {
  const exchanged = await bed.ask(`/?token=${token}`, { cookie: '' });
  expect(exchanged.status).toBe(303);
  expect(exchanged.headers).toMatchObject({
    location: '/',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  expect(exchanged.bytes.toString()).toBe('');
  const cookie = exchanged.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect((await bed.ask('/', { cookie: '' })).status).toBe(401);
  expect((await bed.ask('/', { cookie })).status).toBe(200);
});

test('followed from another page, the address leads on by a page of ours, and is kept nowhere', async () => {
  const exchanged = await bed.ask(`/?token=${token}`, {
    cookie: '',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  });
  expect(exchanged.status).toBe(200);
  expect(exchanged.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(exchanged.headers['set-cookie']).toHaveLength(1);
  expect(exchanged.headers['content-security-policy']).toContain("default-src 'none'");
  expect(exchanged.bytes.toString()).not.toContain(token);
});

test.each([
  ['a foreign Host', { host: 'evil.example' }],
  ['a foreign Origin', { origin: 'http://evil.example' }],
])('%s has no cookie for it', async (_what, headers) => {
  const answer = await bed.ask(`/?token=${token}`, { cookie: '', ...headers });
  expect(answer.status).toBe(403);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test.each([
  '/?token=',
  '/?token=wrong-token',
  `/?Token=${token}`,
  `/?token=x&token=${token}`,
  `/assets/main.js?token=${token}`,
  `/#token=${token}`,
])('%s is refused', async (path) => {
  const answer = await bed.ask(path, { cookie: '' });
  expect(answer.status).toBe(401);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.bytes.toString()).not.toContain(token);
});

test.each(['POST', 'PUT', 'OPTIONS'])('%s exchanges nothing', async (method) => {
  const answer = await bed.ask(`/?token=${token}`, { cookie: '' }, method);
  expect(answer.status).toBe(404);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('whoever is not let in cannot tell what there is', async () => {
  const [there, missing] = await Promise.all(
    ['/assets/main.js', '/assets/none.js'].map((path) => bed.ask(path, { cookie: '' })),
  );
  expect(there?.status).toBe(401);
  expect(missing?.bytes.equals(there?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(missing?.status).toBe(401);
});
