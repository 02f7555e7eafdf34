/** Every kind of blog Brulion can publish to, and how to connect to one. */
import type { AccountKind, Capabilities } from '#shared/contract/accounts.ts';
import type { Connector } from './connector.ts';
import type { ConnectorAccount } from './connector-account.ts';
import { createFolderConnector } from './folder/folder-connector.ts';
import { createWordPressConnector } from './wordpress/wordpress-connector.ts';
import { folderCapabilities, wordPressCapabilities } from './capabilities.ts';

export type { ConnectorAccount } from './connector-account.ts';
export { discoverWordPress } from './wordpress/discovery.ts';
export { connectWordPress, type WordPressSignIn } from './wordpress/connect.ts';
export { prepareFolder, type PreparedFolder } from './folder/prepare-folder.ts';
export { publishDue, type DuePosts } from './folder/publish-due.ts';
export { siteFolderOf } from './folder/folder-paths.ts';

/**
 * The connector of an account. Opens nothing and asks nothing by itself. A WordPress connector without its
 * password answers every call that signs in with ConnectorError `sign-in-refused`, without a request.
 */
export function createConnector(account: ConnectorAccount, password: string | null): Connector {
  switch (account.kind) {
    case 'folder':
      return createFolderConnector(account);
    case 'wordpress':
      return createWordPressConnector(account, password);
  }
}

/** What blogs of this kind can do. */
export function capabilitiesOf(kind: AccountKind): Capabilities {
  return kind === 'folder' ? folderCapabilities : wordPressCapabilities;
}
