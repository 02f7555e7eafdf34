/** Blogs over https whose certificate cannot be trusted, and blogs that go over to https. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificates, opensslMissing, type TestCertificates } from '#tests/servers/certificates.ts';
import { startFaultProxy, type FaultProxy, type ProxiedRequest } from '#tests/servers/fault-proxy.ts';
import { wordPressMissing } from '#tests/servers/wordpress/server.ts';
import { writeSiteSettings } from '#tests/servers/wordpress/template.ts';
import { failureOf } from '../connectors/failure.ts';
import { postsOnBlog, startBlogBed, type BlogBed } from './blog-bed.ts';

const missing = wordPressMissing() ?? opensslMissing();
const bad = ['selfSigned', 'expired', 'wrongHost'] as const;
const usual = getCACertificates('default');

describe.skipIf(missing !== null)(`a blog over https${missing ? ` (${missing})` : ''}`, () => {
  let certificates: TestCertificates;
  let here: BlogBed;
  /** What got through: a request, or a password, that was sent. */
  let seen: ProxiedRequest[] = [];
  let http: FaultProxy;

  beforeAll(async () => {
    certificates = await makeCertificates();
    // The test's own authority is one of those the whole process trusts; the others are as bad as ever.
    setDefaultCACertificates([...usual, certificates.authority]);
    here = await startBlogBed({ proxy: { tls: certificates.good, hostname: 'localhost' } });
    http = await startFaultProxy({ hostname: 'localhost' });
    http.setTarget(here.blog.url);
  });
  afterAll(async () => {
    setDefaultCACertificates(usual);
    await here.stop();
    await http.stop();
  });
  afterEach(async () => {
    here.proxy.setCertificate(certificates.good);
    here.proxy.setFaults(() => null);
    await writeSiteSettings(here.blog.folder, { url: here.proxy.url, environment: 'local' });
    for (const { id, state } of here.bed.queue.jobs(100))
      if (state !== 'succeeded' && state !== 'cancelled') here.bed.queue.cancel(id);
    for (const { id } of await here.bed.accounts.list()) await here.bed.accounts.remove(id);
  });
  const listen = () => {
    seen = [];
    here.proxy.setFaults((request) => {
      seen.push(request);
      return null;
    });
  };

  test.each(bad)('with a certificate that is %s: nothing is sent, and it is said why', async (which) => {
    here.proxy.setCertificate(certificates[which]);
    listen();
    expect(await failureOf(here.connect())).toMatchObject({ code: 'blog-tls' });
    const typed = here.proxy.url.replace('https://', '');
    const { user, appPassword: password } = here.blog.users.admin;
    const login = { userName: user, password, secretStorage: 'session', makeDefault: true } as const;
    expect(
      await failureOf(here.bed.accounts.addWordPress({ ...login, address: `https://${typed}/` })),
    ).toMatchObject({ code: 'blog-tls' });
    expect(seen).toEqual([]);
    expect(await here.bed.accounts.list()).toEqual([]);
    here.proxy.setCertificate(certificates.good);
    expect(await here.connect()).toBeTruthy();
  });

  test.each(bad)('whose certificate comes to be %s while publishing', async (which) => {
    const accountId = await here.connect();
    const title = `Certyfikat ${which}`;
    const { postId } = await here.writeWithPicture(title);
    let isReserved = false;
    here.proxy.setFaults(({ method, path }) => {
      if (!isReserved && method === 'POST' && path.includes('wp/v2/posts')) {
        isReserved = true;
        here.proxy.setCertificate(certificates[which]);
      }
      return null;
    });
    const waiting = await here.publish(postId, accountId);
    // The connection was cut with the old certificate: that may count as offline once.
    if (waiting.problem?.code === 'offline') {
      here.pass(600_000);
      await here.rests(waiting.id);
    }
    listen();
    for (let tries = 1; tries < 7 && here.bed.queue.jobs(1)[0]?.state === 'waiting'; tries++) {
      here.pass(600_000);
      await here.rests(waiting.id);
    }
    expect(here.bed.queue.jobs(1)[0]).toMatchObject({ state: 'needs-attention', problem: { code: 'tls' } });
    expect(seen).toEqual([]);
    here.proxy.setCertificate(certificates.good);
    expect(await here.choose(waiting.id, 'try-again')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
  });

  const toHttps = ({ path }: ProxiedRequest) =>
    ({ kind: 'answer', status: 301, headers: { location: `${here.proxy.url}${path}` } }) as const;

  test('is connected over https when the address typed is of its http front, which sees no password', async () => {
    const passwords: unknown[] = [];
    http.setFaults((request) => {
      if (request.headers.authorization !== undefined) passwords.push(request);
      return toHttps(request);
    });
    const { user, appPassword: password } = here.blog.users.admin;
    const login = { userName: user, password, secretStorage: 'session', makeDefault: true } as const;
    const { address } = await here.bed.accounts.addWordPress({ ...login, address: http.url });
    expect(address).toContain(here.proxy.url);
    expect(passwords).toEqual([]);
  });

  test('that was http when it was connected: signing in anew is enough for the job to go on', async () => {
    http.setFaults(() => null);
    await writeSiteSettings(here.blog.folder, { url: http.url, environment: 'local' });
    const { user, appPassword: password } = here.blog.users.admin;
    const login = { userName: user, password, secretStorage: 'session', makeDefault: true } as const;
    const { id: accountId } = await here.bed.accounts.addWordPress({ ...login, address: http.url });
    await writeSiteSettings(here.blog.folder, { url: here.proxy.url, environment: 'local' });
    http.setFaults(toHttps);

    const title = 'Przejście na https';
    const { postId } = await here.writeWithPicture(title);
    const waiting = await here.publish(postId, accountId);
    expect(waiting).toMatchObject({ state: 'waiting', problem: { code: 'redirected' } });
    await here.bed.accounts.setPassword(accountId, { password, secretStorage: 'session' });
    here.bed.queue.wake('signed-in', accountId);
    expect(await here.bed.reaches(waiting.id, 'succeeded')).toMatchObject({ state: 'succeeded' });
    expect(await postsOnBlog(here.blog, title)).toMatchObject([{ status: 'publish' }]);
  });
});
