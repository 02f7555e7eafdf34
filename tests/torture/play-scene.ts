/** Plays one scene with faults, and compares the blog with what should be on it, to the last detail. */
import type { JobView } from '#shared/contract/publishing.ts';
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

/** A post at the point where the scene's deed begins. */
export interface Prepared {
  readonly scene: Scene;
  readonly number: number;
  readonly postId: string;
  /** Hashes of the pictures in the text. */
  readonly shown: readonly string[];
  /** Those, and what was in the text before. */
  readonly uploaded: readonly string[];
}

type BlogStage = Stage & { readonly blog: BlogDatabase };

const mostPictures = 8;

export async function playScene(stage: BlogStage, play: Play): Promise<Played> {
  const prepared = await prepareScene(stage, play);
  const { postId, scene } = prepared;
  const { job, untruths } = await act(stage, postId, scene.deed, play.faults, (request) =>
    play.onRequest?.(request, postId),
  );
  const { expected, troubles } = compareScene(stage, prepared, job);
  const isProven = job.receipt?.checks.every(({ result }) => result === 'same');
  const unproven =
    scene.status === 'publish' && isBrief(play.faults) && !isProven
      ? [`receipt: ${JSON.stringify(job.receipt?.checks)}`]
      : [];
  return { expected, troubles: [...untruths, ...unproven, ...troubles] };
}

/** Over after one request: then the receipt must prove everything, at the second look at the latest. */
function isBrief(faults: readonly PlannedFault[] = []): boolean {
  return (
    faults.length <= 1 && faults.every(({ times, fault }) => times === 1 && typeof fault.make() !== 'string')
  );
}

/** Writes the post and does to it, on a good line, what goes before. */
export async function prepareScene(
  stage: BlogStage,
  { scene, number }: Pick<Play, 'scene' | 'number'>,
): Promise<Prepared> {
  const { library } = stage.bed;
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
  const shown = another === null ? first : [another];
  return { scene, number, postId, shown, uploaded: another === null ? first : [...first, another] };
}

/** What should be on the blog after the scene's deed, and what is wrong there. */
export function compareScene({ bed, accountId, blog }: BlogStage, prepared: Prepared, job: JobView): Played {
  const { scene, number, postId, shown, uploaded } = prepared;
  const standing = bed.library.remotePosts.get(postId, accountId);
  const ended = job.state === 'succeeded';
  return {
    expected: {
      title: titleOf(number),
      status: scene.status,
      hashes: shown,
      alsoUploaded: uploaded,
      tags: termsOf(scene, number).slice(1),
      ended,
      receiptIsRight: !job.receipt?.checks.some(({ result }) => result === 'different'),
      isListed: standing !== null,
    },
    troubles: [
      ...(ended ? [] : [`is ${job.state}`]),
      ...wrongOnBlog(blog, { scene, number, shown, uploaded, standing }),
    ],
  };
}
