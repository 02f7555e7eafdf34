/**
 * The real program with a real WordPress, and a server in between that repeats every secret it hears: afterwards none of
 * them is in any file, any line of the log, any frame a window received, or any error.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodedError } from '#shared/contract/errors.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import { startFaultProxy, type Fault, type FaultProxy } from '#tests/servers/fault-proxy.ts';
import { startWordPress, wordPressMissing, type TestWordPress } from '#tests/servers/wordpress/server.ts';
import { startHostProcess, type HostProcess } from '../hosts/browser/host-process.ts';
import { openRecordedWindow, type RecordedWindow } from './recorded-window.ts';
import { filesWithSecrets, formsOfLogin, modeOf, secretsIn } from './secret-forms.ts';

const hostToken = 'the-token-of-this-very-run-0123456789';
const wrongPassword = 'wrng WRNG wrng WRNG 1234 5678';
const attention = ['needs-attention', 'waiting'] as const;

let home: string;
let library: string;
let blog: TestWordPress;
let proxy: FaultProxy;
let host: HostProcess;
let window: RecordedWindow;
const seenFrames: Buffer[] = [];
const seenLogs: string[] = [];
const errors: CodedError[] = [];
/** Files of the library that had a secret in them at any moment, but the one that is for them. */
const files: string[] = [];
/** What a server says of a request, repeating all it knows. */
const repeated = (authorization: string): string => {
  const login = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString('utf8');
  const password = login.slice(login.indexOf(':') + 1);
  const spaceless = password.replaceAll(' ', '');
  return [
    authorization,
    login,
    password,
    spaceless,
    encodeURIComponent(password),
    password.slice(0, 17),
  ].join(' ');
};
const said = (status: number, authorization: string): Fault => ({
  kind: 'answer',
  status,
  headers: { 'x-debug': repeated(authorization), 'www-authenticate': `Basic realm="${authorization}"` },
  body: JSON.stringify({
    code: repeated(authorization),
    message: repeated(authorization),
    data: { status, headers: { Authorization: repeated(authorization) } },
  }),
});
const redirects = (status: number, authorization: string): Fault => ({
  kind: 'answer',
  status,
  headers: { location: `http://elsewhere.invalid/${encodeURIComponent(repeated(authorization))}` },
  body: repeated(authorization),
});

async function start(): Promise<void> {
  host = await startHostProcess(['--library', library, '--token', hostToken]);
  const { url } = JSON.parse(host.firstLine ?? '{}') as { url: string };
  window = await openRecordedWindow(url);
}

async function stop(): Promise<void> {
  seenFrames.push(...window.frames);
  window.close();
  host.signal('SIGTERM');
  await host.ended;
  seenLogs.push(host.complaints());
}

/** The coded error that this ends with; kept for the search. */
async function failure(work: Promise<unknown>): Promise<CodedError> {
  const error: unknown = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CodedError)) throw error;
  errors.push(error);
  return error;
}

