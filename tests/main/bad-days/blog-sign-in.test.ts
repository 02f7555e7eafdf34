/** Connecting a blog that cannot be connected: why, in a code of its own; and what makes the same sign-in succeed. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { writeSiteSettings } from '#tests/servers/wordpress/template.ts';
import { failureOf } from '../connectors/failure.ts';
import { setRole, startBlogBed, type BlogBed } from './blog-bed.ts';

const form = '<form action="/login"><input name="who"><input type="password" name="pw"></form>';
const page: Fault = { kind: 'answer', status: 200, body: '<h1>A shop</h1>' };
const isApi = ({ path }: ProxiedRequest) => path.includes('wp-json') || path.includes('rest_route');

const logins: [string, (request: ProxiedRequest) => Fault | null][] = [
  [
    'a redirect to wp-login.php',
    ({ path }) =>
      path.startsWith('/wp-login.php?')
        ? null
        : { kind: 'answer', status: 302, headers: { location: '/wp-login.php?redirect_to=%2F' } },
  ],
  ['a form in place of every page', () => ({ kind: 'answer', status: 200, body: form })],
  [
    'the server’s own basic login',
    () => ({
      kind: 'answer',
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="staging"' },
      body: '<h1>401 Authorization Required</h1>',
    }),
  ],
];

describe.skipIf(wordPressMissing() !== null)('connecting', () => {
  let here: BlogBed;
  let seen: ProxiedRequest[] = [];
  beforeAll(async () => void (here = await startBlogBed()));
  afterAll(() => here.stop());
  afterEach(async () => {
    here.proxy.setFaults(() => null);
    for (const { id } of await here.bed.accounts.list()) await here.bed.accounts.remove(id);
  });

  function answerWith(decide: (request: ProxiedRequest) => Fault | null): void {
    seen = [];
    here.proxy.setFaults((request) => {
      seen.push(request);
      return decide(request);
    });
  }
  const passwordsSent = () => seen.filter(({ headers }) => headers.authorization !== undefined);

  async function refused(code: string): Promise<void> {
    expect(await failureOf(here.connect())).toMatchObject({ code });
    expect(await here.bed.accounts.list()).toEqual([]);
  }

  test('with a wrong password stores nothing; with the right one it succeeds', async () => {
    const { user } = here.blog.users.author;
    const login = {
      address: here.proxy.url,
      userName: user,
      secretStorage: 'file',
      makeDefault: true,
    } as const;
    const password = 'abcd efgh ijkl mnop';
    const error = await failureOf(here.bed.accounts.addWordPress({ ...login, password }));
    expect(error).toMatchObject({ code: 'sign-in-refused' });
    expect(JSON.stringify(error)).not.toContain('abcd');
    expect(await here.bed.accounts.list()).toEqual([]);
    await here.connect('author');
    expect(await here.bed.accounts.list()).toMatchObject([{ userName: user, signedIn: true }]);
  });

  test('as a reader is refused until the role is raised', async () => {
    await setRole(here.blog, 'contributor', 'subscriber');
    expect(await failureOf(here.connect('contributor'))).toMatchObject({ code: 'role-too-low' });
    await setRole(here.blog, 'contributor', 'contributor');
    expect(await here.connect('contributor')).toBeTruthy();
  });

  test('to a page that is no blog sends no password', async () => {
    answerWith(() => page);
    await refused('blog-not-found');
    expect(passwordsSent()).toEqual([]);
    here.proxy.setFaults(() => null);
    expect(await here.connect()).toBeTruthy();
  });

  test('to a blog whose API is switched off sends no password', async () => {
    answerWith((request) => (isApi(request) ? { kind: 'answer', status: 404 } : null));
    await refused('blog-answer-unreadable');
    expect(passwordsSent()).toEqual([]);
    here.proxy.setFaults(() => null);
    expect(await here.connect()).toBeTruthy();
  });

  test.each(logins)('behind %s sends no password, and says that it is a login', async (_, decide) => {
    answerWith(decide);
    await refused('blog-behind-login');
    expect(passwordsSent()).toEqual([]);
    here.proxy.setFaults(() => null);
    expect(await here.connect()).toBeTruthy();
  });

  test('when only what a password is needed for is behind a login of the server’s own', async () => {
    answerWith(({ headers }) =>
      headers.authorization === undefined ? null : { kind: 'answer', status: 401, body: '<h1>401</h1>' },
    );
    await refused('blog-answer-unreadable');
    here.proxy.setFaults(() => null);
    expect(await here.connect()).toBeTruthy();
  });

  test('to a blog that takes no application passwords does not blame the password', async () => {
    await writeSiteSettings(here.blog.folder, { url: here.proxy.url, environment: 'production' });
    await refused('application-passwords-off');
    await writeSiteSettings(here.blog.folder, { url: here.proxy.url, environment: 'local' });
    expect(await here.connect()).toBeTruthy();
  });

  test('to a blog that is down', async () => {
    answerWith(() => ({ kind: 'answer', status: 503 }));
    await refused('blog-unreachable');
    answerWith(() => ({ kind: 'lose-request' }));
    await refused('blog-unreachable');
    here.proxy.setFaults(() => null);
    expect(await here.connect()).toBeTruthy();
  });
});
