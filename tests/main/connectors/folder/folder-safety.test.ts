import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderPaths } from '#main/connectors/folder/folder-paths.ts';
import { readState, writeState, type PostState } from '#main/connectors/folder/post-state.ts';
import { prepareFolder, publishDue } from '#main/connectors/registry.ts';
import { failureOf } from '../failure.ts';
import { makeFolderBlog, signal, type TestFolderBlog } from './folder-blog.ts';

let blog: TestFolderBlog;
beforeEach(async () => void (blog = await makeFolderBlog()));
afterEach(() => blog.remove());

const at = (...path: string[]) => join(blog.folder, ...path);

async function stateOf(id: string): Promise<PostState> {
  const state = await readState(folderPaths(blog.folder), id);
  if (!state) throw new Error(`no state of ${id}`);
  return state;
}

describe('a crash', () => {
  /** What is on disk when the power fails just after the new state was written, before any file was made. */
  async function crashAfterCommit() {
    const { id } = await blog.publish({ title: 'Pierwsza', slug: 'stary' });
    const old = await stateOf(id);
    for (const name of ['content', 'site']) await cp(at(name), at(`${name}-before`), { recursive: true });
    await blog.update(id, { title: 'Druga', slug: 'nowy' });
    const body = await readFile(at('.brulion/bodies', (await stateOf(id)).body ?? ''));
    for (const name of ['content', 'site']) {
      await rm(at(name), { recursive: true });
      await rename(at(`${name}-before`), at(name));
    }
    await writeFile(at('.brulion/bodies', old.body ?? ''), body);
    const { slug, files, body: oldBody } = old;
    await writeState(folderPaths(blog.folder), {
      ...(await stateOf(id)),
      replaces: { slug, files, body: oldBody },
    });
    expect(blog.names('site/posts')).toEqual(['stary']);
    return id;
  }

  function expectOnlyTheNew() {
    expect(blog.names('content/posts')).toEqual(['nowy']);
    expect(blog.names('site/posts')).toEqual(['nowy']);
    expect(blog.text('site/posts/nowy/index.html')).toContain('Druga');
    expect(blog.text('site/index.html')).toContain('posts/nowy/');
    expect(blog.text('site/index.html')).not.toContain('posts/stary/');
    expect(blog.names('.brulion/bodies')).toHaveLength(1);
    expect(blog.has('.brulion/kept')).toBe(false);
  }

  it('between the state and the files is mended before anybody is told that the post is there', async () => {
    const id = await crashAfterCommit();
    expect(await blog.connector.read(id, signal)).toMatchObject({ title: 'Druga', slug: 'nowy' });
    expectOnlyTheNew();
  });

  it('is mended by the timer too', async () => {
    const id = await crashAfterCommit();
    await publishDue(blog.folder, blog.now);
    expectOnlyTheNew();
    expect((await stateOf(id)).replaces).toBeNull();
  });

  it('half-way through the files is mended by making them again', async () => {
    const id = await crashAfterCommit();
    await mkdir(at('content/posts/nowy'));
    await writeFile(at('site/index.html'), '<!doctype html>half');
    await rm(at('site/posts/stary'), { recursive: true });
    expect((await blog.update(id, { title: 'Druga', slug: 'nowy' })).slug).toBe('nowy');
    expectOnlyTheNew();
  });

  it('before the state was written leaves the post as it was', async () => {
    const live = await blog.publish({ title: 'Jest' });
    await writeFile(at('.brulion/bodies', `${live.id}-0123456789abcdef.json`), '{"half":');
    await writeFile(at('.brulion/posts', `${live.id}.json.12345678.tmp`), '{"half":');
    expect(await blog.connector.read(live.id, signal)).toEqual(live);
    expect(await blog.publish({ title: 'Następny' })).toMatchObject({ status: 'published' });
  });
});

