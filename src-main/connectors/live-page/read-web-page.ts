/** Reads a public page as any visitor would. */
import type { LivePage } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { sendRequest } from '../http/http-client.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import { imageReachable } from './image-reachable.ts';
import { parseLivePage } from './parse-live-page.ts';

const maxPageBytes = 16 * 1024 * 1024;
const imagesAtOnce = 6;

/** The page at this address, without credentials, its pictures asked for. May throw ConnectorError. */
export async function readWebPage(address: string, signal: AbortSignal): Promise<LivePage> {
  const url = URL.parse(address);
  if (!url) {
    throw new ConnectorError('answer-unreadable', 'The post has no address of the web.', {
      mayHaveActed: false,
    });
  }
  const request = {
    method: 'GET',
    url,
    // A cache before the blog may still hold the page as it was.
    headers: { 'cache-control': 'no-cache' },
    redirects: 'anywhere',
    maxBytes: maxPageBytes,
  } as const;
  const answer = await sendRequest(request, signal);
  if (isRefusal(answer)) throw refusal(answer, request);
  const { images, ...article } = parseLivePage(answer.text, answer.url.href);
  const checked: LivePage['images'][number][] = [];
  for (let from = 0; from < images.length; from += imagesAtOnce) {
    const some = images.slice(from, from + imagesAtOnce).map(async (image) => {
      return { ...image, reachable: await imageReachable(image.url, signal) };
    });
    checked.push(...(await Promise.all(some)));
  }
  return { url: answer.url.href, ...article, images: checked };
}
