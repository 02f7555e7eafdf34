/** Runs one claimed job step by step, keeping the journal. */
import type { StepKind } from '#shared/contract/publishing.ts';
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import type { Connector } from '../connectors/connector.ts';
import { ConnectorError } from '../connectors/connector-error.ts';
import { nextStep, type JobStep, type PublishJob } from '../domain/publish-job.ts';
import type { Library } from '../storage/library.ts';
import { ProblemError } from './problem-error.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { ensureTerm } from './steps/ensure-term.ts';
import { fill } from './steps/fill.ts';
import { reserve } from './steps/reserve.ts';
import type { RunStep } from './steps/step.ts';
import { unpublish } from './steps/unpublish.ts';
import { uploadMedia } from './steps/upload-media.ts';
import { verify } from './steps/verify.ts';
import type { InTurn } from './turns.ts';

const stepRunners: Readonly<Record<StepKind, RunStep>> = {
  'upload-media': uploadMedia,
  'ensure-term': ensureTerm,
  reserve,
  fill,
  unpublish,
  verify,
};

export interface RunJobInput {
  readonly jobId: string;
  readonly library: Library;
  readonly connectorFor: (accountId: string) => Promise<Connector>;
  readonly isSignedIn: (accountId: string) => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onChange: () => void;
  /** Lets one step at a time do the work of this name. */
  readonly inTurn: InTurn;
}

/** How a run ended; `stopped` when the queue was stopped or the job cancelled in the middle. */
export type RunOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly step: JobStep | null; readonly error: ConnectorError | ProblemError };

export async function runJob(input: RunJobInput): Promise<RunOutcome> {
  const { jobId, library, signal } = input;
  const claimed = library.jobs.get(jobId);
  if (!claimed) return { kind: 'stopped' };
  let connector: Connector;
  try {
    connector = await signIn(input, claimed);
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'failed', step: null, error };
    throw error;
  }
  const document = claimed.revisionId === null ? null : library.revisions.document(claimed.revisionId);

  for (;;) {
    const job = library.jobs.get(jobId);
    // Read anew each time round: a person may have cancelled it meanwhile.
    if (!job || job.state !== 'running' || signal.aborted) return { kind: 'stopped' };
    const step = nextStep(job.steps);
    if (!step) return { kind: 'done' };
    const outcome = await runStep(input, { job, step, connector, document });
    input.onChange();
    if (outcome) return outcome;
  }
}

async function signIn({ connectorFor, isSignedIn }: RunJobInput, job: PublishJob): Promise<Connector> {
  try {
    const connector = await connectorFor(job.accountId);
    if (!(await isSignedIn(job.accountId)))
      throw new ProblemError('password-missing', ['enter-password', 'cancel']);
    return connector;
  } catch (error) {
    if (error instanceof CodedError && error.code === 'account-not-found') {
      throw new ProblemError('account-removed', ['cancel'], '', { cause: error });
    }
    throw error;
  }
}

interface StepPlace {
  readonly job: PublishJob;
  readonly step: JobStep;
  readonly connector: Connector;
  readonly document: PostDocument | null;
}

/** The post, or something that is only there for it. */
function sendsText({ kind }: JobStep): boolean {
  return kind !== 'verify' && kind !== 'unpublish';
}

function isShared({ kind }: JobStep): boolean {
  return kind === 'upload-media' || kind === 'ensure-term';
}

/** Runs one step between its two journal entries; null when it is done. */
async function runStep(
  input: RunJobInput,
  { job, step, connector, document }: StepPlace,
): Promise<RunOutcome | null> {
  const { library, signal, now } = input;
  // Found running means that a process died in it; both times the blog is asked first.
  const ambiguous = step.state === 'running' || step.state === 'ambiguous';
  library.jobs.startStep(job.id, step.key);
  input.onChange();
  try {
    // What may have happened already is found out first; the step itself refuses then.
    if (!ambiguous && sendsText(step)) refuseUnapproved(library, job);
    const standing = library.remotePosts.get(job.postId, job.accountId);
    const work = () =>
      stepRunners[step.kind]({
        job,
        step,
        connector,
        library,
        document,
        standing,
        ambiguous,
        signal,
        now,
      });
    // Two posts with the same picture or new term must not both find it missing and make it twice.
    const { result, record } = isShared(step)
      ? await input.inTurn(`${job.accountId} ${step.key}`, work)
      : await work();
    library.transaction(() => {
      library.jobs.endStep(job.id, step.key, 'done', result);
      // Tries are counted in a row: a long job on a bad line gets on, and waits no longer for it.
      if (job.attempts > 0) library.jobs.change(job.id, { attempts: 0, problem: null });
      record?.();
    });
    return null;
  } catch (error) {
    // Cut off by us: it stays marked as running, which means the same as after a crash.
    if (signal.aborted) return { kind: 'stopped' };
    if (error instanceof ProblemError) {
      library.jobs.endStep(job.id, step.key, ambiguous ? 'ambiguous' : 'pending');
      return { kind: 'failed', step, error };
    }
    if (!(error instanceof ConnectorError)) throw error;
    library.jobs.endStep(job.id, step.key, ambiguous || error.info.mayHaveActed ? 'ambiguous' : 'pending');
    return { kind: 'failed', step, error };
  }
}
