/** Accounts with their passwords and connectors: who may sign in where, and the code that does it. */
import { randomUUID } from 'node:crypto';
import type { Account, SecretStorage, Taxonomy } from '#shared/contract/accounts.ts';
import { CodedError } from '#shared/contract/errors.ts';
import type { Connector } from '../connectors/connector.ts';
import {
  capabilitiesOf,
  connectWordPress,
  createConnector,
  prepareFolder,
  siteFolderOf,
} from '../connectors/registry.ts';
import type { StoredAccount } from '../storage/account-store.ts';
import type { Library } from '../storage/library.ts';

/** Signing in and looking around must not hang the dialog that waits for it. */
const connectTimeoutMs = 30_000;
const termsTimeoutMs = 4_000;

export interface WordPressLogin {
  readonly address: string;
  readonly userName: string;
  readonly password: string;
  readonly secretStorage: Exclude<SecretStorage, 'none'>;
  readonly makeDefault: boolean;
}

export interface NewPassword extends Pick<WordPressLogin, 'password' | 'secretStorage'> {
  /** Where the blog has moved to, when it has. */
  readonly address?: string | undefined;
}

export interface BlogAccounts {
  list(): Promise<Account[]>;
  view(accountId: string): Promise<Account>;
  /** Signs in, and stores the account and its password only if the blog lets this user in. */
  addWordPress(login: WordPressLogin): Promise<Account>;
  addFolder(folder: string, name: string, makeDefault: boolean): Promise<Account>;
  /** Checks the password with the blog, then keeps it, and the address the blog has now. */
  setPassword(accountId: string, login: NewPassword): Promise<Account>;
  setDefault(accountId: string): void;
  remove(accountId: string): Promise<void>;
  /** Names of terms on the blog; those remembered from the last time when it cannot be asked. */
  terms(accountId: string, taxonomy: Taxonomy, query: string): Promise<{ name: string }[]>;
  /** Throws CodedError `account-not-found`; the connector of a blog whose password is missing refuses to sign in. */
  connectorFor(accountId: string): Promise<Connector>;
  /** False when the account's password is not at hand. */
  isSignedIn(accountId: string): Promise<boolean>;
  /** The finished site of a folder blog; null for other accounts. */
  siteFolder(accountId: string): string | null;
}

export function createBlogAccounts({
  accounts,
  secrets,
  jobs,
}: Pick<Library, 'accounts' | 'secrets' | 'jobs'>): BlogAccounts {
  function stored(accountId: string): StoredAccount {
    const account = accounts.get(accountId);
    if (!account) throw new CodedError('account-not-found', 'There is no such blog.', { accountId });
    return account;
  }

  async function hasPassword(account: StoredAccount): Promise<boolean> {
    return account.secretStorage === 'none' || (await secrets.get(account)) !== null;
  }

  async function toView(account: StoredAccount): Promise<Account> {
    const { id, kind, name, address, userName, secretStorage, isDefault } = account;
    const signedIn = await hasPassword(account);
    return {
      id,
      kind,
      name,
      address,
      userName,
      secretStorage,
      signedIn,
      isDefault,
      approvedOnly: accounts.isApprovedOnly(id),
      capabilities: capabilitiesOf(kind),
    };
  }

  async function connectorFor(accountId: string): Promise<Connector> {
    const account = stored(accountId);
    return createConnector(account, account.secretStorage === 'none' ? null : await secrets.get(account));
  }

  async function add(account: StoredAccount, password: string | null): Promise<Account> {
    if (password !== null) await secrets.set(account, password);
    accounts.add(account);
    if (account.isDefault) accounts.setDefault(account.id);
    return toView(account);
  }

  return {
    list: () => Promise.all(accounts.list().map(toView)),
    view: (accountId) => toView(stored(accountId)),

    async addWordPress({ address, userName, password, secretStorage, makeDefault }) {
      const signal = AbortSignal.timeout(connectTimeoutMs);
      const { profile, settings } = await connectWordPress({ address, userName, password }, signal);
      return add(
        {
          id: randomUUID(),
          kind: 'wordpress',
          name: profile.name,
          address: profile.address,
          userName,
          secretStorage,
          settings,
          isDefault: makeDefault,
          createdAt: new Date().toISOString(),
        },
        password,
      );
    },

    async addFolder(folder, name, makeDefault) {
      const { address, settings } = await prepareFolder(folder, name);
      return add(
        {
          id: randomUUID(),
          kind: 'folder',
          name,
          address,
          userName: null,
          secretStorage: 'none',
          settings,
          isDefault: makeDefault,
          createdAt: new Date().toISOString(),
        },
        null,
      );
    },

    async setPassword(accountId, { password, secretStorage, address }) {
      const account = stored(accountId);
      const login = { address: address ?? account.address, userName: account.userName ?? '', password };
      const { profile, settings } = await connectWordPress(login, AbortSignal.timeout(connectTimeoutMs));
      if (account.secretStorage !== secretStorage) await secrets.forget(account);
      const updated = { ...account, secretStorage, address: profile.address, settings };
      await secrets.set(updated, password);
      accounts.update(updated);
      return toView(updated);
    },

    setDefault(accountId) {
      accounts.setDefault(stored(accountId).id);
    },

    async remove(accountId) {
      const account = stored(accountId);
      if (jobs.hasOpen(accountId)) {
        throw new CodedError('account-busy', 'This blog still has posts in the publish queue.', {
          name: account.name,
        });
      }
      accounts.remove(accountId);
      await secrets.forget(account);
    },

    async terms(accountId, taxonomy, query) {
      const account = stored(accountId);
      try {
        const connector = await connectorFor(accountId);
        const terms = await connector.terms(taxonomy, query, AbortSignal.timeout(termsTimeoutMs));
        accounts.rememberTerms(accountId, taxonomy, terms);
        return terms.map(({ name }) => ({ name }));
      } catch {
        // Completion is a courtesy that must work offline too: what the blog told last time is the answer.
        return accounts.terms(account.id, taxonomy, query).map(({ name }) => ({ name }));
      }
    },

    connectorFor,
    isSignedIn: (accountId) => hasPassword(stored(accountId)),
    siteFolder(accountId) {
      const account = accounts.get(accountId);
      return account?.kind === 'folder' ? siteFolderOf(account.address) : null;
    },
  };
}