describe('files of the author', () => {
  it('in a slug make the post take another', async () => {
    await mkdir(at('content/posts/moj'), { recursive: true });
    await writeFile(at('content/posts/moj/index.md'), 'my own');
    await writeFile(at('content/posts/plik.md'), 'my own');
    await mkdir(at('site/posts/strona'), { recursive: true });
    await writeFile(at('site/posts/strona/index.html'), 'my own');
    for (const slug of ['moj', 'plik', 'strona'])
      expect((await blog.publish({ slug })).slug).toBe(`${slug}-2`);
    expect(blog.text('content/posts/moj/index.md')).toBe('my own');
    expect(blog.text('content/posts/plik.md')).toBe('my own');
    expect(blog.text('site/posts/strona/index.html')).toBe('my own');
  });

  it('beside a post stay when it moves away', async () => {
    const { id } = await blog.publish({ slug: 'stary' });
    await writeFile(at('content/posts/stary/notes.txt'), 'my own');
    await blog.update(id, { slug: 'nowy' });
    expect(blog.names('content/posts/stary')).toEqual(['notes.txt']);
  });

  it('are not what was sent: a text changed by hand is noticed, and kept when it is written over', async () => {
    const live = await blog.publish({ title: 'Ręcznie' });
    const path = at('content/posts/recznie/index.md');
    const edited = `${await readFile(path, 'utf8')}\nDopisane ręcznie.\n`;
    await writeFile(path, edited);
    const now = await blog.connector.read(live.id, signal);
    expect(now?.content).not.toBe(live.content);
    expect(now?.content).toContain('Dopisane ręcznie.');
    await blog.update(live.id, { title: 'Ręcznie' });
    expect(blog.text('content/posts/recznie/index.md')).not.toContain('Dopisane');
    const [kept = ''] = blog.names('.brulion/kept');
    expect(blog.text('.brulion/kept', kept)).toBe(edited);
  });

  it('keep the style sheet they changed', async () => {
    await writeFile(at('site/style.css'), 'body { color: red }');
    await blog.publish();
    expect(blog.text('site/style.css')).toBe('body { color: red }');
  });
});

describe('a folder that cannot be used', () => {
  it('when it is gone is not made anew', async () => {
    await rm(blog.folder, { recursive: true });
    const error = await failureOf(blog.publish());
    expect(error).toMatchObject({ kind: 'folder-not-writable', info: { mayHaveActed: false } });
    expect(await blog.connector.ping(signal)).toBe(false);
    expect(blog.has()).toBe(false);
  });

  it('says why', async () => {
    await rm(at('content/posts'), { recursive: true });
    await writeFile(at('content/posts'), 'a file');
    const { id } = await blog.connector.reserve('brulion-x', 'x', signal);
    expect(await failureOf(blog.update(id))).toMatchObject({
      kind: 'folder-not-writable',
      message: expect.stringContaining('a file stands where a folder should be'),
    });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'when it may not be written to',
    async () => {
      await mkdir(at('.brulion/posts'), { mode: 0o500 });
      expect(await failureOf(blog.connector.reserve('brulion-x', 'x', signal))).toMatchObject({
        kind: 'folder-not-writable',
      });
      await chmod(at('.brulion/posts'), 0o700);
    },
  );
});

describe('making a folder a blog', () => {
  it('makes an empty site, and leaves a blog that is there as it is', async () => {
    expect(blog.text('site/index.html')).toContain('<!doctype html>');
    const live = await blog.publish({ title: 'Jest' });
    await prepareFolder(blog.folder, 'Inny');
    expect(await blog.connector.read(live.id, signal)).toEqual(live);
    expect(blog.text('site/index.html')).toContain('Jest');
  });

  it('refuses paths that cannot be meant, and a site of somebody else', async () => {
    expect(await failureOf(prepareFolder('blog'))).toMatchObject({ code: 'address-invalid' });
    const taken = at('other');
    await mkdir(join(taken, 'site'), { recursive: true });
    await writeFile(join(taken, 'site/index.html'), '<h1>Mine</h1>');
    expect(await failureOf(prepareFolder(taken))).toMatchObject({ code: 'folder-not-writable' });
    expect(await readFile(join(taken, 'site/index.html'), 'utf8')).toBe('<h1>Mine</h1>');
    await writeFile(at('file'), '');
    expect(await failureOf(prepareFolder(at('file/blog')))).toMatchObject({ code: 'folder-not-writable' });
  });
});
