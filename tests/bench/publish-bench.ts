/** Publishing a post with five pictures, beside the same requests sent bare, one after the other. */
import sharp from 'sharp';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';
import { createPublishingBed, type PublishingBed } from '../main/publishing/publishing-bed.ts';
import { startWordPress, wordPressMissing, type TestWordPress } from '../servers/wordpress/server.ts';
import { startRecorder, type RecordedRequest } from './record-requests.ts';
import { quantile, time } from './measure.ts';
import { report } from './report.ts';

const rounds = 5;
const pictures = 5;

export async function benchPublishing(): Promise<void> {
  const missing = wordPressMissing();
  if (missing) {
    console.error(`The publish bench was not run: ${missing}`);
    return;
  }
  const recorder = await startRecorder();
  const blog = await startWordPress({ publicUrl: recorder.url });
  recorder.setTarget(blog.url);
  const bed = await createPublishingBed();
  try {
    const account = await connect(bed, blog, recorder.url);
    const times = { ours: [] as number[], reference: [] as number[] };
    // The first round warms up WordPress and us.
    for (let round = -1; round < rounds; round++) {
      const postId = await writePost(bed, round);
      recorder.begin();
      const ours = await time(() => publish(bed, postId, account));
      const requests = recorder.end();
      const reference = await time(() => sendBare(recorder.url, requests));
      if (round < 0) continue;
      times.ours.push(ours);
      times.reference.push(reference);
    }
    report('publish with five pictures', quantile(times.ours, 0.5), quantile(times.reference, 0.5));
  } finally {
    await bed.dispose();
    await blog.stop();
    await recorder.stop();
  }
}

async function connect(bed: PublishingBed, blog: TestWordPress, address: string): Promise<string> {
  const { user, appPassword } = blog.users.admin;
  const account = await bed.accounts.addWordPress({
    address,
    userName: user,
    password: appPassword,
    secretStorage: 'session',
    makeDefault: true,
  });
  return account.id;
}

async function writePost(bed: PublishingBed, round: number): Promise<string> {
  const hashes: string[] = [];
  for (let at = 0; at < pictures; at++) {
    const shade = (round + 2) * 30 + at * 5;
    const bytes = await sharp({
      create: { width: 1_600, height: 900, channels: 3, background: { r: shade, g: 90, b: 255 - shade } },
    })
      .jpeg()
      .toBuffer();
    hashes.push((await bed.library.media.import(new Uint8Array(bytes), `zdjęcie-${at}.jpg`)).hash);
  }
  const document = {
    ...emptyDocument('pl'),
    title: `Wpis z obrazami ${round}`,
    body: bodyOf(...hashes.flatMap((hash, at) => [paragraphOf(`Akapit ${at}.`), image(hash, `Obraz ${at}`)])),
  };
  return bed.library.posts.create(document).postId;
}

async function publish(bed: PublishingBed, postId: string, accountId: string): Promise<void> {
  const job = await bed.queue.publish({ postId, accountId, how: 'publish', publishAt: null });
  const { state } = await bed.reaches(job.id, 'succeeded', 'needs-attention', 'waiting');
  if (state !== 'succeeded') throw new Error(`The post was not published: ${state}.`);
}

async function sendBare(origin: string, requests: readonly RecordedRequest[]): Promise<void> {
  for (const { method, path, headers, body } of requests) {
    const answer = await fetch(new URL(path, origin), {
      method,
      headers,
      ...(body.length > 0 ? { body } : {}),
    });
    await answer.arrayBuffer();
  }
}
