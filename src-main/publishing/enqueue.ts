/** Putting a job in line: the frozen revision and its job are one transaction. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Capabilities } from '#shared/contract/accounts.ts';
import type { JobKind } from '#shared/contract/publishing.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { assetsIn, plainText } from '#shared/document/text.ts';
import { isApproved } from '#shared/review/standing.ts';
import { canTakeOver, planSteps, replan } from '../domain/publish-job.ts';
import type { Library } from '../storage/library.ts';
import type { StoredRemotePost } from '../storage/remote-post-store.ts';

export interface PublishRequest {
  readonly postId: string;
  readonly accountId: string;
  readonly how: 'publish' | 'publish-now' | 'schedule' | 'save-draft';
  readonly publishAt: string | null;
}

export interface EnqueueInput {
  readonly library: Library;
  readonly capabilities: Capabilities;
  readonly author: string;
  readonly device: string;
  readonly now: Date;
}

/** Freezes the draft and queues its job; answers the job's id. CodedErrors as the contract names them. */
export function enqueuePublish(input: EnqueueInput, request: PublishRequest): string {
  const { library } = input;
  return library.transaction(() => {
    const { document } = library.posts.draft(request.postId);
    if (document.title.trim() === '' && plainText(document.body) === '') {
      throw new CodedError('nothing-to-publish', 'The post is empty.');
    }
    if (request.how !== 'save-draft') refuseUnapproved(library, request);
    const standing = library.remotePosts.get(request.postId, request.accountId);
    const kind = kindOf(request, standing, input.capabilities);
    const publishAt = request.how === 'schedule' ? dueTime(request, input.now) : null;
    const { revisionId } = library.revisions.freeze({
      postId: request.postId,
      cause: 'published',
      author: input.author,
      device: input.device,
    });
    const planned = plan(input, kind, document, standing !== null);
    const open = library.jobs.openOf(request.postId, request.accountId);
    if (!open) {
      // A cancelled job may have made the post without hearing of it: this one asks for it first.
      const lost = standing ? null : library.jobs.lostReserve(request.postId, request.accountId);
      const fresh = replan(planned, lost ? [lost.step] : []);
      return library.jobs.insert(
        { postId: request.postId, accountId: request.accountId, revisionId, kind, publishAt },
        fresh,
        lost?.marker,
      );
    }
    if (!canTakeOver(open)) throw alreadyInQueue();
    // The newer text takes the waiting job over, with what it has already uploaded and reserved.
    const reserved = open.steps.some((step) => step.kind === 'reserve' && step.state !== 'pending');
    const replanned = reserved ? plan(input, kind, document, false) : planned;
    library.jobs.replaceSteps(open.id, replan(replanned, open.steps));
    library.jobs.change(open.id, {
      kind,
      revisionId,
      publishAt,
      state: 'queued',
      attempts: 0,
      nextTryAt: null,
      problem: null,
      decisions: {},
    });
    return open.id;
  });
}

/** Queues taking the post off the blog; answers the job's id. */
export function enqueueUnpublish(
  { library, capabilities }: EnqueueInput,
  postId: string,
  accountId: string,
): string {
  return library.transaction(() => {
    library.posts.draft(postId);
    if (!capabilities.unpublish) throw new CodedError('not-supported', 'This blog cannot do that.');
    const standing = library.remotePosts.get(postId, accountId);
    if (standing?.standing !== 'published' && standing?.standing !== 'scheduled') {
      throw new CodedError('not-published', 'The post is not on that blog.');
    }
    if (library.jobs.openOf(postId, accountId)) throw alreadyInQueue();
    const steps = planSteps({
      kind: 'unpublish',
      assets: [],
      categories: [],
      tags: [],
      onBlog: true,
      capabilities,
    });
    return library.jobs.insert(
      { postId, accountId, revisionId: null, kind: 'unpublish', publishAt: null },
      replan(steps, []),
    );
  });
}

/** A blog may be set to take approved versions only; saving a draft there shows it to nobody. */
function refuseUnapproved({ accounts, posts, review }: Library, { postId, accountId }: PublishRequest): void {
  if (!accounts.isApprovedOnly(accountId)) return;
  if (!isApproved(review.verdicts(postId), posts.contentHash(postId)))
    throw new CodedError('not-approved', 'This version is not approved.', { postId });
}

function plan(
  { library, capabilities }: EnqueueInput,
  kind: JobKind,
  document: PostDocument,
  onBlog: boolean,
) {
  const { categories, tags } = document;
  const assets = assetsIn(document).map((hash) => ({
    hash,
    fileName: library.media.find(hash)?.fileName ?? '',
  }));
  return planSteps({ kind, assets, categories, tags, onBlog, capabilities });
}

function kindOf(
  { how }: PublishRequest,
  standing: StoredRemotePost | null,
  capabilities: Capabilities,
): JobKind {
  const isLive = standing?.standing === 'published';
  switch (how) {
    case 'publish':
      return isLive || standing?.standing === 'scheduled' ? 'update' : 'publish';
    case 'publish-now':
      return isLive ? 'update' : 'publish';
    case 'schedule':
      if (!capabilities.schedule || isLive)
        throw new CodedError('not-supported', 'A post that is live cannot be scheduled.');
      return 'schedule';
    case 'save-draft':
      if (!capabilities.saveDraft || isLive)
        throw new CodedError('not-supported', 'A post that is live cannot become a draft by saving.');
      return 'save-draft';
  }
}

function dueTime({ publishAt }: PublishRequest, now: Date): string {
  if (publishAt === null || new Date(publishAt) <= now) {
    throw new CodedError('schedule-in-the-past', 'The time to publish at is over.');
  }
  return publishAt;
}

function alreadyInQueue(): CodedError {
  return new CodedError('already-in-queue', 'This post is on its way to that blog already.');
}
