export interface PreparedFolder {
  /** Absolute path: the account's address. */
  readonly address: string;
  readonly settings: { readonly folder: string };
}

export async function prepareFolder(_typed: string, _title?: string): Promise<PreparedFolder> {
  throw new Error('being written');
}
