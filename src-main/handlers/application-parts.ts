/** What the handlers work with; made once by the composition root. */
import type { Contract } from '#shared/contract/contract.ts';
import type { EventName, EventPayload } from '#shared/contract/define.ts';
import type { BlogAccounts } from '../accounts/blog-accounts.ts';
import type { DraftHolders } from '../drafts/draft-holders.ts';
import type { Checkpoints } from '../history/checkpoints.ts';
import type { HostServices, Log } from '../host-services.ts';
import type { PublishQueue } from '../publishing/queue.ts';
import type { Library } from '../storage/library.ts';
import type { Signal } from '../dispatch/signal.ts';

export interface ApplicationParts {
  readonly library: Library;
  readonly queue: PublishQueue;
  readonly holders: DraftHolders;
  readonly accounts: BlogAccounts;
  readonly checkpoints: Checkpoints;
  /** This machine's name, as revisions have it. */
  readonly device: string;
  readonly host: HostServices;
  readonly log: Log;
  /** Fires when any job changes. */
  readonly jobsChanged: Signal;
  readonly emit: <N extends EventName<Contract>>(
    name: N,
    payload: EventPayload<Contract, N>,
    toClientId?: string,
  ) => void;
}
