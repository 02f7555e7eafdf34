/** What the queue works with. */
import type { Connector } from '../connectors/connector.ts';
import type { Log } from '../host-services.ts';
import type { Library } from '../storage/library.ts';

export interface QueueParts {
  readonly library: Library;
  /** The account's connector. Rejects with CodedError `account-not-found`. */
  readonly connectorFor: (accountId: string) => Promise<Connector>;
  /** False when the account's password is not at hand. */
  readonly isSignedIn: (accountId: string) => Promise<boolean>;
  /** Name written into revisions. */
  readonly author: () => string;
  readonly device: string;
  readonly log: Log;
  /** Called after every change of a job, with the posts it concerns. */
  readonly onChange: (change: { readonly postIds: string[] }) => void;
  readonly now?: () => Date;
  /** In [0, 1); spreads the waits. */
  readonly random?: () => number;
}
