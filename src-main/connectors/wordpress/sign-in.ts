/** Who signs in, and may they write? */
import { z } from 'zod';
import type { BlogProfile } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { blogAddress } from './blog-address.ts';
import { decodeEntities } from './entities.ts';
import type { WordPressApi } from './wordpress-api.ts';

/** Our own code beside the blog's: the password is right, but the role may not write posts. */
export const roleTooLow = 'role-too-low';

/** Also ours: this blog takes no application passwords at all, right or wrong. */
export const applicationPasswordsOff = 'application-passwords-off';

const userSchema = z.object({
  name: z.string(),
  capabilities: z.record(z.string(), z.unknown()).catch({}),
});

/** WordPress names here the ways to sign in; an empty PHP array comes as a list. */
const waysSchema = z.object({
  authentication: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});
const indexSchema = z.object({ name: z.string(), home: z.string().optional(), url: z.string() });

/**
 * Signs in and says what blog this is. ConnectorError `sign-in-refused` for a wrong password, `forbidden`
 * with the code `role-too-low` when this user may not write posts (a subscriber). A blog that takes no application
 * passwords refuses with the code `application-passwords-off`.
 */
export async function verifySignIn(
  api: WordPressApi,
  userName: string,
  signal: AbortSignal,
): Promise<BlogProfile> {
  const query = { context: 'edit', _fields: 'name,capabilities' };
  const { data: user } = await api.get('wp/v2/users/me', query, userSchema, signal).catch(async (error) => {
    throw await whyRefused(api, error, signal);
  });
  if (user.capabilities.edit_posts !== true) {
    throw new ConnectorError('forbidden', 'This user may not write posts on the blog.', {
      mayHaveActed: false,
      serverCode: roleTooLow,
    });
  }
  const { data: blog } = await api.get('', { _fields: 'name,home,url' }, indexSchema, signal);
  const address = blogAddress(blog, api.root);
  return { name: decodeEntities(blog.name) || new URL(address).host, address, userName };
}

/** A refusal from a blog that offers no application passwords (over plain http it does not) says nothing about this one. */
async function whyRefused(api: WordPressApi, error: unknown, signal: AbortSignal): Promise<unknown> {
  if (!(error instanceof ConnectorError) || error.kind !== 'sign-in-refused') return error;
  const index = await api
    .get('', { _fields: 'authentication' }, waysSchema, signal)
    .catch((reason: unknown) => {
      if (reason instanceof ConnectorError) return null;
      throw reason;
    });
  if (!index || 'application-passwords' in index.data.authentication) return error;
  const info = { ...error.info, serverCode: applicationPasswordsOff, cause: error };
  return new ConnectorError('sign-in-refused', 'The blog takes no application passwords.', info);
}
