/** Plays one scene with faults, and compares the blog with what should be on it, to the last detail. */
import type { ProxiedRequest } from '../servers/fault-proxy.ts';
import { act, type Stage } from './act.ts';
import type { PlannedFault } from './bad-line.ts';
import type { BlogDatabase } from './blog-database.ts';
import { addNumberedPicture } from './numbered-picture.ts';
import type { Expected } from './publish-tally.ts';
import { changed, documentOf, termsOf, titleOf, type Scene } from './scenes.ts';
import { wrongOnBlog } from './wrong-on-blog.ts';

export interface Play {
  readonly scene: Scene;
  /** No other play on this blog has it. */
  readonly number: number;
  readonly faults?: readonly PlannedFault[];
  /** Told of every request of the deed itself. */
  readonly onRequest?: (request: ProxiedRequest, postId: string) => void;
}

export interface Played {
  readonly expected: Expected;
  /** What is wrong; nothing when all is well. */
  readonly troubles: readonly string[];
}

const mostPictures = 8;

export async function playScene(
  stage: Stage & { readonly blog: BlogDatabase },
  { scene, number, faults = [], onRequest }: Play,
): Promise<Played> {
  const { bed, accountId, blog } = stage;
  const { library } = bed;
  const picture = (at: number) => addNumberedPicture(library, number * mostPictures + at);
  const first: string[] = [];
  for (let at = 0; at < scene.pictures; at++) first.push(await picture(at));

  const document = documentOf(scene, number, first);
  const { postId } = library.posts.create(document);
  for (const deed of scene.before) {
    const { job, untruths } = await act(stage, postId, deed);
    if (job.state !== 'succeeded') throw new Error(`${deed} failed on a good line: ${untruths.join('; ')}`);
  }
  const another = scene.change === 'text and picture' ? await picture(mostPictures - 1) : null;
  const last = changed(scene, number, document, another ?? '');
  if (last !== document) {
    const { version } = library.posts.draft(postId);
    library.posts.saveDraft({ postId, baseVersion: version, document: last });
  }
  const { job, untruths } = await act(stage, postId, scene.deed, faults, (request) =>
    onRequest?.(request, postId),
  );
  const shown = another === null ? first : [another];
  const uploaded = another === null ? first : [...first, another];
  const standing = library.remotePosts.get(postId, accountId);
  return {
    expected: {
      title: titleOf(number),
      status: scene.status,
      hashes: shown,
      alsoUploaded: uploaded,
      tags: termsOf(scene, number).slice(1),
      ended: job.state === 'succeeded',
      receiptIsRight: !job.receipt?.checks.some(({ result }) => result === 'different'),
      isListed: standing !== null,
    },
    troubles: [...untruths, ...wrongOnBlog(blog, { scene, number, shown, uploaded, standing })],
  };
}
