/**
 * A process to be killed: writes drafts and their revisions, names, restores, recovers and thins them without end, and
 * tells of each as a JSON line once it is stored. Arguments: the library's folder, a seed.
 */
import { writeSync } from 'node:fs';
import { recoverText } from '#main/history/recover-text.ts';
import { restoreRevision } from '#main/history/restore-revision.ts';
import { openLibrary } from '#main/storage/library.ts';
import type { RevisionCause } from '#shared/contract/history.ts';
import { postDocumentSchema, type PostDocument } from '#shared/document/post-document.ts';
import { createGenerator } from '../bench/generate.ts';
import { bodyOf, paragraphOf } from '../main/connectors/sample-post.ts';
import type { RevisionsLine } from './revisions-kills.ts';
import { seededRandom } from './seeded-random.ts';

const [folder = '', seed = '0'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const generator = createGenerator(Number(seed));
const library = openLibrary(folder);
const { posts, revisions } = library;
const who = { author: 'Ala', device: 'torture' };

// At once, so that what was told before a kill is what was stored before it.
const tell = (line: RevisionsLine) => void writeSync(1, `${JSON.stringify(line)}\n`);

function stored(revisionId: string): void {
  const { contentHash, cause, name } = revisions.view(revisionId);
  tell({ stored: revisionId, hash: contentHash, isKept: cause !== 'checkpoint' || name !== '' });
}

function edited(document: PostDocument): PostDocument {
  const blocks = [...document.body.root.children] as ReturnType<typeof paragraphOf>[];
  const words = paragraphOf(generator.words(1 + random.below(30)));
  blocks.splice(random.below(blocks.length), random.below(2), words);
  return postDocumentSchema.parse({ ...document, body: bodyOf(...blocks) });
}

function write(postId: string, cause: RevisionCause, name = ''): void {
  const { version, document } = posts.draft(postId);
  posts.saveDraft({ postId, baseVersion: version, document: edited(document) });
  stored(revisions.freeze({ postId, cause, name, ...who }).revisionId);
}

function restore(postId: string): void {
  const { items } = revisions.page(postId, 0, 50);
  const { after } = restoreRevision(library, {
    postId,
    revisionId: random.pick(items).id,
    baseVersion: posts.draft(postId).version,
    document: null,
    ...who,
  });
  stored(after);
}

function recover(postId: string): void {
  const document = edited(posts.draft(postId).document);
  const { revisionId } = recoverText(library, { postId, document, ...who });
  if (revisionId !== null) stored(revisionId);
}

function thin(postId: string): void {
  const old = random.pick(revisions.thinnable(postId, new Date()));
  const [newest] = revisions.page(postId, 0, 1).items;
  if (!old || !newest) return;
  tell({ thinning: old.id });
  revisions.thin({ id: old.id, keptId: newest.id });
}

const postIds = posts
  .list({ query: '', filters: { trashed: false }, sort: 'created', offset: 0, limit: 2 })
  .items.map(({ id }) => id);
while (postIds.length < 2) postIds.push(posts.create(generator.post(1_500)).postId);
for (const postId of postIds) if (revisions.page(postId, 0, 1).total === 0) write(postId, 'checkpoint');

for (;;) {
  const postId = random.pick(postIds);
  const chance = random.below(20);
  if (chance < 9) write(postId, 'checkpoint');
  else if (chance < 10) write(postId, 'named', generator.words(2));
  else if (chance < 11) write(postId, 'published');
  else if (chance < 13) restore(postId);
  else if (chance < 14) recover(postId);
  else thin(postId);
}
