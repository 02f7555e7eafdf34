import { ConnectorError } from '../connector-error.ts';
import { sendRequest } from '../http/http-client.ts';
import type { HttpAnswer } from '../http/http-message.ts';

const probeTimeoutMs = 15_000;

/**
 * Whether a picture can be had at this address, by its head or else its first byte; null when that could not be found
 * out, because no good answer came. A picture inside the page itself (`data:`) always can. Throws ConnectorError only
 * when `signal` gives up.
 */
export async function imageReachable(address: string, signal: AbortSignal): Promise<boolean | null> {
  const url = new URL(address);
  if (url.protocol === 'data:') return true;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const common = { url, redirects: 'anywhere', timeoutMs: probeTimeoutMs } as const;
  try {
    const head = await sendRequest({ ...common, method: 'HEAD' }, signal);
    if (head.status < 300) return isWebPage(head) ? null : true;
    if (head.status === 404 || head.status === 410) return false;
    // Some servers know no HEAD.
    const headers = { range: 'bytes=0-0' };
    const got = await sendRequest({ ...common, method: 'GET', headers }, signal);
    if (isWebPage(got)) return null;
    const { status } = got;
    return status === 429 || status >= 500 ? null : status < 300;
  } catch (error) {
    if (error instanceof ConnectorError && !signal.aborted) return null;
    throw error;
  }
}

/** A hotel's login page answers in everybody's place, and with 200. */
function isWebPage({ headers, status }: HttpAnswer): boolean {
  return status < 300 && /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
}