describe.skipIf(wordPressMissing() !== null)('after a run with every failure', () => {
  let secrets: string[];
  let user: string;
  let password: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'brulion-secrets-'));
    library = join(home, 'library');
    proxy = await startFaultProxy();
    blog = await startWordPress({ publicUrl: proxy.url });
    proxy.setTarget(blog.url);
    ({ user } = blog.users.author);
    // As WordPress shows it, and as a person types it.
    password = blog.users.author.appPassword.replace(/(.{4})(?!$)/g, '$1 ');
    secrets = [...formsOfLogin(user, password), ...formsOfLogin(user, wrongPassword), hostToken];
    await start();
    await window.client.app.welcome({ language: 'en' });
    await run();
    // Once more, so that a copy of the whole library is made too.
    await stop();
    await rm(join(library, 'backups'), { recursive: true, force: true });
    await start();
    await window.client.publishing.clearEnded();
    await window.client.library.backUp();
  });

  afterAll(async () => {
    host.signal('SIGTERM');
    await host.ended;
    await blog.stop();
    await proxy.stop();
    await rm(home, { recursive: true, force: true });
  });

  const login = (typed: string, storage: 'file' | 'session' = 'file') => ({
    address: proxy.url,
    userName: user,
    password: typed,
    secretStorage: storage,
    makeDefault: true,
  });

  async function run(): Promise<void> {
    const { accounts, posts, drafts, publishing } = window.client;
    // Signing in: refused by the blog itself, then by servers that repeat what they heard.
    expect(await failure(accounts.addWordPress(login(wrongPassword)))).toMatchObject({
      code: 'sign-in-refused',
    });
    for (const answer of [
      said(401, ''),
      said(403, ''),
      said(500, ''),
      redirects(302, ''),
      redirects(307, ''),
    ]) {
      const isRedirect = answer.kind === 'answer' && answer.status < 400;
      proxy.setFaults(({ authorization }) => {
        if (authorization === '') return null;
        const { status } = answer as { status: number };
        return isRedirect ? redirects(status, authorization) : said(status, authorization);
      });
      await failure(accounts.addWordPress(login(password)));
    }
    proxy.setFaults(() => null);
    // A login typed into the address is no address, and is not said back.
    for (const address of [
      `http://${user}:${encodeURIComponent(password)}@127.0.0.1/`,
      `ftp://${user}:${password}@127.0.0.1/`,
      `${user}:${password}@127.0.0.1`,
    ]) {
      expect(await failure(accounts.addWordPress({ ...login('x'), address }))).toMatchObject({
        code: 'address-invalid',
      });
    }
    await failure(accounts.addWordPress({ ...login(password), userName: '' }));
    await failure(accounts.addWordPress({ ...login(password), secretStorage: password as 'file' }));

    const account = await accounts.addWordPress(login(password));
    await failure(
      accounts.setPassword({ accountId: account.id, password: wrongPassword, secretStorage: 'file' }),
    );

    // Publishing: every step meets a server that repeats what it heard, then goes on when a person says so.
    const { postId, version, document } = await posts.create({ language: 'en' });
    await drafts.open({ postId });
    await drafts.save({
      postId,
      baseVersion: version,
      document: { ...document, title: 'Kept to myself', tags: ['secret'], body: markdownToBody('Words.') },
    });
    const trouble = (next: (authorization: string) => Fault) =>
      proxy.setFaults(({ authorization }) => (authorization === '' ? null : next(authorization)));
    const troubles: ((authorization: string) => Fault)[] = [
      (heard) => said(500, heard),
      (heard) => said(400, heard),
      (heard) => said(403, heard),
      (heard) => said(429, heard),
      (heard) => redirects(301, heard),
      (heard) => redirects(303, heard),
      (heard) => ({ kind: 'answer', status: 200, body: `<b>Notice</b>: ${repeated(heard)}` }),
      (heard) => said(401, heard),
    ];
    trouble(troubles[0]!);
    const { id } = await publishing.publish({
      postId,
      accountId: account.id,
      how: 'publish',
      publishAt: null,
    });
    await window.reaches(id, ...attention);
    for (const next of troubles.slice(1)) {
      trouble(next);
      await tryAgain(id);
      await searchFiles();
    }
    proxy.setFaults(() => null);
    await accounts.setPassword({ accountId: account.id, password, secretStorage: 'file' });
    await window.reaches(id, 'succeeded');

    // Revoked on the blog, for real.
    await revoke();
    const update = await publishing.publish({
      postId,
      accountId: account.id,
      how: 'publish',
      publishAt: null,
    });
    const refused = await window.reaches(update.id, ...attention, 'succeeded');
    expect(refused.problem?.code).toBe('sign-in-refused');
  }

  async function searchFiles(): Promise<void> {
    const found = await filesWithSecrets(home, secrets);
    files.push(...found.filter((line) => !line.startsWith(`${join('library', 'secrets.json')}:`)));
  }

  /** Makes the job try now, and waits until it has failed once more. */
  async function tryAgain(jobId: string): Promise<void> {
    await window.client.publishing.choose({ jobId, choice: 'try-again' });
    await window.reaches(jobId, ...attention);
  }

  async function revoke(): Promise<void> {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const answer = await fetch(`${blog.url}/?rest_route=/wp/v2/users/me/application-passwords`, {
      method: 'DELETE',
      headers: { authorization },
    });
    expect(answer.status).toBe(200);
  }

  test('the secrets were there to be found: the chosen file has the password', async () => {
    expect(secretsIn(await readFile(join(library, 'secrets.json')), secrets)).not.toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('that file is for this user alone', async () => {
    expect(await modeOf(join(library, 'secrets.json'))).toBe(0o600);
  });

  test('no other file of the library ever had one, nor its journal, nor its backup', async () => {
    await searchFiles();
    expect(await readdir(join(library, 'backups'))).toHaveLength(1);
    expect(files).toEqual([]);
  });

  test('no frame that a window received has one', () => {
    const frames = [...seenFrames, ...window.frames];
    expect(frames.length).toBeGreaterThan(30);
    expect(frames.flatMap((frame) => secretsIn(frame, secrets))).toEqual([]);
  });

  test('no line of the log has one', () => {
    const log = [...seenLogs, host.complaints()].join('\n');
    expect(log).toContain('Backed the library up');
    expect(secretsIn(log, secrets)).toEqual([]);
  });

  test('no error has one', () => {
    expect(errors.length).toBeGreaterThan(10);
    const all = errors.map(({ code, message, details, stack }) =>
      JSON.stringify({ code, message, details, stack }),
    );
    // The details say back what was typed; nothing of it was the password.
    expect(all.flatMap((error) => secretsIn(error, secrets))).toEqual([]);
  });
});
