import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary, type Library } from '#main/storage/library.ts';
import { lockLibrary } from '#main/storage/library-lock.ts';
import { documentOf, temporaryFolder } from './temporary-library.ts';

const inUse = expect.objectContaining({ name: 'CodedError', code: 'library-in-use' });

let folder: string;
let child: ChildProcess | null = null;
const opened: Library[] = [];

beforeEach(() => void (folder = temporaryFolder()));

afterEach(async () => {
  await killChild();
  for (const library of opened.splice(0)) library.close();
});

function open(): Library {
  const library = openLibrary(folder);
  opened.push(library);
  return library;
}

async function killChild(): Promise<void> {
  if (!child) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  child = null;
}

/** Another process that opens the library and does `action` with it; answers what that process then says. */
async function otherProcess(action: string): Promise<string> {
  const source = (path: string) => new URL(`../../../${path}`, import.meta.url).href;
  const script = `
    import { openLibrary } from ${JSON.stringify(source('src-main/storage/library.ts'))};
    import { emptyDocument } from ${JSON.stringify(source('src-shared/document/serialized.ts'))};
    setInterval(() => {}, 1_000);
    try {
      const library = openLibrary(${JSON.stringify(folder)});
      ${action}
      console.log('open');
    } catch (error) {
      console.log(error.code ?? String(error));
    }`;
  child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return said.toString().trim();
}

test('a second opening is refused, and harms the first in nothing', () => {
  const first = open();
  expect(open).toThrow(inUse);
  const { postId } = first.posts.create(documentOf('Pierwszy'));
  expect(open).toThrow(inUse);
  expect(first.posts.draft(postId).document.title).toBe('Pierwszy');
});

test('once closed, the library opens again', () => {
  const first = openLibrary(folder);
  const { postId } = first.posts.create(documentOf('Zostaje'));
  first.close();
  expect(open().posts.draft(postId).document.title).toBe('Zostaje');
});

test('the lock names the folder it is about, and is let go once', () => {
  const unlock = lockLibrary(folder);
  expect(() => lockLibrary(folder)).toThrow(expect.objectContaining({ details: { folder } }));
  unlock();
  const again = lockLibrary(folder);
  expect(() => lockLibrary(folder)).toThrow(inUse);
  again();
});

test('another process is refused while this one has the library', async () => {
  open();
  expect(await otherProcess('')).toBe('library-in-use');
});

test('a process that was killed leaves no lock, and loses nothing it had saved', async () => {
  expect(
    await otherProcess(`
      const draft = library.posts.create(emptyDocument('pl'));
      const document = { ...draft.document, title: 'Zapisane' };
      library.posts.saveDraft({ postId: draft.postId, baseVersion: draft.version, document });`),
  ).toBe('open');
  expect(open).toThrow(inUse);
  await killChild();
  const library = open();
  expect(library.db.prepare('SELECT title, version FROM posts').all()).toEqual([
    { title: 'Zapisane', version: 1 },
  ]);
  expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
