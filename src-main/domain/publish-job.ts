/**
 * The publish job as data, and the rules of its life. A job is a journal of steps; each step's result is
 * recorded before the next begins. Pure.
 */
import type { Capabilities } from '#shared/contract/accounts.ts';
import type {
  JobChoice,
  JobKind,
  JobState,
  OpenJobState,
  Problem,
  Receipt,
  StepKind,
} from '#shared/contract/publishing.ts';

export type StepState = 'pending' | 'running' | 'ambiguous' | 'done';

export interface PlannedStep {
  /** Names the step within its job, so that a resumed or re-planned job finds its results. */
  readonly key: string;
  readonly kind: StepKind;
  readonly subject: string;
}

export interface JobStep extends PlannedStep {
  readonly state: StepState;
  /** What the blog answered, as JSON; null until done. */
  readonly result: unknown;
}

/** What a person decided for this job. */
export interface Decisions {
  /** Overwrite what was changed on the blog meanwhile. */
  readonly overwriteRemote?: boolean;
  /** Keys of term steps to leave out. */
  readonly leftOut?: readonly string[];
}

export interface PublishJob {
  readonly id: string;
  readonly postId: string;
  readonly accountId: string;
  /** The frozen revision; null for an unpublish, which sends no document. */
  readonly revisionId: string | null;
  readonly kind: JobKind;
  readonly state: JobState;
  /** Unguessable, and a valid slug: lets us find our own half-finished post on the blog. */
  readonly marker: string;
  /** When the post is to go live, UTC ISO; null for at once. */
  readonly publishAt: string | null;
  readonly decisions: Decisions;
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly problem: Problem | null;
  readonly receipt: Receipt | null;
  readonly steps: readonly JobStep[];
}

export interface PlanInput {
  readonly kind: JobKind;
  readonly assets: readonly { readonly hash: string; readonly fileName: string }[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** True when the blog already has this post. */
  readonly onBlog: boolean;
  readonly capabilities: Pick<Capabilities, 'categories' | 'tags'>;
}

/** The marker of a job: its id, as a slug of ours. */
export function markerOf(jobId: string): string {
  return `brulion-${jobId.replaceAll('-', '')}`;
}

/** The steps a job takes, in order. */
export function planSteps({
  kind,
  assets,
  categories,
  tags,
  onBlog,
  capabilities,
}: PlanInput): PlannedStep[] {
  if (kind === 'unpublish') return [postStep('unpublish'), postStep('verify')];
  return [
    ...assets.map(({ hash, fileName }): PlannedStep => ({
      key: `upload-media:${hash}`,
      kind: 'upload-media',
      subject: fileName,
    })),
    ...(capabilities.categories ? [...new Set(categories)] : []).map((name) => termStep('category', name)),
    ...(capabilities.tags ? [...new Set(tags)] : []).map((name) => termStep('tag', name)),
    ...(onBlog ? [] : [postStep('reserve')]),
    postStep('fill'),
    postStep('verify'),
  ];
}

function postStep(kind: 'reserve' | 'fill' | 'unpublish' | 'verify'): PlannedStep {
  return { key: kind, kind, subject: '' };
}

function termStep(taxonomy: 'category' | 'tag', name: string): PlannedStep {
  return { key: `ensure-term:${taxonomy}:${name}`, kind: 'ensure-term', subject: name };
}

/** A new plan that keeps what is already done of the old one: for a job that takes a newer text over. */
export function replan(planned: readonly PlannedStep[], old: readonly JobStep[]): JobStep[] {
  const done = new Map(old.filter(({ state }) => state !== 'pending').map((step) => [step.key, step]));
  return planned.map((step) => done.get(step.key) ?? { ...step, state: 'pending', result: null });
}

/** The step to run now; null when all are done. */
export function nextStep(steps: readonly JobStep[]): JobStep | null {
  return steps.find(({ state }) => state !== 'done') ?? null;
}

/** True once the blog's post itself may have been written. */
export function hasTouchedPost(steps: readonly JobStep[]): boolean {
  return steps.some(({ kind, state }) => (kind === 'fill' || kind === 'unpublish') && state !== 'pending');
}

export function isOpen(state: JobState): state is OpenJobState {
  return state !== 'succeeded' && state !== 'cancelled';
}

/** A person may cancel whatever is not at this moment writing the blog's post. */
export function canCancel({ state, steps }: Pick<PublishJob, 'state' | 'steps'>): boolean {
  if (state === 'running') return !hasTouchedPost(steps);
  return isOpen(state);
}

/** A newer text may take a job over while nothing of the old one can have reached the blog's post. */
export function canTakeOver({ state, steps }: Pick<PublishJob, 'state' | 'steps'>): boolean {
  return state !== 'running' && isOpen(state) && !hasTouchedPost(steps);
}

/** What a person may answer now. */
export function offeredChoices({
  state,
  problem,
}: Pick<PublishJob, 'state' | 'problem'>): readonly JobChoice[] {
  if (state === 'waiting') return ['try-again', 'cancel'];
  return state === 'needs-attention' ? (problem?.choices ?? ['try-again', 'cancel']) : [];
}
