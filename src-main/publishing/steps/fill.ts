/** Writes the whole post and sets its status and date. */
import type { JobStep } from '../../domain/publish-job.ts';
import type { RemoteContent, RemotePost, RemoteStatus } from '../../connectors/connector.ts';
import { contentToSend } from '../content-to-send.ts';
import { ProblemError } from '../problem-error.ts';
import { refuseUnapproved } from '../refuse-unapproved.ts';
import { baseOf, changedSince, saysTheSame, type Ours } from '../remote-comparison.ts';
import { renewLostPictures } from './lost-pictures.ts';
import type { RunStep, StepInput } from './step.ts';

interface Target {
  readonly status: RemoteStatus;
  readonly date: string | null;
}

export const fill: RunStep = async (given) => {
  const input = { ...given, job: await renewLostPictures(given) };
  const { connector, ambiguous, signal } = input;
  const remoteId = remoteIdOf(input);
  const content = contentToSend(input);
  const remote = await connector.read(remoteId, signal);
  if (!remote) throw new ProblemError('remote-deleted', ['publish-as-new', 'try-again', 'cancel']);

  const target = targetOf(input, remote);
  if (ambiguous && saysTheSame(remote, content) && stands(remote, target, content))
    return done(input, remote);
  // Not before it is known whether the blog has it already: then it is there, approved or not.
  refuseUnapproved(input.library, input.job);
  refuseOverwriting(input, remote, { content, status: target.status });
  await refuseTakenSlug(input, remoteId, content);
  return done(input, await connector.fill({ remoteId, content, ...target }, signal));
};

function remoteIdOf({ job, standing }: StepInput): string {
  const reserved = job.steps.find(({ kind, state }: JobStep) => kind === 'reserve' && state === 'done')
    ?.result as RemotePost | undefined;
  const remoteId = reserved?.id ?? standing?.remoteId;
  if (remoteId === undefined) throw new Error(`Job ${job.id} has no post to fill.`);
  return remoteId;
}

/** What the post is to become. An update leaves a post that waits for its time waiting. */
function targetOf({ job, now }: StepInput, remote: RemotePost): Target {
  if (job.kind === 'save-draft') return { status: 'draft', date: null };
  if (job.kind === 'update' && remote.status === 'scheduled')
    return { status: 'scheduled', date: remote.date };
  if (job.publishAt === null) return { status: 'published', date: null };
  // Late, because the machine was offline: then it is published with the date it was to have.
  return { status: new Date(job.publishAt) > now() ? 'scheduled' : 'published', date: job.publishAt };
}

/** Whether the post already is where and when it is to be: an update may change nothing else. */
function stands(remote: RemotePost, { status, date }: Target, { slug }: RemoteContent): boolean {
  const isThen = date === null || (remote.date !== null && wholeSeconds(remote.date) === wholeSeconds(date));
  return remote.status === status && remote.slug === slug && isThen;
}

/** As precisely as WordPress keeps dates. */
function wholeSeconds(date: string): number {
  return Math.floor(Date.parse(date) / 1_000);
}

/** Somebody changed the post on the blog since we last agreed: a person decides, unless what they made is what we send. */
function refuseOverwriting({ job, standing }: StepInput, remote: RemotePost, ours: Ours): void {
  if (!standing?.base || job.decisions.overwriteRemote || saysTheSame(remote, ours.content)) return;
  const changed = changedSince(standing.base, remote, ours);
  if (changed.length > 0)
    throw new ProblemError('remote-changed', ['overwrite-remote', 'cancel'], changed.join(', '));
}

/** An address the author chose is theirs to change; one made from the title may be numbered by the blog. */
async function refuseTakenSlug(
  { document, connector, signal }: StepInput,
  remoteId: string,
  content: RemoteContent,
): Promise<void> {
  if (!document || document.slug === '' || !connector.capabilities.slug) return;
  const other = await connector.findBySlug(content.slug, remoteId, signal);
  if (other) throw new ProblemError('slug-taken', ['try-again', 'cancel'], content.slug);
}

function done(input: StepInput, post: RemotePost) {
  return { result: post, record: () => recordFilled(input, post) };
}

/** From this moment the post is on the blog, whatever happens to the rest of the job. */
function recordFilled({ job, library }: StepInput, post: RemotePost): void {
  library.remotePosts.put({
    postId: job.postId,
    accountId: job.accountId,
    remoteId: post.id,
    standing: post.status,
    permalink: post.permalink,
    openUrl: post.openUrl,
    publishedAt: post.status === 'draft' ? null : post.date,
    revisionId: job.revisionId,
    contentHash: job.revisionId === null ? null : library.revisions.contentHash(job.revisionId),
    base: baseOf(post),
  });
  library.jobs.change(job.id, { permalink: post.permalink, openUrl: post.openUrl });
  library.posts.refreshStatus(job.postId);
}
