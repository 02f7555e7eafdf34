/** The browser host's command line. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions } from '#main/hosts/browser/options.ts';

const library = ['--library', 'my library'];

test('a library alone is enough: a free port, a token nobody can guess', () => {
  const [one, two] = [readOptions(library), readOptions(library)];
  expect(one).toMatchObject({ library: resolve('my library'), port: null });
  expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
  expect(two.token).not.toBe(one.token);
});

test.each([
  [['--port', '8080'], { port: 8080 }],
  [['--port=65535'], { port: 65_535 }],
  [['--token', 'abcdefgh'], { token: 'abcdefgh' }],
  [['--token', '--library'], { token: '--library' }],
  [['--token', '-begins-so'], { token: '-begins-so' }],
  [['--token=-begins-so'], { token: '-begins-so' }],
])('%j', (args, options) => {
  expect(readOptions([...library, ...args])).toMatchObject({ library: resolve('my library'), ...options });
});

test('options stand in any order', () => {
  expect(readOptions(['--token', '-abcdefgh', '--port', '1', ...library])).toEqual({
    library: resolve('my library'),
    port: 1,
    token: '-abcdefgh',
  });
});

describe('refused', () => {
  test.each([
    ['no library', []],
    ['an empty library', ['--library', '']],
    ['a library without its value', ['--library']],
  ])('%s', (_what, args) => expect(() => readOptions(args)).toThrow(/library/));

  test.each(['-1', '65536', '1.5', 'x', 'Infinity'])('the port %s', (port) => {
    expect(() => readOptions([...library, '--port', port])).toThrow(`${port} is not a port.`);
  });

  test.each([
    '',
    'short',
    'x'.repeat(201),
    'with space',
    'semi;colon',
    'żółwżółw',
    'line\nbreaks',
    'a=b=c=d=e',
  ])('the token %j', (token) =>
    expect(() => readOptions([...library, '--token', token])).toThrow(/A token is/),
  );

  test.each([[['--host', '0.0.0.0']], [['--verbose']], [['stray']]])('%j', (args) => {
    expect(() => readOptions([...library, ...args])).toThrow(/Unknown option|Unexpected argument/);
  });
});
