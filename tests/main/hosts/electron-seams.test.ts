/** What the Electron host decides, without Electron: window options, where a window may go, who may ask. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isAppPage, isForSystem, isTrustedSender, sitePage } from '#main/hosts/electron/navigation-policy.ts';
import { defaultBounds, windowOptions } from '#main/hosts/electron/window-options.ts';

const account = '0198f2aa-0000-7000-8000-000000000001';

test('every window is sandboxed, isolated and without Node', () => {
  expect(windowOptions('/preload.cjs', defaultBounds).webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

describe('only the application’s own page', () => {
  test.each(['app://brulion/', 'app://brulion/#/post/x'])('%s is it', (url) => {
    expect(isAppPage(url)).toBe(true);
    expect(isTrustedSender(url)).toBe(true);
  });
  test.each([
    'app://brulion.evil/',
    'app://evil/',
    'app://brulion/media/abc',
    `app://brulion/site/${account}/index.html`,
    'https://brulion/',
    'file:///index.html',
    'about:blank',
    'javascript:alert(1)',
    '',
  ])('%s is not', (url) => {
    expect(isAppPage(url)).toBe(false);
    expect(isTrustedSender(url)).toBe(false);
  });
  test('nobody is nobody', () => expect(isTrustedSender(null)).toBe(false));
});

test.each([
  ['https://example.org/', true],
  ['mailto:a@example.org', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['app://brulion/', false],
  ['smb://server/share', false],
])('%s for the system: %s', (url, isFor) => expect(isForSystem(url)).toBe(isFor));

test('a folder blog’s page is known by its account and path, and nothing else is', () => {
  expect(sitePage(`app://brulion/site/${account}/wpis/index.html`)).toEqual({
    accountId: account,
    path: '/wpis/index.html',
  });
  expect(sitePage(`app://evil/site/${account}/index.html`)).toBeNull();
  expect(sitePage('app://brulion/site/../../etc/passwd')).toBeNull();
});

test('the packaged program has its fuses set', () => {
  const { electronFuses } = parse(
    readFileSync(new URL('../../../build/electron-builder.yml', import.meta.url), 'utf8'),
  ) as {
    electronFuses: Record<string, boolean>;
  };
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});
