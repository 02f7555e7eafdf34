/** Who is let in, judged by headers alone. */
import { describe, expect, test } from 'vitest';
import { createGate } from '#main/hosts/browser/gate.ts';

const port = 4321;
const token = 'the-only-token';
const gate = createGate(port, token);
const host = `127.0.0.1:${port}`;
const cookie = `brulion-${port}=${token}`;

function judge(kind: 'page' | 'socket', headers: Record<string, string>) {
  return gate.judge({ headers: { host, cookie, ...headers } }, kind);
}

describe('Host', () => {
  test.each([host, `localhost:${port}`])('%s is ours', (ours) => {
    expect(judge('page', { host: ours })).toBe('let-in');
  });

  test.each([
    '',
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:${port}0`,
    `127.0.0.1.evil.example:${port}`,
    `evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `user@127.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
    `2130706433:${port}`,
  ])('“%s” is foreign', (foreign) => {
    expect(judge('page', { host: foreign })).toBe('wrong-host');
    expect(judge('socket', { host: foreign, origin: `http://${foreign}` })).toBe('wrong-host');
  });

  test('none at all is foreign', () => {
    expect(gate.judge({ headers: { cookie } }, 'page')).toBe('wrong-host');
  });
});

describe('Origin', () => {
  test.each([
    'null',
    '',
    'http://evil.example',
    `https://${host}`,
    `http://127.0.0.1:${port + 1}`,
    `http://127.0.0.1`,
    `http://${host}.evil.example`,
    `http://${host}/`,
    // Ours by its other name: a page of localhost has no business with 127.0.0.1.
    `http://localhost:${port}`,
  ])('“%s” is foreign', (origin) => {
    expect(judge('page', { origin })).toBe('wrong-origin');
    expect(judge('socket', { origin })).toBe('wrong-origin');
  });

  test('the same as Host is ours, under either name', () => {
    for (const name of [host, `localhost:${port}`]) {
      expect(judge('page', { host: name, origin: `http://${name}` })).toBe('let-in');
      expect(judge('socket', { host: name, origin: `http://${name}` })).toBe('let-in');
    }
  });

  test('a page may be asked for without one, a socket may not', () => {
    expect(judge('page', {})).toBe('let-in');
    expect(judge('socket', {})).toBe('wrong-origin');
  });
});

describe('what a browser says of whose doing it is', () => {
  const fetched = (site: string, mode: string, dest: string) =>
    judge('page', { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });

  test.each(['none', 'same-origin'])('“%s” is ours', (site) => {
    expect(fetched(site, 'no-cors', 'image')).toBe('let-in');
    expect(fetched(site, 'navigate', 'document')).toBe('let-in');
  });

  test.each(['same-site', 'cross-site', 'another word'])('“%s” may lead here and embed nothing', (site) => {
    expect(fetched(site, 'navigate', 'document')).toBe('let-in');
    for (const dest of ['iframe', 'frame', 'object', 'embed']) {
      expect(fetched(site, 'navigate', dest)).toBe('wrong-origin');
    }
    for (const [mode, dest] of [
      ['no-cors', 'image'],
      ['no-cors', 'script'],
      ['no-cors', 'style'],
      ['cors', 'empty'],
      ['no-cors', 'empty'],
      ['no-cors', 'document'],
    ] as const) {
      expect(fetched(site, mode, dest)).toBe('wrong-origin');
    }
  });
});

describe('the token', () => {
  test.each([null, '', 'the-only-toke', 'the-only-token2', 'THE-ONLY-TOKEN', 'żółw'])(
    '%s is not it',
    (candidate) => {
      expect(gate.isToken(candidate)).toBe(false);
    },
  );

  test('the token is', () => expect(gate.isToken(token)).toBe(true));

  test.each([
    ['no cookie', ''],
    ['an empty one', `brulion-${port}=`],
    ['a wrong one', `brulion-${port}=another-token`],
    ['one of a host on another port', `brulion-${port + 1}=${token}`],
    ['a name that only ends as ours', `x-brulion-${port}=${token}`],
    ['a name without a value', `brulion-${port}`],
    ['a wrong one before the right one', `brulion-${port}=wrong; ${cookie}`],
  ])('%s does not let in', (_what, sent) => {
    expect(judge('page', { cookie: sent })).toBe('no-token');
    expect(judge('socket', { cookie: sent, origin: `http://${host}` })).toBe('no-token');
  });

  test('the cookie is found among those of other programs', () => {
    expect(judge('page', { cookie: `a=1; brulion-1=x;${cookie}; theme=dark` })).toBe('let-in');
  });

  test('a foreign address is named before a missing token is', () => {
    expect(judge('page', { host: 'evil.example', cookie: '' })).toBe('wrong-host');
    expect(judge('page', { origin: 'http://evil.example', cookie: '' })).toBe('wrong-origin');
  });

  test('the cookie is for this host only, and out of every script’s reach', () => {
    const [pair, ...attributes] = gate.cookie.split('; ');
    expect(pair).toBe(cookie);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
  });
});
