import type { Connector } from '../connector.ts';
import type { ConnectorAccount } from '../registry.ts';

export function createFolderConnector(_account: ConnectorAccount): Connector {
  throw new Error('being written');
}
