/** Proves what the live page shows. The post is on the blog already: nothing that fails here fails the job. */
import { setTimeout as delay } from 'node:timers/promises';
import type { LivePage, RemotePost } from '../../connectors/connector.ts';
import { ConnectorError } from '../../connectors/connector-error.ts';
import { makeReceipt } from '../receipt.ts';
import { contentToSend } from '../content-to-send.ts';
import { filledPostOf, type RunStep, type StepInput } from './step.ts';

/** A page behind a cache may lag; waiting longer than this would only keep the author waiting. */
const pausesMs = [400, 1_600];

export const verify: RunStep = async (input) => {
  const { job, document, library, signal, now } = input;
  const filled = filledPostOf(job);
  if (!filled) return { result: null };
  const sent = document ? { document, content: contentToSend(input) } : null;
  const lookOnce = async () => {
    const found = await look(input, filled);
    const receipt = makeReceipt({ filled, sent, ...found, checkedAt: now() });
    const differs = receipt.checks.some(({ result }) => result === 'different');
    return { receipt, isProof: found.trouble === '' && !differs };
  };
  let seen = await lookOnce();
  // Also when something differs: a cache may show the page as it was, a hotel's network its own.
  for (const pause of pausesMs) {
    if (seen.isProof) break;
    await delay(pause, undefined, { signal });
    seen = await lookOnce();
  }
  const { receipt } = seen;
  return {
    result: receipt,
    record() {
      library.jobs.change(job.id, { receipt });
      library.remotePosts.setReceipt(job.postId, job.accountId, receipt);
    },
  };
};

interface Found {
  readonly remote: RemotePost | null;
  readonly page: LivePage | null;
  /** Why something could not be looked at. */
  readonly trouble: string;
}

async function look({ connector, signal }: StepInput, filled: RemotePost): Promise<Found> {
  let remote: RemotePost | null = null;
  try {
    remote = await connector.read(filled.id, signal);
    const page = remote?.status === 'published' ? await connector.readLivePage(remote, signal) : null;
    const unasked = page?.images.find(({ reachable }) => reachable === null);
    return { remote, page, trouble: unasked ? unasked.url : '' };
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind === 'aborted') throw error;
    return { remote, page: null, trouble: error.message };
  }
}
