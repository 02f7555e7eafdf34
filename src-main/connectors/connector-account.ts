import type { AccountKind } from '#shared/contract/accounts.ts';

/** What a connector needs to know of a stored account. */
export interface ConnectorAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly address: string;
  readonly userName: string | null;
  /** As answered by `connectWordPress` or `prepareFolder` when the account was added. */
  readonly settings: Readonly<Record<string, unknown>>;
}
