/**
 * Publishes over and over to a real WordPress behind a bad network, and counts what is on the blog in the end. The
 * waits of a job are cut short; nothing else helps it.
 */
import type { JobView } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';
import { act } from './act.ts';
import { addNumberedPicture } from './numbered-picture.ts';
import { planRun, type Operation, type PlannedOperation, type PublishRun } from './publish-plan.ts';
import { playInPortions } from './portions.ts';
import type { Expected, Tally } from './publish-tally.ts';
import { correction, type Deed } from './scenes.ts';
import { seededRandom } from './seeded-random.ts';
import type { WholeStage } from './stage.ts';

export interface PublishTortureOptions {
  readonly runs: number;
  readonly seed: number;
  /** Told of every run that did not go or end as it should. */
  readonly onTrouble?: (text: string) => void;
}

const deeds: Readonly<Record<Operation, Deed>> = {
  publish: 'publish',
  update: 'publish',
  'save-draft': 'save-draft',
  schedule: 'schedule',
  unpublish: 'unpublish',
};
const mostPictures = 8;
/** So many that a stage's server outlives them. */
const runsOnAStage = 250;

export function torturePublishing({
  runs,
  seed,
  onTrouble = () => {},
}: PublishTortureOptions): Promise<Tally> {
  const random = seededRandom(seed);
  const numbers = Array.from({ length: runs }, (_run, at) => at + 1);
  return playInPortions(numbers, runsOnAStage, (stage, number) =>
    run(stage, planRun(random, number), number, onTrouble),
  );
}

async function run(
  stage: WholeStage,
  plan: PublishRun,
  number: number,
  onTrouble: (text: string) => void,
): Promise<Expected> {
  const { bed, accountId } = stage;
  const hashes: string[] = [];
  for (let at = 0; at < plan.pictures; at++)
    hashes.push(await addNumberedPicture(bed.library, number * mostPictures + at));
  const body = [
    paragraphOf('Zażółć gęślą jaźń.'),
    ...hashes.map((hash) => image(hash, `Obraz ${hash.slice(0, 6)}`)),
  ];
  const document: PostDocument = {
    ...emptyDocument('pl'),
    title: plan.title,
    tags: [...plan.tags],
    body: bodyOf(...body),
  };
  const { postId } = bed.library.posts.create(document);
  let last: JobView | null = null;
  for (const { operation, faults } of plan.operations) {
    if (operation === 'update') {
      const { version } = bed.library.posts.draft(postId);
      const corrected = { ...document, body: bodyOf(...body, paragraphOf(correction)) };
      bed.library.posts.saveDraft({ postId, baseVersion: version, document: corrected });
    }
    const { job, untruths } = await act(stage, postId, deeds[operation], faults);
    if (untruths.length > 0) onTrouble(`${plan.title}: ${untruths.join('; ')} ${JSON.stringify(plan)}`);
    last = job;
  }
  return {
    title: plan.title,
    status: statusAfter(plan.operations),
    hashes,
    tags: plan.tags,
    ended: last?.state === 'succeeded',
    receiptIsRight: !last?.receipt?.checks.some(({ result }) => result === 'different'),
    isListed: bed.library.remotePosts.get(postId, accountId) !== null,
  };
}

function statusAfter(operations: readonly PlannedOperation[]): Expected['status'] {
  const [first] = operations;
  const last = operations.at(-1);
  if (last?.operation === 'unpublish' || last?.operation === 'save-draft') return 'draft';
  return first?.operation === 'schedule' ? 'future' : 'publish';
}
