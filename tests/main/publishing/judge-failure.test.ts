import { expect, test } from 'vitest';
import {
  ConnectorError,
  type ConnectorErrorInfo,
  type ConnectorErrorKind,
} from '#main/connectors/connector-error.ts';
import type { JobStep } from '#main/domain/publish-job.ts';
import { judgeFailure } from '#main/publishing/judge-failure.ts';
import { ProblemError } from '#main/publishing/problem-error.ts';
import { problemSchema } from '#shared/contract/publishing.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

const uploading: JobStep = {
  key: 'upload-media:aa',
  kind: 'upload-media',
  subject: 'żółw.jpg',
  state: 'running',
  result: null,
};
const filling: JobStep = { key: 'fill', kind: 'fill', subject: '', state: 'running', result: null };

const failure = (kind: ConnectorErrorKind, info: Partial<ConnectorErrorInfo> = {}) =>
  new ConnectorError(kind, 'For the log only.', { mayHaveActed: false, ...info });

test('a failure that passes by itself makes the job wait, till a time', () => {
  expect(judgeFailure({ attempts: 0 }, uploading, failure('offline'), now, 0.5)).toEqual({
    state: 'waiting',
    attempts: 1,
    nextTryAt: '2026-03-01T12:00:01.000Z',
    problem: { code: 'offline', detail: '', subject: 'żółw.jpg', choices: ['try-again', 'cancel'] },
  });
});

test('the tries before are counted, and so the waits grow', () => {
  const waits = [0, 1, 2].map((attempts) => judgeFailure({ attempts }, filling, failure('timeout'), now, 0));
  expect(waits.map(({ attempts, nextTryAt }) => [attempts, nextTryAt])).toEqual([
    [1, '2026-03-01T12:00:01.000Z'],
    [2, '2026-03-01T12:00:02.000Z'],
    [3, '2026-03-01T12:00:04.000Z'],
  ]);
});

test('the blog’s wish when to be asked again is kept, and its words are told', () => {
  const busy = failure('rate-limited', { retryAfterMs: 90_000, serverMessage: 'Za szybko.' });
  expect(judgeFailure({ attempts: 3 }, filling, busy, now, 0.5)).toMatchObject({
    state: 'waiting',
    nextTryAt: '2026-03-01T12:01:30.000Z',
    problem: { code: 'rate-limited', detail: 'Za szybko.' },
  });
});

test('a refusal asks a person, with the step in mind', () => {
  const refused = failure('rejected', { serverMessage: 'Pliki tego typu są niedozwolone.' });
  expect(judgeFailure({ attempts: 0 }, uploading, refused, now, 0.5)).toEqual({
    state: 'needs-attention',
    attempts: 1,
    nextTryAt: null,
    problem: {
      code: 'upload-rejected',
      detail: 'Pliki tego typu są niedozwolone.',
      subject: 'żółw.jpg',
      choices: ['try-again', 'cancel'],
    },
  });
  expect(judgeFailure({ attempts: 0 }, filling, refused, now, 0.5)).toMatchObject({
    problem: { code: 'rejected', subject: '' },
  });
});

test.each(['forbidden', 'server-error'] as const)(
  'words for the log are not shown as the blog’s: %s',
  (kind) => {
    expect(judgeFailure({ attempts: 0 }, filling, failure(kind), now, 0.5).problem?.detail).toBe('');
  },
);

test.each(['sign-in-refused', 'forbidden'] as const)(
  '%s: in the blog’s own words it is asked about at once, else when it lasts',
  (kind) => {
    const status = kind === 'forbidden' ? 403 : 401;
    const own = failure(kind, { status, serverCode: 'rest_cannot_create' });
    expect(judgeFailure({ attempts: 0 }, filling, own, now, 0)).toMatchObject({ problem: { code: kind } });
    const between = failure(kind, { status });
    const verdicts = [0, 4, 5].map((attempts) => judgeFailure({ attempts }, filling, between, now, 0));
    expect(verdicts).toMatchObject([
      { state: 'waiting', problem: { code: 'answer-unreadable' } },
      { state: 'waiting', problem: { code: 'answer-unreadable' } },
      { state: 'needs-attention', problem: { code: kind } },
    ]);
  },
);

test('what fails before the first step is judged without one', () => {
  expect(judgeFailure({ attempts: 0 }, null, failure('not-found'), now, 0.5)).toMatchObject({
    state: 'needs-attention',
    problem: { code: 'rejected', subject: '' },
  });
  const missing = new ProblemError('password-missing', ['enter-password', 'cancel']);
  expect(judgeFailure({ attempts: 0 }, null, missing, now, 0.5)).toEqual({
    state: 'needs-attention',
    attempts: 1,
    nextTryAt: null,
    problem: { code: 'password-missing', detail: '', subject: '', choices: ['enter-password', 'cancel'] },
  });
});

test('a problem a step has found is put to a person as the step says', () => {
  const changed = new ProblemError('remote-changed', ['overwrite-remote', 'cancel'], 'title, text');
  const change = judgeFailure({ attempts: 4 }, filling, changed, now, 0.5);
  expect(change).toEqual({
    state: 'needs-attention',
    attempts: 5,
    nextTryAt: null,
    problem: {
      code: 'remote-changed',
      detail: 'title, text',
      subject: '',
      choices: ['overwrite-remote', 'cancel'],
    },
  });
  expect(problemSchema.parse(change.problem)).toEqual(change.problem);
});

test('a job we cut off ourselves goes back in line, and it counts for no try', () => {
  expect(
    judgeFailure({ attempts: 2 }, filling, failure('aborted', { mayHaveActed: true }), now, 0.5),
  ).toEqual({
    state: 'queued',
  });
});
