/**
 * The contract: one value that lists every call, stream and event between the interface and the
 * application. Everything at either end is derived from it.
 */
import type { Client, ContractShape, Handlers } from './define.ts';
import { accounts } from './accounts.ts';
import { history } from './history.ts';
import { library } from './library.ts';
import { media } from './media.ts';
import { drafts, posts } from './posts.ts';
import { publishing } from './publishing.ts';
import { review } from './review.ts';
import { app, settings } from './settings.ts';

export const contract = {
  app,
  settings,
  library,
  posts,
  drafts,
  history,
  review,
  media,
  accounts,
  publishing,
} as const satisfies ContractShape;

export type Contract = typeof contract;

/** The application as the renderer sees it: `window.brulion` in Electron, a socket client in a browser. */
export type BrulionClient = Client<Contract>;

/** Who is calling: one connected window. */
export interface CallContext {
  /** Unguessable, one per window connection, alive as long as it. */
  readonly clientId: string;
}

export type BrulionHandlers = Handlers<Contract, CallContext>;
