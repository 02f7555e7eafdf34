import type { BlogProfile } from '../connector.ts';

export interface WordPressSignIn {
  readonly address: string;
  readonly userName: string;
  readonly password: string;
}

export async function connectWordPress(
  _signIn: WordPressSignIn,
  _signal: AbortSignal,
): Promise<{ profile: BlogProfile; settings: { apiRoot: string } }> {
  throw new Error('being written');
}
