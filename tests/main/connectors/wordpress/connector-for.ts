import { randomUUID } from 'node:crypto';
import type { Connector } from '#main/connectors/connector.ts';
import { createConnector } from '#main/connectors/registry.ts';
import { findWordPress } from '#main/connectors/wordpress/discovery.ts';
import type { TestWordPress } from '#tests/servers/wordpress/server.ts';

export type Role = keyof TestWordPress['users'];

/** The connector of one user of the test blog; another password, or none, when it is given. */
export async function connectorFor(
  blog: TestWordPress,
  role: Role,
  signal: AbortSignal,
  password: string | null = blog.users[role].appPassword,
): Promise<Connector> {
  const { apiRoot } = await findWordPress(blog.url, signal);
  const account = {
    id: randomUUID(),
    kind: 'wordpress',
    name: 'Test blog',
    address: blog.url,
    userName: blog.users[role].user,
    settings: { apiRoot },
  } as const;
  return createConnector(account, password);
}
