/** Answers for connected blogs. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { discoverWordPress } from '../connectors/registry.ts';
import type { ApplicationParts } from './application-parts.ts';

const discoveryTimeoutMs = 20_000;

export function accountHandlers({
  accounts,
  library,
  queue,
  emit,
}: ApplicationParts): BrulionHandlers['accounts'] {
  const changed = () => emit('accounts.changed', {});
  return {
    list: () => accounts.list(),
    discover: ({ address }) => discoverWordPress(address, AbortSignal.timeout(discoveryTimeoutMs)),
    async addWordPress(login) {
      const account = await accounts.addWordPress(login);
      changed();
      return account;
    },
    async addFolder({ folder, name, makeDefault }) {
      const account = await accounts.addFolder(folder, name, makeDefault);
      changed();
      return account;
    },
    async setPassword({ accountId, ...login }) {
      const account = await accounts.setPassword(accountId, login);
      changed();
      queue.wake('signed-in', accountId);
      return account;
    },
    setDefault({ accountId }) {
      accounts.setDefault(accountId);
      changed();
      return null;
    },
    setApprovedOnly({ accountId, approvedOnly }) {
      library.accounts.setApprovedOnly(accountId, approvedOnly);
      changed();
      return null;
    },
    async remove({ accountId }) {
      await accounts.remove(accountId);
      changed();
      return null;
    },
    terms: ({ accountId, taxonomy, query }) => accounts.terms(accountId, taxonomy, query),
    keychain: () => library.secrets.availability(),
  };
}
