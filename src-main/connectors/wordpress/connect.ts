/** Connecting a WordPress blog for the first time: find it, sign in, and only then say yes. */
import type { BlogProfile } from '../connector.ts';
import { findWordPress } from './discovery.ts';
import { discoveryFailure } from './discovery-failure.ts';
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
 * Finds the blog and signs in. CodedError: `address-invalid`, `blog-…`, `sign-in-refused`, or `role-too-low`
 * when the user may not write posts there.
 */
export async function connectWordPress(
  { address, userName, password }: WordPressSignIn,
  signal: AbortSignal,
): Promise<ConnectedWordPress> {
  const { apiRoot } = await findWordPress(address, signal);
  try {
    const api = createWordPressApi({ apiRoot, userName, password });
    return { profile: await verifySignIn(api, userName, signal), settings: { apiRoot } };
  } catch (error) {
    throw discoveryFailure(error, address);
  }
}
