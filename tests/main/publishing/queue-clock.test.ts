/** The queue while clocks are set and the machine sleeps: a real library and folder blog, whose line fails once. */
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ConnectorError, type ConnectorErrorInfo } from '#main/connectors/connector-error.ts';
import type { JobView } from '#shared/contract/publishing.ts';
import { createPublishingBed, type PublishingBed } from './publishing-bed.ts';

const dayMs = 86_400_000;
let bed: PublishingBed | null = null;
let shiftMs = 0;

afterEach(async () => {
  vi.useRealTimers();
  shiftMs = 0;
  await bed?.dispose();
  bed = null;
});

/** A post whose first try failed for this reason, and whose job waits. */
async function waiting(kind: 'offline' | 'rate-limited', info: Partial<ConnectorErrorInfo> = {}) {
  let isFirst = true;
  bed = await createPublishingBed({
    now: () => new Date(Date.now() + shiftMs),
    between: (connector) => ({
      ...connector,
      reserve(...args) {
        if (!isFirst) return connector.reserve(...args);
        isFirst = false;
        return Promise.reject(new ConnectorError(kind, 'Not now.', { mayHaveActed: false, ...info }));
      },
    }),
  });
  const account = await bed.accounts.addFolder(join(bed.folder, 'blog'), 'Blog', true);
  const postId = bed.write('Czekanie', 'Tekst.');
  const { id } = await bed.queue.publish({ postId, accountId: account.id, how: 'publish', publishAt: null });
  const job = await bed.reaches(id, 'waiting');
  return { bed, job };
}

test('a job that waits goes when due although the clock was set back by a day', async () => {
  const { bed, job } = await waiting('offline');
  shiftMs = -dayMs;
  expect(await bed.reaches(job.id, 'succeeded', 'needs-attention')).toMatchObject({ state: 'succeeded' });
});

test('a job whose hour of waiting passed while the machine slept goes half a minute after at the latest', async () => {
  // Timers stand still with the machine; the wall clock does not.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { bed, job } = await waiting('rate-limited', { retryAfterMs: 3_600_000 });
  expect(Date.parse(job.nextTryAt ?? '') - Date.now()).toBeGreaterThan(3_500_000);
  shiftMs = 2 * 3_600_000;
  vi.advanceTimersByTime(30_000);
  vi.useRealTimers();
  expect(await bed.reaches(job.id, 'succeeded', 'needs-attention')).toMatchObject({ state: 'succeeded' });
});

test('a job does not go before its time while nothing happens', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { bed, job } = await waiting('rate-limited', { retryAfterMs: 3_600_000 });
  vi.advanceTimersByTime(10 * 60_000);
  const [now] = bed.queue.jobs(1) as [JobView];
  expect(now).toMatchObject({ id: job.id, state: 'waiting', nextTryAt: job.nextTryAt });
});
