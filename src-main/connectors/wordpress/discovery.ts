/**
 * Finds a WordPress blog and its REST API from what a person types (developer.wordpress.org, "Discovery"):
 * the Link of the page, else the places where the API usually is.
 */
import { z } from 'zod';
import { CodedError } from '#shared/contract/errors.ts';
import { ConnectorError } from '../connector-error.ts';
import { sendRequest } from '../http/http-client.ts';
import type { HttpAnswer } from '../http/http-message.ts';
import { speaksNoHttps } from '../http/transport-error.ts';
import { parseJsonAs } from '../http/json-answer.ts';
import { apiUrl, possibleApiRoots } from './api-url.ts';
import { linkedApiRoot } from './api-link.ts';
import { blogAddress, homeOf } from './blog-address.ts';
import { discoveryFailure } from './discovery-failure.ts';
import { decodeEntities } from './entities.ts';
import { isLoginPage } from './login-page.ts';
import { possibleBases, startingPages } from './typed-address.ts';

export interface DiscoveredBlog {
  readonly kind: 'wordpress';
  /** The blog's own canonical address. */
  readonly address: string;
  readonly name: string;
}

export interface FoundBlog extends DiscoveredBlog {
  readonly apiRoot: string;
  /** The page that was asked first: what the typed address was taken for. */
  readonly askedAt: URL;
}

const maxPageBytes = 8 * 1024 * 1024;
const probeTimeoutMs = 15_000;

const indexSchema = z.object({
  name: z.string(),
  url: z.string(),
  home: z.string().optional(),
  namespaces: z.array(z.string()),
});
/** An API that tells strangers nothing, not even the blog's name. */
const closedApiSchema = z.object({ code: z.string(), message: z.string() });

/** What blog answers at this address. CodedError `address-invalid` or `blog-…` when there is none. */
export async function discoverWordPress(typed: string, signal: AbortSignal): Promise<DiscoveredBlog> {
  const { kind, address, name } = await findWordPress(typed, signal);
  return { kind, address, name };
}

/** As `discoverWordPress`, with the API's root. Signs in nowhere. */
export async function findWordPress(typed: string, signal: AbortSignal): Promise<FoundBlog> {
  const pages = startingPages(typed);
  for (const [index, page] of pages.entries()) {
    try {
      return { ...(await findAt(page, signal)), askedAt: page };
    } catch (error) {
      const another = index < pages.length - 1;
      // Only a host that does not speak https at all is asked over http: never one whose certificate is wrong.
      if (another && error instanceof ConnectorError && speaksNoHttps(error)) continue;
      throw discoveryFailure(error, typed);
    }
  }
  throw new CodedError('address-invalid', 'This is not a web address.', { address: typed });
}

type BlogThere = Omit<FoundBlog, 'askedAt'>;

async function findAt(start: URL, signal: AbortSignal): Promise<BlogThere> {
  const page = await getPage(start, signal);
  const linked = linkedApiRoot(page);
  if (linked) {
    const blog = await blogAt(linked, signal);
    if (blog) return blog;
  }
  for (const base of possibleBases(page.url)) {
    for (const root of possibleApiRoots(base)) {
      const blog = await blogAt(root, signal);
      if (blog) return blog;
    }
  }
  const code = linked ? 'blog-answer-unreadable' : 'blog-not-found';
  if (page.status >= 500) throw new CodedError('blog-unreachable', `The server answered ${page.status}.`);
  if (isLoginPage(page)) throw new CodedError('blog-behind-login', 'A login stands before the whole site.');
  throw new CodedError(code, linked ? 'The blog has an API that cannot be read.' : 'There is no WordPress.');
}

/** The blog whose API answers at this root; null when what answers is no API. */
async function blogAt(root: URL, signal: AbortSignal): Promise<BlogThere | null> {
  const answer = await getPage(apiUrl(root.href, ''), signal);
  const apiRoot = withoutFields(answer.url);
  if (answer.status === 200) {
    const { data } = parseJsonAs(answer.text, indexSchema);
    if (!data?.namespaces.includes('wp/v2')) return null;
    const address = blogAddress(data, apiRoot);
    return { kind: 'wordpress', apiRoot, address, name: decodeEntities(data.name) || answer.url.host };
  }
  const closed = answer.status === 401 || answer.status === 403;
  if (!closed || !parseJsonAs(answer.text, closedApiSchema).success) return null;
  return { kind: 'wordpress', apiRoot, address: homeOf(apiRoot), name: answer.url.host };
}

function getPage(url: URL, signal: AbortSignal): Promise<HttpAnswer> {
  return sendRequest(
    { method: 'GET', url, redirects: 'anywhere', timeoutMs: probeTimeoutMs, maxBytes: maxPageBytes },
    signal,
  );
}

function withoutFields(url: URL): string {
  const root = new URL(url);
  root.searchParams.delete('_fields');
  return root.href;
}
