/** All migrations in order: the n-th brings a library from version n-1 to n. Append only, once released. */
import { migration001 } from './001-library.ts';
import { migration002 } from './002-search-pending.ts';
import { migration003 } from './003-history.ts';
import { migration004 } from './004-review.ts';
import { migration005 } from './005-removed-comments.ts';

export const migrations: readonly string[] = [
  migration001,
  migration002,
  migration003,
  migration004,
  migration005,
];

/** The library version this program writes (SQLite's user_version). */
export const currentLibraryVersion = migrations.length;
