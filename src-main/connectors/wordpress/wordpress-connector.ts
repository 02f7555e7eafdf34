/** A WordPress blog over its REST API. */
import { z } from 'zod';
import { slugify } from '#shared/document/slug.ts';
import { bodyToBlocks } from '#shared/document/wordpress-blocks/body-to-blocks.ts';
import { wordPressCapabilities } from '../capabilities.ts';
import type { Connector, RemoteContent, RenderInput } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { sendRequest } from '../http/http-client.ts';
import { parseJsonAs } from '../http/json-answer.ts';
import { readWebPage } from '../live-page/read-web-page.ts';
import type { ConnectorAccount } from '../connector-account.ts';
import { apiUrl } from './api-url.ts';
import { createWordPressMedia } from './media.ts';
import { createWordPressPosts } from './posts.ts';
import { verifySignIn } from './sign-in.ts';
import { createWordPressTerms } from './terms.ts';
import { createWordPressApi } from './wordpress-api.ts';

const settingsSchema = z.object({ apiRoot: z.url() });
/** The index, or an API that tells strangers nothing. */
const indexSchema = z.union([z.object({ name: z.string() }), z.object({ code: z.string() })]);
const pingTimeoutMs = 10_000;

export function createWordPressConnector(account: ConnectorAccount, password: string | null): Connector {
  const { apiRoot } = settingsSchema.parse(account.settings);
  const userName = account.userName ?? '';
  const api = createWordPressApi({ apiRoot, userName, password });

  return {
    kind: 'wordpress',
    capabilities: wordPressCapabilities,
    verify: (signal) => verifySignIn(api, userName, signal),
    ...createWordPressTerms(api),
    ...createWordPressMedia(api),
    ...createWordPressPosts(api),
    render,
    readLivePage: ({ permalink }, signal) => readWebPage(permalink, signal),
    ping: (signal) => answers(apiRoot, signal),
  };
}

function render({ document, media, categories, tags }: RenderInput): RemoteContent {
  return {
    title: document.title,
    content: bodyToBlocks(document.body, { media: (asset) => media.get(asset) ?? null }),
    excerpt: document.excerpt,
    slug: document.slug || slugify(document.title),
    categories,
    tags,
    featuredMedia: (document.featuredImage && media.get(document.featuredImage.asset)) ?? null,
  };
}

/** Asked without signing in. A captive portal or a proxy's error page is not the blog. */
async function answers(apiRoot: string, signal: AbortSignal): Promise<boolean> {
  const url = apiUrl(apiRoot, '', { _fields: 'name' });
  try {
    const answer = await sendRequest({ method: 'GET', url, timeoutMs: pingTimeoutMs }, signal);
    return answer.status < 500 && answer.status !== 429 && parseJsonAs(answer.text, indexSchema).success;
  } catch (error) {
    if (error instanceof ConnectorError) return false;
    throw error;
  }
}
