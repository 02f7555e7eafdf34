import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, type Failure, type FailureKind, type Verdict } from '#main/domain/retry-policy.ts';
import { stepKindSchema, type StepKind } from '#shared/contract/publishing.ts';

const day = 86_400_000;

const kinds = Object.keys({
  offline: 0,
  timeout: 0,
  tls: 0,
  redirected: 0,
  'server-error': 0,
  'rate-limited': 0,
  'answer-unreadable': 0,
  'sign-in-refused': 0,
  forbidden: 0,
  rejected: 0,
  'too-large': 0,
  'clock-differs': 0,
  'not-found': 0,
  'folder-not-writable': 0,
} satisfies Record<FailureKind, 0>) as FailureKind[];

const failureOf = (kind: FailureKind, step: StepKind = 'fill', retryAfterMs?: number): Failure => ({
  kind,
  step,
  retryAfterMs,
});

function waitOf(verdict: Verdict): number {
  if (verdict.kind !== 'wait') throw new Error(`A wait was expected, not ${JSON.stringify(verdict)}.`);
  return verdict.ms;
}

const attempts = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1_000_000 }));
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const steps = fc.constantFrom(...stepKindSchema.options);
const anyKind = fc.constantFrom(...kinds);
const patient = fc.constantFrom<FailureKind>('timeout', 'server-error', 'rate-limited');

describe('any failure', () => {
  test('means a wait in whole milliseconds, half a second to five minutes, or a question that can be answered', () => {
    const isBearable = (verdict: Verdict) =>
      verdict.kind === 'ask'
        ? verdict.choices.includes('cancel')
        : Number.isInteger(verdict.ms) && verdict.ms >= 500 && verdict.ms <= 300_000;
    fc.assert(
      fc.property(anyKind, steps, attempts, random, (kind, step, tries, chance) => {
        expect(decide(failureOf(kind, step), tries, chance)).toSatisfy(isBearable);
      }),
    );
  });

  test('which a person cannot mend is waited out, for as long as it takes', () => {
    const waiting = kinds.filter((kind) => decide(failureOf(kind), 10_000, 0.5).kind === 'wait');
    expect(waiting).toEqual(['offline', 'timeout', 'server-error', 'rate-limited']);
  });
});

describe('offline', () => {
  test('is probed quickly at first and then steadily', () => {
    const waits = [1, 2, 3, 4, 5, 6, 500].map((tries) => waitOf(decide(failureOf('offline'), tries, 0.5)));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 12_000, 12_000, 12_000]);
  });

  test('is spread by at most fifteen in a hundred, and never longer than a quarter of a minute', () => {
    fc.assert(
      fc.property(attempts, random, (tries, chance) => {
        const middle = waitOf(decide(failureOf('offline'), tries, 0.5));
        const spread = waitOf(decide(failureOf('offline'), tries, chance));
        expect(Math.abs(spread - middle)).toBeLessThanOrEqual(0.15 * middle);
        expect(spread).toBeLessThan(15_000);
      }),
    );
    expect(waitOf(decide(failureOf('offline'), 9, 0))).not.toBe(waitOf(decide(failureOf('offline'), 9, 0.9)));
  });
});

describe('a server in trouble', () => {
  test.each(['timeout', 'server-error', 'rate-limited'] as const)(
    '%s: each wait is twice the last, up to five minutes',
    (kind) => {
      const waits = [1, 2, 3, 8, 9, 5_000].map((tries) => waitOf(decide(failureOf(kind), tries, 0)));
      expect(waits).toEqual([1_000, 2_000, 4_000, 128_000, 150_000, 150_000]);
      const longest = waitOf(decide(failureOf(kind), 5_000, 0.999_999));
      expect(longest).toBeLessThanOrEqual(300_000);
      expect(longest).toBeGreaterThan(299_000);
    },
  );

  test('is never asked again sooner after more tries', () => {
    fc.assert(
      fc.property(patient, attempts, attempts, random, (kind, a, b, chance) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
        expect(waitOf(decide(failureOf(kind), more, chance))).toBeGreaterThanOrEqual(
          waitOf(decide(failureOf(kind), fewer, chance)),
        );
      }),
    );
  });

  test.each(['server-error', 'rate-limited'] as const)(
    'that says when to come back is obeyed, up to a day: %s',
    (kind) => {
      const waits = [1_500, 600_000, day, day + 1, Infinity].map((ms) =>
        waitOf(decide(failureOf(kind, 'fill', ms), 1, 0.5)),
      );
      expect(waits).toEqual([1_500, 600_000, day, day, day]);
      expect(waitOf(decide(failureOf(kind, 'fill', -5_000), 1, 0.5))).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('what a hotel’s login page may be behind', () => {
  test.each(['answer-unreadable', 'tls', 'redirected'] as const)(
    '%s: is waited out five times, then asked about',
    (kind) => {
      const verdicts = [1, 2, 3, 4, 5, 6, 7].map((tries) => decide(failureOf(kind), tries, 0).kind);
      expect(verdicts).toEqual(['wait', 'wait', 'wait', 'wait', 'wait', 'ask', 'ask']);
      expect(decide(failureOf(kind), 5, 0)).toEqual({ kind: 'wait', code: kind, ms: 16_000 });
      expect(decide(failureOf(kind), 6, 0)).toEqual({
        kind: 'ask',
        code: kind,
        choices: kind === 'redirected' ? ['enter-password', 'try-again', 'cancel'] : ['try-again', 'cancel'],
      });
    },
  );
});

describe('what only a person can mend', () => {
  const again = ['try-again', 'cancel'];
  test.each<[FailureKind, StepKind, string, readonly string[]]>([
    ['sign-in-refused', 'fill', 'sign-in-refused', ['enter-password', 'try-again', 'cancel']],
    ['forbidden', 'ensure-term', 'term-forbidden', ['without-term', 'try-again', 'cancel']],
    ['forbidden', 'fill', 'forbidden', again],
    ['forbidden', 'upload-media', 'upload-forbidden', again],
    ['too-large', 'upload-media', 'upload-too-large', again],
    ['too-large', 'fill', 'post-too-large', again],
    ['clock-differs', 'fill', 'clock-differs', again],
    ['rejected', 'upload-media', 'upload-rejected', again],
    ['rejected', 'fill', 'rejected', again],
    ['not-found', 'fill', 'remote-deleted', ['publish-as-new', 'try-again', 'cancel']],
    ['not-found', 'unpublish', 'remote-deleted', again],
    ['not-found', 'reserve', 'rejected', again],
    ['not-found', 'upload-media', 'rejected', again],
    ['folder-not-writable', 'fill', 'folder-not-writable', again],
  ])('%s at %s: %s', (kind, step, code, choices) => {
    expect(decide(failureOf(kind, step), 1, 0.5)).toEqual({ kind: 'ask', code, choices });
  });

  test('is asked at the first try and at the hundredth alike', () => {
    const asked = kinds.filter((kind) => decide(failureOf(kind), 1, 0).kind === 'ask');
    expect(asked).toEqual([
      'sign-in-refused',
      'forbidden',
      'rejected',
      'too-large',
      'clock-differs',
      'not-found',
      'folder-not-writable',
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...asked), steps, attempts, random, (kind, step, tries, chance) => {
        expect(decide(failureOf(kind, step), tries, chance)).toEqual(decide(failureOf(kind, step), 1, 0));
      }),
    );
  });
});
