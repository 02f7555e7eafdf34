import type { Connector } from '../connector.ts';
import type { ConnectorAccount } from '../registry.ts';

export function createWordPressConnector(_account: ConnectorAccount, _password: string | null): Connector {
  throw new Error('being written');
}
