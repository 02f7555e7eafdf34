/** Connecting a WordPress blog for the first time: find it, sign in, and only then say yes. */
import { CodedError } from '#shared/contract/errors.ts';
import type { BlogProfile } from '../connector.ts';
import { findWordPress } from './discovery.ts';
import { discoveryFailure } from './discovery-failure.ts';
import { isSameSite } from './same-site.ts';
import { verifySignIn } from './sign-in.ts';
import { createWordPressApi } from './wordpress-api.ts';

export interface WordPressSignIn {
  /** What a person typed. */
  readonly address: string;
  readonly userName: string;
  /** An application password. */
  readonly password: string;
}

export interface ConnectedWordPress {
  readonly profile: BlogProfile;
  /** What `createConnector` needs later. */
  readonly settings: { readonly apiRoot: string };
}

/**
 * Finds the blog and signs in. CodedError: `address-invalid`, `blog-…`, `sign-in-refused`,
 * `application-passwords-off`, or `role-too-low` when the user may not write posts there. The password goes to the
 * site that was named and to no other: a blog found elsewhere is `blog-moved`, with its address as `found`.
 */
export async function connectWordPress(
  { address, userName, password }: WordPressSignIn,
  signal: AbortSignal,
): Promise<ConnectedWordPress> {
  const { apiRoot, askedAt, address: found } = await findWordPress(address, signal);
  if (!isSameSite(askedAt, new URL(apiRoot)))
    throw new CodedError('blog-moved', 'The address leads to another site.', { address, found });
  try {
    const api = createWordPressApi({ apiRoot, userName, password });
    return { profile: await verifySignIn(api, userName, signal), settings: { apiRoot } };
  } catch (error) {
    throw discoveryFailure(error, address);
  }
}
