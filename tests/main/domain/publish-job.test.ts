import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  markerOf,
  nextStep,
  planSteps,
  replan,
  type JobStep,
  type PlanInput,
  type PlannedStep,
  type StepState,
} from '#main/domain/publish-job.ts';
import { jobKindSchema } from '#shared/contract/publishing.ts';

const stepStates: readonly StepState[] = ['pending', 'running', 'ambiguous', 'done'];

const postOf = (change: Partial<PlanInput> = {}): PlanInput => ({
  kind: 'publish',
  assets: [{ hash: 'aa', fileName: 'a.jpg' }],
  categories: ['Żółwie'],
  tags: ['b', 'c'],
  onBlog: false,
  capabilities: { categories: true, tags: true },
  ...change,
});

const keysOf = (steps: readonly PlannedStep[]) => steps.map(({ key }) => key);

/** A plan of which so much is done; the step after that is in the state given. */
function stepsUpTo(done: number, state: StepState = 'pending', input = postOf()): JobStep[] {
  return replan(planSteps(input), []).map((step, at) => {
    if (at < done) return { ...step, state: 'done', result: { id: at } };
    return at === done ? { ...step, state } : step;
  });
}

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 5 });
const inputs: fc.Arbitrary<PlanInput> = fc.record({
  kind: fc.constantFrom(...jobKindSchema.options),
  assets: fc
    .uniqueArray(fc.constantFrom('aa', 'bb', 'cc'), { maxLength: 3 })
    .map((hashes) => hashes.map((hash) => ({ hash, fileName: `${hash}.jpg` }))),
  categories: names,
  tags: names,
  onBlog: fc.boolean(),
  capabilities: fc.record({ categories: fc.boolean(), tags: fc.boolean() }),
});
const journals = inputs.chain((input) => {
  const planned = planSteps(input);
  return fc
    .array(fc.constantFrom(...stepStates), { minLength: planned.length, maxLength: planned.length })
    .map((states) =>
      planned.map((step, at): JobStep => {
        const state = states[at] ?? 'pending';
        return { ...step, state, result: state === 'done' ? { of: step.key } : null };
      }),
    );
});

describe('the plan', () => {
  test('a new post: pictures, then terms, then a place, then the whole of it, then the proof', () => {
    expect(planSteps(postOf())).toEqual([
      { key: 'upload-media:aa', kind: 'upload-media', subject: 'a.jpg' },
      { key: 'ensure-term:category:Żółwie', kind: 'ensure-term', subject: 'Żółwie' },
      { key: 'ensure-term:tag:b', kind: 'ensure-term', subject: 'b' },
      { key: 'ensure-term:tag:c', kind: 'ensure-term', subject: 'c' },
      { key: 'reserve', kind: 'reserve', subject: '' },
      { key: 'fill', kind: 'fill', subject: '' },
      { key: 'verify', kind: 'verify', subject: '' },
    ]);
  });

  test('a post that is on the blog already gets no second place there', () => {
    expect(
      keysOf(planSteps(postOf({ kind: 'update', onBlog: true, assets: [], categories: [], tags: [] }))),
    ).toEqual(['fill', 'verify']);
  });

  test('a blog without categories or tags is not asked for them', () => {
    const none = postOf({ capabilities: { categories: false, tags: false } });
    expect(keysOf(planSteps(none))).toEqual(['upload-media:aa', 'reserve', 'fill', 'verify']);
    const onlyTags = postOf({ capabilities: { categories: false, tags: true } });
    expect(keysOf(planSteps(onlyTags))).toContain('ensure-term:tag:b');
    expect(keysOf(planSteps(onlyTags))).not.toContain('ensure-term:category:Żółwie');
  });

  test('taking a post off the blog sends nothing of it', () => {
    expect(keysOf(planSteps(postOf({ kind: 'unpublish', onBlog: true })))).toEqual(['unpublish', 'verify']);
  });

  test('a term that is named twice is one step; a tag named like a category is another', () => {
    const twice = postOf({ assets: [], categories: ['a', 'b', 'a'], tags: ['a', 'a'], onBlog: true });
    expect(keysOf(planSteps(twice))).toEqual([
      'ensure-term:category:a',
      'ensure-term:category:b',
      'ensure-term:tag:a',
      'fill',
      'verify',
    ]);
  });

  test('every step has a name of its own, and the post is written after all it needs and before the proof', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const planned = planSteps(input);
        expect(new Set(keysOf(planned)).size).toBe(planned.length);
        expect(planned.at(-1)?.kind).toBe('verify');
        expect(['fill', 'unpublish']).toContain(planned.at(-2)?.kind);
      }),
    );
  });

  test('the marker of a job is a slug, and no other job has it', () => {
    expect(markerOf('0198f2aa-1111-7000-8000-00000000abcd')).toBe('brulion-0198f2aa11117000800000000000abcd');
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, other) => {
        expect(markerOf(id)).toMatch(/^brulion-[0-9a-f]{32}$/);
        expect(markerOf(id) === markerOf(other)).toBe(id === other);
      }),
    );
  });
});

describe('a newer plan', () => {
  test('keeps the results of steps that it still has, and forgets the others', () => {
    const old = stepsUpTo(4, 'ambiguous');
    const planned = planSteps(postOf({ tags: ['c', 'd'], assets: [] }));
    expect(replan(planned, old).map(({ key, state, result }) => [key, state, result])).toEqual([
      ['ensure-term:category:Żółwie', 'done', { id: 1 }],
      ['ensure-term:tag:c', 'done', { id: 3 }],
      ['ensure-term:tag:d', 'pending', null],
      // The lost answer is still to be looked for.
      ['reserve', 'ambiguous', null],
      ['fill', 'pending', null],
      ['verify', 'pending', null],
    ]);
  });

  test('has the steps of the new plan in its order, and every begun step of the old that is among them', () => {
    fc.assert(
      fc.property(inputs, journals, (input, old) => {
        const planned = planSteps(input);
        const next = replan(planned, old);
        expect(keysOf(next)).toEqual(keysOf(planned));
        for (const step of next) {
          const before = old.find(({ key, state }) => key === step.key && state !== 'pending');
          expect(step).toMatchObject(before ?? { state: 'pending', result: null });
        }
      }),
    );
  });
});

test('the next step is the first that is not done', () => {
  fc.assert(
    fc.property(journals, (steps) => {
      const next = nextStep(steps);
      const at = next ? steps.indexOf(next) : steps.length;
      expect(steps.slice(0, at).every(({ state }) => state === 'done')).toBe(true);
      expect(next?.state).not.toBe('done');
    }),
  );
  expect(nextStep(stepsUpTo(3, 'ambiguous'))?.key).toBe('ensure-term:tag:c');
  expect(nextStep(stepsUpTo(7))).toBeNull();
});
