/** Credentials that a server repeats are taken out of its words, however it writes them. */
import { describe, expect, test } from 'vitest';
import { redact } from '#main/connectors/http/redact.ts';

const password = 'abcd EFGH ijkl MNOP qrst UVWX';
const basic = (user: string, secret: string) =>
  `Basic ${Buffer.from(`${user}:${secret}`, 'utf8').toString('base64')}`;
const authorization = basic('żaneta', password);
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('nothing is left of', () => {
  test.each([
    ['the header', authorization],
    ['the password', password],
    ['without spaces', password.replaceAll(' ', '')],
    ['in other case', password.toUpperCase()],
    ['percent-encoded', encodeURIComponent(password)],
    ['as a form writes it', password.replaceAll(' ', '+')],
    ['of the header percent-encoded', encodeURIComponent(authorization)],
    ['in base64', base64(password)],
    ['in base64 without spaces', base64(password.replaceAll(' ', ''))],
    ['its first half', password.slice(0, 14)],
    ['its last half', password.slice(-14)],
    ['a piece of the header', authorization.slice(20, 36)],
  ])('%s', (_what, said) => {
    const told = redact(`before[${said}]after`, authorization);
    expect(told).toMatch(/^before\[.*\]after$/);
    expect(told).toContain('•••');
    for (let at = 0; at + 8 <= password.length; at++) {
      expect(told.toLowerCase()).not.toContain(password.slice(at, at + 8).toLowerCase());
    }
    expect(told).not.toContain(authorization.slice(10, 18));
  });
});

test('signs that JSON, HTML and addresses write otherwise are found in those writings', () => {
  const awkward = 'p"<&\\ä€ %+/x1';
  for (const said of [
    JSON.stringify(awkward),
    encodeURIComponent(awkward),
    awkward.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]) {
    expect(redact(said, basic('me', awkward))).not.toMatch(/x1|%3C%26|lt;&amp/);
  }
});

test('everything else stays as it is', () => {
  const words = { message: 'The password is wrong.', data: { status: 401, list: ['abcd', 'x', null, true] } };
  expect(redact(words, authorization)).toEqual(words);
  expect(redact(words, undefined)).toBe(words);
  expect(redact('one two', basic('me', ''))).toBe('one two');
  expect(redact('a cat', basic('me', 'cat'))).toBe('a cat');
});

test('names and values deep within are looked through', () => {
  expect(redact({ a: [{ [password]: password }] }, authorization)).toEqual({ a: [{ '•••': '•••' }] });
});
