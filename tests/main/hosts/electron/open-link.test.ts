/** Links that leave the window: which of them the system is given. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as electron from 'electron';
import { openLink } from '#main/hosts/electron/open-link.ts';
import type { createFakeElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).createFakeElectron());

const { opened } = (electron as unknown as ReturnType<typeof createFakeElectron>).seen;
const account = '0198f2aa-0000-7000-8000-000000000001';
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'brulion-link-')));
  mkdirSync(join(folder, 'site', 'posts', 'żółw'), { recursive: true });
  writeFileSync(join(folder, 'site', 'posts', 'żółw', 'index.html'), '<p>A turtle</p>');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  symlinkSync(join(folder, 'secret.html'), join(folder, 'site', 'link.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => void (opened.length = 0));

const open = (url: string) =>
  openLink(url, { siteFolder: (id) => (id === account ? join(folder, 'site') : null) });

test.each(['https://example.org/ż?q#h', 'http://127.0.0.1:8080/', 'mailto:ala@example.org'])(
  '%s goes to the system as it is',
  async (url) => {
    await open(url);
    expect(opened).toEqual([url]);
  },
);

test('a folder blog’s page goes to whatever opens such files', async () => {
  await open(`app://brulion/site/${account}/posts/%C5%BC%C3%B3%C5%82w/`);
  expect(opened).toEqual([join(folder, 'site', 'posts', 'żółw', 'index.html')]);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://server/share',
  'ms-msdt:/id',
  'not an address',
  '',
  'app://brulion/',
  `app://evil/site/${account}/posts/%C5%BC%C3%B3%C5%82w/`,
  `app://brulion/site/${account}`,
  `app://brulion/site/${account}/none.html`,
  `app://brulion/site/${account}/../../secret.html`,
  `app://brulion/site/${account}/..%2fsecret.html`,
  `app://brulion/site/${account}/%2e%2e%2fsecret.html`,
  `app://brulion/site/${account}/..%5csecret.html`,
  `app://brulion/site/${account}/link.html`,
  'app://brulion/site/00000000-0000-7000-8000-000000000000/index.html',
])('“%s” goes nowhere', async (url) => {
  await open(url);
  expect(opened).toEqual([]);
});
