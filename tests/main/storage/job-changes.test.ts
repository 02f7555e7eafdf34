import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobChange } from '#main/storage/job-store.ts';
import { jobViewSchema, type JobState, type Problem, type Receipt } from '#shared/contract/publishing.ts';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';

const accountId = '11111111-1111-4111-8111-111111111111';
const problem: Problem = { code: 'offline', detail: 'Brak sieci', subject: '', choices: ['try-again'] };
const receipt: Receipt = {
  permalink: 'https://a.example/zolw/',
  checkedAt: '2026-03-01T12:00:00.000Z',
  checks: [{ what: 'title', result: 'same', detail: '' }],
};

let bed: LibraryBed;
beforeEach(() => {
  bed = createLibraryBed();
  bed.library.accounts.add(accountOf(accountId));
});
afterEach(() => bed.close());

function insert(title = 'Żółw', change: JobChange = {}): string {
  const { postId } = bed.write(title);
  const id = bed.library.jobs.insert(
    { postId, accountId, revisionId: null, kind: 'publish', publishAt: null },
    [{ key: 'fill', kind: 'fill', subject: '', state: 'pending', result: null }],
  );
  bed.library.jobs.change(id, change);
  return id;
}
const get = (id: string) => bed.library.jobs.get(id)!;

test('what a change leaves out stays; null clears', () => {
  const { jobs } = bed.library;
  const id = insert();
  const before = get(id);
  jobs.change(id, {});
  expect(get(id)).toEqual(before);
  const decisions = { overwriteRemote: true, leftOut: ['ensure-term:tag:x'] };
  const failed = { state: 'waiting', attempts: 2, nextTryAt: '2026-03-01T12:05:00.000Z' } as const;
  jobs.change(id, { ...failed, problem });
  jobs.change(id, { decisions });
  expect(get(id)).toEqual({ ...before, ...failed, problem, decisions });
  jobs.change(id, { problem: null, nextTryAt: null, attempts: 0, receipt, kind: 'update' });
  expect(get(id)).toEqual({ ...before, state: 'waiting', decisions, receipt, kind: 'update' });
});

test('a change changes its job alone', () => {
  const [one, two] = [insert(), insert()];
  const before = get(two);
  bed.library.jobs.change(one, { state: 'needs-attention', problem });
  expect(get(two)).toEqual(before);
});

test('no job is in a state that there is not', () => {
  const id = insert();
  expect(() => bed.library.jobs.change(id, { state: 'lost' as JobState })).toThrow(
    expect.objectContaining({ code: 'SQLITE_CONSTRAINT_CHECK' }),
  );
  expect(get(id).state).toBe('queued');
});

test.each([
  ['queued', true],
  ['waiting', true],
  ['running', false],
  ['needs-attention', false],
  ['succeeded', false],
  ['cancelled', false],
] as const)('a job that is %s is taken to be run: %s', (state, taken) => {
  const { jobs } = bed.library;
  const id = insert('Żółw', { state, nextTryAt: '2026-03-01T12:05:00.000Z' });
  expect(jobs.claim(id)).toBe(taken);
  expect(get(id)).toMatchObject(
    taken ? { state: 'running', nextTryAt: null } : { state, nextTryAt: '2026-03-01T12:05:00.000Z' },
  );
  // Nobody takes it twice.
  expect(jobs.claim(id)).toBe(false);
});

test('what a dead process left running is back in line, its step still said to be running', () => {
  const [running, waiting, ended] = [
    insert('A', { state: 'running' }),
    insert('B', { state: 'waiting' }),
    insert('C', { state: 'succeeded' }),
  ];
  bed.library.jobs.startStep(running, 'fill');
  bed.reopen();
  bed.library.jobs.resumeInterrupted();
  expect([running, waiting, ended].map((id) => get(id).state)).toEqual(['queued', 'waiting', 'succeeded']);
  expect(get(running).steps).toMatchObject([{ key: 'fill', state: 'running' }]);
});

test('the panel shows jobs as the contract has them', () => {
  const id = insert('Żółw', {
    state: 'succeeded',
    receipt,
    permalink: 'https://a.example/zolw/',
    openUrl: 'https://a.example/zolw/?x',
    endedAt: '2026-03-01T12:01:00.000Z',
  });
  const view = bed.library.jobs.view(id);
  expect(view).toMatchObject({
    id,
    postTitle: 'Żółw',
    accountName: `Blog ${accountId}`,
    state: 'succeeded',
    steps: [{ key: 'fill', kind: 'fill', subject: '', state: 'pending' }],
    permalink: 'https://a.example/zolw/',
    openUrl: 'https://a.example/zolw/?x',
    receipt,
    createdAt: '2026-03-01T12:00:00.000Z',
    endedAt: '2026-03-01T12:01:00.000Z',
  });
  expect(jobViewSchema.parse(view)).toEqual(view);
  expect(bed.library.jobs.view('none')).toBeNull();
});

test('newest first, as many as asked, without those that were cleared away', () => {
  const { jobs } = bed.library;
  const ids = (['succeeded', 'needs-attention', 'cancelled', 'queued'] as const).map((state, index) =>
    insert(`Post ${index}`, { state }),
  );
  const shown = (limit: number) => jobs.views(limit).map(({ id }) => id);
  expect(shown(50)).toEqual(ids.toReversed());
  expect(shown(2)).toEqual([ids[3], ids[2]]);
  jobs.clearEnded();
  expect(shown(50)).toEqual([ids[3], ids[1]]);
  // Cleared from the panel, not from the library.
  expect(get(ids[0]!).state).toBe('succeeded');
});

test('a job outlives its blog, which then has no name', () => {
  const id = insert('Żółw', { state: 'succeeded' });
  bed.library.accounts.remove(accountId);
  expect(bed.library.jobs.view(id)).toMatchObject({ accountName: '', postTitle: 'Żółw' });
});
