/** What may be done with a publish job, and what may not. */
import { describe, expect, test } from 'vitest';
import {
  canCancel,
  canTakeOver,
  hasTouchedPost,
  isOpen,
  offeredChoices,
  type JobStep,
  type StepState,
} from '#main/domain/publish-job.ts';
import { jobStateSchema, type JobState, type Problem, type StepKind } from '#shared/contract/publishing.ts';

const states = jobStateSchema.options;
const begun: readonly StepState[] = ['running', 'ambiguous', 'done'];

const stepOf = (kind: StepKind, state: StepState): JobStep => ({
  key: kind,
  kind,
  subject: '',
  state,
  result: null,
});

/** A journal in which everything before the post is done, and the post's own step is as given. */
const before = (writing: 'fill' | 'unpublish', state: StepState): JobStep[] => [
  stepOf('upload-media', 'done'),
  stepOf('ensure-term', 'done'),
  stepOf('reserve', 'done'),
  stepOf(writing, state),
  stepOf('verify', 'pending'),
];
const untouched = before('fill', 'pending');
const statesWhere = (rule: (state: JobState) => boolean) => states.filter((state) => rule(state));

const problem: Problem = {
  code: 'remote-changed',
  detail: '',
  subject: '',
  choices: ['overwrite-remote', 'cancel'],
};

test('only success and a person’s choice end a job', () => {
  expect(statesWhere((state) => !isOpen(state))).toEqual(['succeeded', 'cancelled']);
});

describe('the blog’s post', () => {
  test('is untouched while it is only reserved', () => {
    expect(hasTouchedPost(untouched)).toBe(false);
    expect(hasTouchedPost([])).toBe(false);
  });

  test.each(begun)('may have been written once the writing is %s', (state) => {
    expect(hasTouchedPost(before('fill', state))).toBe(true);
    expect(hasTouchedPost(before('unpublish', state))).toBe(true);
  });
});

describe('cancelling', () => {
  test('is possible in every open state while the post is untouched', () => {
    expect(statesWhere((state) => canCancel({ state, steps: untouched }))).toEqual(
      states.filter((state) => isOpen(state)),
    );
  });

  test.each(begun)('is not possible while the writing is %s; once the job has stopped, it is', (state) => {
    const steps = before('fill', state);
    expect(statesWhere((job) => canCancel({ state: job, steps }))).toEqual([
      'queued',
      'waiting',
      'needs-attention',
    ]);
  });
});

describe('a newer text', () => {
  test('takes over a job that waits and has not touched the post', () => {
    expect(statesWhere((state) => canTakeOver({ state, steps: untouched }))).toEqual([
      'queued',
      'waiting',
      'needs-attention',
    ]);
  });

  test.each(begun)('does not take over a job whose writing of the post is %s', (state) => {
    expect(statesWhere((job) => canTakeOver({ state: job, steps: before('fill', state) }))).toEqual([]);
  });
});

describe('choices', () => {
  test('a job that needs attention offers those of its problem, or at least these two', () => {
    expect(offeredChoices({ state: 'needs-attention', problem })).toEqual(['overwrite-remote', 'cancel']);
    expect(offeredChoices({ state: 'needs-attention', problem: null })).toEqual(['try-again', 'cancel']);
  });

  test('a waiting job can be tried now or cancelled, whatever its problem says', () => {
    expect(offeredChoices({ state: 'waiting', problem })).toEqual(['try-again', 'cancel']);
  });

  test('nothing is asked in any other state', () => {
    const asked = statesWhere((state) => offeredChoices({ state, problem }).length > 0);
    expect(asked).toEqual(['waiting', 'needs-attention']);
  });
});
