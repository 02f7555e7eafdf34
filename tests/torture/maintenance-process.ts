/** The process that is killed: writes posts and tells of each that is stored, while maintenance goes on around it. */
import sharp from 'sharp';
import { startBackupThread } from '#main/storage/backup-thread.ts';
import { openLibrary } from '#main/storage/library.ts';
import { posts } from '#shared/contract/posts.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

const [folder = '', kind = '', from = '0'] = process.argv.slice(2);
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

tell({ begun: kind });
const library = openLibrary(folder);
const document = (title: string) => ({
  ...emptyDocument('pl'),
  title,
  body: markdownToBody(`Treść ${title}. ${'Zażółć gęślą jaźń. '.repeat(40)}`),
});

async function maintain(round: number): Promise<void> {
  if (kind === 'backup') await startBackupThread({ folder, reason: 'request', now: new Date() }).answer;
  else if (kind === 'index') library.posts.rebuildSearchIndex();
  // Catches up with everything saved so far.
  else if (kind === 'catch-up' && round % 20 === 19)
    library.posts.list(posts.list.input.parse({ query: 'x' }));
  else if (kind === 'media') {
    const background = { r: round % 256, g: (round >> 8) % 256, b: 7 };
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
    const added = Array.from({ length: 4 }, async (_picture, at) => {
      // Padded, so that writing one takes a moment.
      const padded = new Uint8Array(2_000_000 + at);
      padded.set(bytes);
      const { hash } = await library.media.import(padded, `obraz-${round}-${at}.png`);
      tell({ picture: hash });
    });
    await Promise.all(added);
  }
}

/** Words of its own for every post, so that a search must find exactly it. */
for (let round = Number(from); ; round++) {
  const title = `wpis${round}x`;
  const { postId, version } = library.posts.create(document(title));
  tell({ post: postId, title });
  const text = `${title} później${round}x`;
  library.posts.saveDraft({ postId, baseVersion: version, document: document(text) });
  tell({ post: postId, title: text });
  await maintain(round);
}
