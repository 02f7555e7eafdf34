/** Who signs in, and may they write? */
import { z } from 'zod';
import type { BlogProfile } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { decodeEntities } from './entities.ts';
import type { WordPressApi } from './wordpress-api.ts';

/** Our own code beside the blog's: the password is right, but the role may not write posts. */
export const roleTooLow = 'role-too-low';

const userSchema = z.object({
  name: z.string(),
  capabilities: z.record(z.string(), z.unknown()).catch({}),
});

const indexSchema = z.object({ name: z.string(), home: z.string().optional(), url: z.string() });

/**
 * Signs in and says what blog this is. ConnectorError `sign-in-refused` for a wrong password, `forbidden`
 * with the code `role-too-low` when this user may not write posts (a subscriber).
 */
export async function verifySignIn(
  api: WordPressApi,
  userName: string,
  signal: AbortSignal,
): Promise<BlogProfile> {
  const query = { context: 'edit', _fields: 'name,capabilities' };
  const { data: user } = await api.get('wp/v2/users/me', query, userSchema, signal);
  if (user.capabilities.edit_posts !== true) {
    throw new ConnectorError('forbidden', 'This user may not write posts on the blog.', {
      mayHaveActed: false,
      serverCode: roleTooLow,
    });
  }
  const { data: blog } = await api.get('', { _fields: 'name,home,url' }, indexSchema, signal);
  const address = blog.home ?? blog.url;
  return { name: decodeEntities(blog.name) || new URL(address).host, address, userName };
}
