/** Connected blogs and the terms they told us of. Passwords are not here. */
import { CodedError } from '#shared/contract/errors.ts';
import type { AccountKind, SecretStorage, Taxonomy } from '#shared/contract/accounts.ts';
import type { LibraryDatabase } from './database.ts';
import { foldWord } from '#shared/document/folding.ts';
import { createStatusRefresh } from './post-status.ts';

export interface StoredAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly address: string;
  readonly userName: string | null;
  readonly secretStorage: SecretStorage;
  /** The connector's own: API root, folder. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly isDefault: boolean;
  readonly createdAt: string;
}

interface AccountRow {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly address: string;
  readonly user_name: string | null;
  readonly secret_storage: SecretStorage;
  readonly settings: string;
  readonly is_default: number;
  readonly created_at: string;
}

export interface KnownTerm {
  readonly id: string;
  readonly name: string;
}

export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore(db: LibraryDatabase) {
  const selectAll = db.prepare<[], AccountRow>('SELECT * FROM accounts ORDER BY created_at, id');
  const select = db.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO accounts (id, kind, name, address, user_name, secret_storage, settings, is_default, created_at)
    VALUES (@id, @kind, @name, @address, @userName, @secretStorage, @settings, 0, @createdAt)`);
  const update = db.prepare(`
    UPDATE accounts SET name = @name, address = @address, user_name = @userName, secret_storage = @secretStorage, settings = @settings
    WHERE id = @id`);
  const clearDefault = db.prepare('UPDATE accounts SET is_default = 0 WHERE is_default = 1');
  const makeDefault = db.prepare('UPDATE accounts SET is_default = 1 WHERE id = ?');
  const makeOldestDefault = db.prepare(
    `UPDATE accounts SET is_default = 1 WHERE id = (SELECT id FROM accounts ORDER BY created_at LIMIT 1)
     AND NOT EXISTS (SELECT 1 FROM accounts WHERE is_default = 1)`,
  );
  const selectApprovedOnly = db
    .prepare<[string], number>('SELECT approved_only FROM accounts WHERE id = ?')
    .pluck();
  const updateApprovedOnly = db.prepare('UPDATE accounts SET approved_only = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM accounts WHERE id = ?');
  const insertTerm = db.prepare(
    'INSERT OR REPLACE INTO account_terms (account_id, taxonomy, remote_id, name) VALUES (?, ?, ?, ?)',
  );
  const selectTerms = db.prepare<[string, string], { remote_id: string; name: string }>(
    'SELECT remote_id, name FROM account_terms WHERE account_id = ? AND taxonomy = ? ORDER BY name COLLATE NOCASE',
  );

  const selectPosts = db.prepare<[string], { post_id: string }>(
    'SELECT post_id FROM remote_posts WHERE account_id = ?',
  );
  const refreshStatus = createStatusRefresh(db);

  const columns = ({ settings, isDefault: _, ...account }: StoredAccount) => ({
    ...account,
    settings: JSON.stringify(settings),
  });

  return {
    list: (): StoredAccount[] => selectAll.all().map(toAccount),

    get(id: string): StoredAccount | null {
      const row = select.get(id);
      return row ? toAccount(row) : null;
    },

    /** Stores a new account; the first one, or one that says so, becomes the default. */
    add: db.transaction((account: StoredAccount): void => {
      insert.run(columns(account));
      if (account.isDefault) {
        clearDefault.run();
        makeDefault.run(account.id);
      }
      makeOldestDefault.run();
    }),

    update(account: StoredAccount): void {
      update.run(columns(account));
    },

    setDefault: db.transaction((id: string): void => {
      if (!select.get(id))
        throw new CodedError('account-not-found', 'There is no such blog.', { accountId: id });
      clearDefault.run();
      makeDefault.run(id);
    }),

    /** True for a blog that is sent nothing but what was approved. */
    isApprovedOnly: (id: string): boolean => selectApprovedOnly.get(id) === 1,
    setApprovedOnly(id: string, approvedOnly: boolean): void {
      if (updateApprovedOnly.run(approvedOnly ? 1 : 0, id).changes === 0)
        throw new CodedError('account-not-found', 'There is no such blog.', { accountId: id });
    },

    /** Forgets the account; another becomes the default if this one was. */
    remove: db.transaction((id: string): void => {
      const posts = selectPosts.all(id);
      remove.run(id);
      makeOldestDefault.run();
      // What was on that blog only is on none now.
      for (const { post_id } of posts) refreshStatus(post_id);
    }),

    /** Adds terms the blog told of to those remembered. */
    rememberTerms: db.transaction(
      (accountId: string, taxonomy: Taxonomy, terms: readonly KnownTerm[]): void => {
        for (const { id, name } of terms) insertTerm.run(accountId, taxonomy, id, name);
      },
    ),

    /** Remembered terms whose name contains `query`, diacritics and case aside; at most 50. */
    terms(accountId: string, taxonomy: Taxonomy, query: string): KnownTerm[] {
      const wanted = foldWord(query);
      return selectTerms
        .all(accountId, taxonomy)
        .filter(({ name }) => foldWord(name).includes(wanted))
        .slice(0, 50)
        .map(({ remote_id: id, name }) => ({ id, name }));
    },
  };
}

function toAccount(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    userName: row.user_name,
    secretStorage: row.secret_storage,
    settings: JSON.parse(row.settings) as Record<string, unknown>,
    isDefault: row.is_default === 1,
    createdAt: row.created_at,
  };
}
