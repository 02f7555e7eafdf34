/** A blog’s address that leads elsewhere: the password stays with the site it was given for. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startFaultProxy, type FaultProxy, type ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { writeSiteSettings } from '#tests/servers/wordpress/template.ts';
import { failureOf } from '../connectors/failure.ts';
import { postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

const statuses = [301, 302, 303, 307, 308];

describe.skipIf(wordPressMissing() !== null)('a redirect to another host', () => {
  let here: BlogBed;
  /** A working front to the same blog, under another name: whoever gets a password there could use it. */
  let elsewhere: FaultProxy;
  let seen: ProxiedRequest[] = [];

  beforeAll(async () => {
    here = await startBlogBed();
    elsewhere = await startFaultProxy({ hostname: 'localhost' });
    elsewhere.setTarget(here.blog.url);
    elsewhere.setFaults((request) => {
      seen.push(request);
      return null;
    });
  });
  afterAll(async () => {
    await here.stop();
    await elsewhere.stop();
  });
  afterEach(async () => {
    here.proxy.setFaults(() => null);
    seen = [];
    await standAt(here.proxy.url);
    for (const { id, state } of here.bed.queue.jobs(100))
      if (state !== 'succeeded' && state !== 'cancelled') here.bed.queue.cancel(id);
    for (const { id } of await here.bed.accounts.list()) await here.bed.accounts.remove(id);
  });

  /** As the owner of a blog tells WordPress that it has another address now. */
  const standAt = (url: string) => writeSiteSettings(here.blog.folder, { url, environment: 'local' });
  const redirect = (status: number, when: (request: ProxiedRequest) => boolean) =>
    here.proxy.setFaults((request) =>
      when(request)
        ? { kind: 'answer', status, headers: { location: `${elsewhere.url}${request.path}` } }
        : null,
    );
  const passwordsThere = () => seen.filter(({ headers }) => headers.authorization !== undefined);

  test.each(statuses)('%i of the address: the other site is named, and gets no password', async (status) => {
    await standAt(elsewhere.url);
    redirect(status, () => true);
    const error = await failureOf(here.connect());
    expect(error).toMatchObject({
      code: 'blog-moved',
      details: { address: here.proxy.url, found: elsewhere.url },
    });
    // It was looked at, as anybody may.
    expect(seen).not.toEqual([]);
    expect(passwordsThere()).toEqual([]);
    expect(await here.bed.accounts.list()).toEqual([]);
  });

  test.each(statuses)('%i of the API alone: the same', async (status) => {
    redirect(status, ({ path }) => path.includes('wp-json') || path.includes('rest_route'));
    expect(await failureOf(here.connect())).toMatchObject({ code: 'blog-moved' });
    expect(passwordsThere()).toEqual([]);
  });

  test.each(statuses)('%i of the sign-in: nothing is asked there', async (status) => {
    redirect(status, ({ headers }) => headers.authorization !== undefined);
    expect(await failureOf(here.connect())).toMatchObject({
      code: 'blog-moved',
      details: { found: elsewhere.url },
    });
    expect(seen).toEqual([]);
  });

  test('a page that names an API elsewhere', async () => {
    const link = { link: `<${elsewhere.url}/wp-json/>; rel="https://api.w.org/"` };
    here.proxy.setFaults(({ path }) =>
      path === '/' ? { kind: 'answer', status: 200, headers: link, body: '<h1>A blog</h1>' } : null,
    );
    expect(await failureOf(here.connect())).toMatchObject({ code: 'blog-moved' });
    expect(passwordsThere()).toEqual([]);
  });

  test('another port of the same host is another site', async () => {
    const neighbour = await startFaultProxy();
    try {
      neighbour.setTarget(here.blog.url);
      await standAt(neighbour.url);
      const passwords: unknown[] = [];
      neighbour.setFaults(({ headers }) => {
        if (headers.authorization !== undefined) passwords.push(headers);
        return null;
      });
      here.proxy.setFaults(({ path }) => ({
        kind: 'answer',
        status: 301,
        headers: { location: `${neighbour.url}${path}` },
      }));
      expect(await failureOf(here.connect())).toMatchObject({ code: 'blog-moved' });
      expect(passwords).toEqual([]);
    } finally {
      await neighbour.stop();
    }
  });

  test('the other address is taken when the person says so', async () => {
    await standAt(elsewhere.url);
    redirect(301, () => true);
    expect(await failureOf(here.connect())).toMatchObject({ code: 'blog-moved' });
    const { user, appPassword } = here.blog.users.admin;
    const login = {
      userName: user,
      password: appPassword,
      secretStorage: 'session',
      makeDefault: true,
    } as const;
    await here.bed.accounts.addWordPress({ ...login, address: elsewhere.url });
    expect(passwordsThere()).not.toEqual([]);
  });

  describe.each([
    ['reads', 'GET'],
    ['writes', 'POST'],
  ])('while publishing, of %s', (_, method) => {
    test.each(statuses)('%i: waits, asks in the end, and goes on when it is over', async (status) => {
      const accountId = await here.connect();
      const title = `Przekierowany ${method} ${status}`;
      const { postId } = await here.writeWithPicture(title);
      redirect(status, (request) => request.method === method);
      const waiting = await here.publish(postId, accountId);
      expect(waiting).toMatchObject({ state: 'waiting', problem: { code: 'redirected' } });
      for (let tries = 1; tries < 6; tries++) {
        here.pass(600_000);
        await here.rests(waiting.id);
      }
      expect(here.bed.queue.jobs(1)[0]).toMatchObject({
        state: 'needs-attention',
        problem: { code: 'redirected', choices: ['enter-password', 'try-again', 'cancel'] },
      });
      expect(seen).toEqual([]);
      here.proxy.setFaults(() => null);
      expect(await here.choose(waiting.id, 'try-again')).toMatchObject({ state: 'succeeded' });
      expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
    });
  });

  test('for good: the same job goes on at the new address once the person has entered it', async () => {
    const accountId = await here.connect();
    const title = 'Przeprowadzka';
    const { postId } = await here.writeWithPicture(title);
    await standAt(elsewhere.url);
    redirect(301, () => true);
    const waiting = await here.publish(postId, accountId);
    expect(waiting).toMatchObject({ state: 'waiting', problem: { code: 'redirected' } });

    const { appPassword: password } = here.blog.users.admin;
    const login = { password, secretStorage: 'session' } as const;
    expect(await failureOf(here.bed.accounts.setPassword(accountId, login))).toMatchObject({
      code: 'blog-moved',
    });
    expect(passwordsThere()).toEqual([]);
    await here.bed.accounts.setPassword(accountId, { ...login, address: elsewhere.url });
    here.bed.queue.wake('signed-in', accountId);
    expect(await here.bed.reaches(waiting.id, 'succeeded')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
  });
});
