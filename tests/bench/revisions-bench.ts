/** A thousand and ten thousand revisions of one long post, beside git with the same texts. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openLibrary, type Library } from '#main/storage/library.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { bodyOf, paragraphOf } from '../main/connectors/sample-post.ts';
import { createGenerator } from './generate.ts';
import { quantile, time } from './measure.ts';
import { report, reportBytes } from './report.ts';
import { seededRandom } from '../torture/seeded-random.ts';

const opened = 200;

export async function benchRevisions(): Promise<void> {
  for (const count of [1_000, 10_000]) await benchCount(count);
}

async function benchCount(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-bench-revisions-'));
  const library = openLibrary(join(folder, 'library'));
  try {
    const writes: number[] = [];
    const ids = new Set<string>();
    let postId = '';
    for (const document of edits(count)) {
      if (postId === '') ({ postId } = library.posts.create(document));
      else {
        const { version } = library.posts.draft(postId);
        library.posts.saveDraft({ postId, baseVersion: version, document });
      }
      const freeze = () =>
        ids.add(
          library.revisions.freeze({ postId, cause: 'checkpoint', author: 'Ala', device: 'bench' })
            .revisionId,
        );
      writes.push(await time(freeze));
    }
    const times = await openSome(library, [...ids]);
    const detail = { writingMs: quantile(writes, 0.5), openingMedianMs: quantile(times, 0.5) };
    report(`open one of ${count} revisions p95`, quantile(times, 0.95), 1, detail);
    const bytes =
      library.db.prepare<[], number>('SELECT sum(length(document)) FROM revisions').pluck().get() ?? 0;
    // Afterwards, so that the one is not measured while the other works.
    const packed = await packedByGit(join(folder, 'git'), edits(count));
    if (packed !== null) reportBytes(`${count} revisions beside git`, bytes, packed);
    else console.error('There is no git here to compare with.');
  } finally {
    library.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same post, each time with twenty other words somewhere. */
function* edits(count: number): Generator<PostDocument> {
  const generator = createGenerator(41);
  const random = seededRandom(41);
  let document = generator.post(10_000);
  for (let edit = 0; edit < count; edit++) {
    const blocks = [...document.body.root.children] as ReturnType<typeof paragraphOf>[];
    const at = random.below(blocks.length);
    const words = JSON.parse(JSON.stringify(blocks[at])) as { children: { text: string }[] };
    const old = words.children[0]?.text.split(' ') ?? [];
    blocks[at] = paragraphOf([...generator.words(20).split(' '), ...old.slice(20)].join(' '));
    document = { ...document, body: bodyOf(...blocks) };
    yield document;
  }
}

async function openSome(library: Library, ids: readonly string[]): Promise<number[]> {
  const random = seededRandom(42);
  const times: number[] = [];
  for (let turn = 0; turn < opened; turn++) {
    const id = random.pick(ids);
    times.push(await time(() => library.revisions.document(id)));
  }
  return times;
}

/** A commit for each of the texts, as small as git makes them by itself, bytes; null where there is no git. */
async function packedByGit(folder: string, documents: Iterable<PostDocument>): Promise<number | null> {
  try {
    execFileSync('git', ['init', '-q', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  // One process for all commits: what is compared is what they take in the end.
  const importing = spawn('git', ['-C', folder, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(importing, 'exit');
  await pipeline(Readable.from(commitsOf(documents)), importing.stdin);
  await ended;
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  // Its own deltas, not those of the import.
  git('repack', '-q', '-a', '-d', '-f');
  git('gc', '-q');
  const packs = join(folder, '.git', 'objects', 'pack');
  return readdirSync(packs)
    .filter((name) => name.endsWith('.pack'))
    .reduce((sum, name) => sum + statSync(join(packs, name)).size, 0);
}

/** As fast-import reads them. */
function* commitsOf(documents: Iterable<PostDocument>): Generator<string> {
  const data = (of: string) => `data ${Buffer.byteLength(of)}\n${of}\n`;
  let at = 0;
  for (const document of documents) {
    const commit = `commit refs/heads/main\ncommitter B <b@b.invalid> ${at++} +0000\n${data('edit')}`;
    yield `${commit}M 100644 inline post.json\n${data(JSON.stringify(document))}\n`;
  }
}
