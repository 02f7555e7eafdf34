import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markerOf, planSteps, replan, type JobStep } from '#main/domain/publish-job.ts';
import type { NewJob } from '#main/storage/job-store.ts';
import { accountOf, createLibraryBed, type LibraryBed } from './library-bed.ts';

const steps: JobStep[] = replan(
  planSteps({
    kind: 'publish',
    assets: [{ hash: 'ab', fileName: 'żółw.jpg' }],
    categories: ['Gady'],
    tags: [],
    onBlog: false,
    capabilities: { categories: true, tags: true },
  }),
  [],
);

let bed: LibraryBed;
let postId: string;

beforeEach(() => {
  bed = createLibraryBed();
  bed.library.accounts.add(accountOf('a'));
  bed.library.accounts.add(accountOf('b'));
  postId = bed.write('Żółw').postId;
});
afterEach(() => bed.close());

const insert = (change: Partial<NewJob> = {}, planned: readonly JobStep[] = []) =>
  bed.library.jobs.insert(
    { postId, accountId: 'a', revisionId: null, kind: 'publish', publishAt: null, ...change },
    planned,
  );
const freeze = () =>
  bed.library.revisions.freeze({ postId, cause: 'published', author: 'Ala', device: 'test' });
const get = (id: string) => bed.library.jobs.get(id)!;
const count = (table: string) =>
  bed.library.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('queueing', () => {
  test('a job is queued with its steps in order, and outlives a restart', () => {
    const { revisionId } = freeze();
    const id = insert({ revisionId, kind: 'schedule', publishAt: '2026-04-01T08:00:00.000Z' }, steps);
    bed.reopen();
    expect(bed.library.jobs.get(id)).toEqual({
      id,
      postId,
      accountId: 'a',
      revisionId,
      kind: 'schedule',
      state: 'queued',
      marker: markerOf(id),
      publishAt: '2026-04-01T08:00:00.000Z',
      decisions: {},
      attempts: 0,
      nextTryAt: null,
      problem: null,
      receipt: null,
      steps,
    });
    expect(bed.library.jobs.get('none')).toBeNull();
  });

  test('revision, job and steps are stored together or not at all', () => {
    const { library } = bed;
    expect(() =>
      library.transaction(() => {
        insert({ revisionId: freeze().revisionId }, steps);
        throw new Error('the power went');
      }),
    ).toThrow('the power went');
    expect(['revisions', 'publish_jobs', 'publish_steps'].map(count)).toEqual([0, 0, 0]);
    library.transaction(() => insert({ revisionId: freeze().revisionId }, steps));
    expect(['revisions', 'publish_jobs', 'publish_steps'].map(count)).toEqual([1, 1, steps.length]);
  });

  test('a second unfinished job of a post and blog is refused, its revision with it', () => {
    insert({ revisionId: freeze().revisionId }, steps);
    const { library } = bed;
    const { document } = library.posts.draft(postId);
    library.posts.saveDraft({ postId, baseVersion: 0, document: { ...document, title: 'Dalej' } });
    expect(() => library.transaction(() => insert({ revisionId: freeze().revisionId }, steps))).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    );
    expect(['revisions', 'publish_jobs'].map(count)).toEqual([1, 1]);
  });

  test('another blog, another post, or the same after an end, has its own job', () => {
    const first = insert();
    const onB = insert({ accountId: 'b' });
    const other = insert({ postId: bed.write('Inny').postId });
    bed.library.jobs.change(first, { state: 'succeeded' });
    const again = insert();
    expect(bed.library.jobs.open().map(({ id }) => id)).toEqual([onB, other, again]);
    expect(bed.library.jobs.openOf(postId, 'a')?.id).toBe(again);
    bed.library.jobs.change(again, { state: 'cancelled' });
    expect(bed.library.jobs.openOf(postId, 'a')).toBeNull();
    expect([bed.library.jobs.hasOpen('a'), bed.library.jobs.hasOpen('b')]).toEqual([true, true]);
    bed.library.jobs.change(other, { state: 'cancelled' });
    expect(bed.library.jobs.hasOpen('a')).toBe(false);
  });
});

describe('the journal', () => {
  test('says of each step what is known, through a restart', () => {
    const id = insert({}, steps);
    const { jobs } = bed.library;
    jobs.startStep(id, 'upload-media:ab');
    expect(get(id).steps.map(({ state }) => state)).toEqual([
      'running',
      ...steps.slice(1).map(() => 'pending'),
    ]);
    jobs.endStep(id, 'upload-media:ab', 'done', { mediaId: '7', url: 'https://a.example/żółw.jpg' });
    jobs.startStep(id, 'ensure-term:category:Gady');
    jobs.endStep(id, 'ensure-term:category:Gady', 'ambiguous');
    bed.reopen();
    expect(get(id).steps.slice(0, 3)).toMatchObject([
      { state: 'done', result: { mediaId: '7', url: 'https://a.example/żółw.jpg' } },
      { state: 'ambiguous', result: null },
      { state: 'pending', result: null },
    ]);
  });

  test('a new plan replaces the old one of its job alone', () => {
    const [id, other] = [insert({}, steps), insert({ accountId: 'b' }, steps)];
    bed.library.jobs.endStep(id, 'upload-media:ab', 'done', 7);
    const planned = replan(steps.toReversed().slice(0, 6), get(id).steps);
    bed.library.jobs.replaceSteps(id, planned);
    expect(get(id).steps).toEqual(planned);
    expect(get(id).steps.find(({ key }) => key === 'upload-media:ab')).toMatchObject({
      state: 'done',
      result: 7,
    });
    expect(get(other).steps).toEqual(steps);
  });
});
