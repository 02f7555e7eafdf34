/**
 * Publishes over and over to a real WordPress behind a bad network, and counts what is on the blog in the end. A job
 * that waits is told to try now, as a person may; nothing else helps it.
 */
import sharp from 'sharp';
import type { JobView } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { createPublishingBed, type PublishingBed } from '../main/publishing/publishing-bed.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';
import { startFaultProxy, type FaultProxy } from '../servers/fault-proxy.ts';
import { startWordPress, type TestWordPress } from '../servers/wordpress/server.ts';
import { compareWithBlog, type Expected, type Tally } from './publish-tally.ts';
import { planRun, type PlannedFault, type PublishRun, type PlannedOperation } from './publish-plan.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export interface PublishTortureOptions {
  readonly runs: number;
  readonly seed: number;
  /** Told of every run that did not end as it should. */
  readonly onTrouble?: (text: string) => void;
}

interface Place {
  readonly bed: PublishingBed;
  readonly proxy: FaultProxy;
  readonly accountId: string;
  readonly random: SeededRandom;
  readonly onTrouble: (text: string) => void;
}

const inTenYears = new Date(Date.now() + 3_650 * 86_400_000).toISOString();

export async function torturePublishing({
  runs,
  seed,
  onTrouble = () => {},
}: PublishTortureOptions): Promise<Tally> {
  const proxy = await startFaultProxy();
  let blog: TestWordPress | null = null;
  let bed: PublishingBed | null = null;
  try {
    blog = await startWordPress({ publicUrl: proxy.url });
    proxy.setTarget(blog.url);
    bed = await createPublishingBed();
    const { user, appPassword } = blog.users.admin;
    const account = await bed.accounts.addWordPress({
      address: proxy.url,
      userName: user,
      password: appPassword,
      secretStorage: 'session',
      makeDefault: true,
    });
    const place: Place = { bed, proxy, accountId: account.id, random: seededRandom(seed), onTrouble };
    const expected: Expected[] = [];
    for (let number = 1; number <= runs; number++)
      expected.push(await run(place, planRun(place.random, number)));
    return await compareWithBlog(blog, expected);
  } finally {
    await bed?.dispose();
    await blog?.stop();
    await proxy.stop();
  }
}

async function run(place: Place, plan: PublishRun): Promise<Expected> {
  const { bed, accountId } = place;
  const hashes: string[] = [];
  for (let at = 0; at < plan.pictures; at++) hashes.push(await addPicture(place));
  const document: PostDocument = {
    ...emptyDocument('pl'),
    title: plan.title,
    tags: [...plan.tags],
    body: bodyOf(
      paragraphOf('Zażółć gęślą jaźń.'),
      ...hashes.map((hash) => image(hash, `Obraz ${hash.slice(0, 6)}`)),
    ),
  };
  const { postId } = bed.library.posts.create(document);
  let { version } = bed.library.posts.draft(postId);
  let last: JobView | null = null;
  for (const planned of plan.operations) {
    if (planned.operation === 'update') {
      const changed = {
        ...document,
        body: {
          root: {
            ...document.body.root,
            children: [...document.body.root.children, paragraphOf('Poprawka.')],
          },
        },
      };
      ({ version } = bed.library.posts.saveDraft({
        postId,
        baseVersion: version,
        document: changed as PostDocument,
      }));
    }
    last = await perform(place, postId, planned);
  }
  place.proxy.setFaults(() => null);
  const ended = last?.state === 'succeeded';
  if (!ended)
    place.onTrouble(`${plan.title}: ${JSON.stringify({ plan, problem: last?.problem, steps: last?.steps })}`);
  const differs = last?.receipt?.checks.filter(({ result }) => result === 'different') ?? [];
  if (differs.length > 0)
    place.onTrouble(`${plan.title}: receipt ${JSON.stringify(differs)} ${JSON.stringify(plan)}`);
  return {
    title: plan.title,
    status: statusAfter(plan.operations),
    hashes,
    tags: plan.tags,
    ended,
    receiptIsRight: differs.length === 0,
    isListed: bed.library.remotePosts.get(postId, accountId) !== null,
  };
}

/** Runs one operation to its end through its faults. */
async function perform(
  { bed, proxy, accountId }: Place,
  postId: string,
  planned: PlannedOperation,
): Promise<JobView> {
  let requests = 0;
  proxy.setFaults(() => faultAt(planned.faults, requests++));
  const { operation } = planned;
  const job =
    operation === 'unpublish'
      ? await bed.queue.unpublish({ postId, accountId })
      : await bed.queue.publish({
          postId,
          accountId,
          how: operation === 'update' ? 'publish' : operation,
          publishAt: operation === 'schedule' ? inTenYears : null,
        });
  for (;;) {
    const reached = await bed.reaches(job.id, 'succeeded', 'needs-attention', 'waiting');
    if (reached.state !== 'waiting') return reached;
    bed.queue.choose(job.id, 'try-again');
  }
}

function faultAt(faults: readonly PlannedFault[], request: number) {
  return faults.find(({ at, times }) => request >= at && request < at + times)?.fault ?? null;
}

function statusAfter(operations: readonly PlannedOperation[]): Expected['status'] {
  const [first] = operations;
  const last = operations.at(-1);
  if (last?.operation === 'unpublish' || last?.operation === 'save-draft') return 'draft';
  return first?.operation === 'schedule' ? 'future' : 'publish';
}

async function addPicture({ bed, random }: Place): Promise<string> {
  const background = { r: random.below(256), g: random.below(256), b: random.below(256) };
  const bytes = await sharp({
    create: { width: 16 + random.below(2_000), height: 16, channels: 3, background },
  })
    .png()
    .toBuffer();
  return (await bed.library.media.import(new Uint8Array(bytes), 'próba.png')).hash;
}
