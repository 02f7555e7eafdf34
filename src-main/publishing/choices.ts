/** What a person's answer does to a job. */
import { CodedError } from '#shared/contract/errors.ts';
import type { JobChoice } from '#shared/contract/publishing.ts';
import { nextStep, offeredChoices, planSteps, replan, type PublishJob } from '../domain/publish-job.ts';
import type { JobChange } from '../storage/job-store.ts';
import type { Library } from '../storage/library.ts';

/** The job goes back in line, with whatever was decided. CodedError `choice-not-offered`. */
export function applyChoice(library: Library, job: PublishJob, choice: Exclude<JobChoice, 'cancel'>): void {
  if (!offeredChoices(job).includes(choice)) {
    throw new CodedError('choice-not-offered', 'This is not something the job can be told now.', { choice });
  }
  const again: JobChange = { state: 'queued', nextTryAt: null, problem: null, attempts: 0 };
  library.transaction(() => {
    switch (choice) {
      case 'try-again':
      case 'enter-password':
        library.jobs.change(job.id, again);
        break;
      case 'overwrite-remote':
        library.jobs.change(job.id, { ...again, decisions: { ...job.decisions, overwriteRemote: true } });
        break;
      case 'without-term': {
        const step = nextStep(job.steps);
        const leftOut = [...(job.decisions.leftOut ?? []), ...(step ? [step.key] : [])];
        library.jobs.change(job.id, { ...again, decisions: { ...job.decisions, leftOut } });
        break;
      }
      case 'publish-as-new':
        // The blog's post is gone, so there is nothing a second one could double.
        library.remotePosts.remove(job.postId, job.accountId);
        library.jobs.replaceSteps(job.id, replanAsNew(job));
        library.jobs.change(job.id, { ...again, kind: job.kind === 'update' ? 'publish' : job.kind });
        library.posts.refreshStatus(job.postId);
        break;
    }
  });
}

function replanAsNew({ steps }: PublishJob) {
  const [reserve] = planSteps({
    kind: 'publish',
    assets: [],
    categories: [],
    tags: [],
    onBlog: false,
    capabilities: { categories: false, tags: false },
  });
  const before = steps.filter(({ kind }) => kind === 'upload-media' || kind === 'ensure-term');
  const after = steps
    .filter(({ kind }) => kind === 'fill' || kind === 'verify')
    .map((step) => ({ ...step, state: 'pending', result: null }) as const);
  return [...before, ...(reserve ? replan([reserve], []) : []), ...after];
}
