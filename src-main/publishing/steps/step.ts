/** What a step of a job is given and gives. One file a kind beside this one. */
import type { AssetHash, PostDocument } from '#shared/document/post-document.ts';
import type { Connector, RemoteMedia, RemotePost, RemoteTerm } from '../../connectors/connector.ts';
import type { JobStep, PublishJob } from '../../domain/publish-job.ts';
import type { Library } from '../../storage/library.ts';
import type { StoredRemotePost } from '../../storage/remote-post-store.ts';

export interface StepInput {
  readonly job: PublishJob;
  readonly step: JobStep;
  readonly connector: Connector;
  readonly library: Library;
  /** The frozen document; null for an unpublish. */
  readonly document: PostDocument | null;
  /** Where the post stood on this blog when the step began; null when it never was there. */
  readonly standing: StoredRemotePost | null;
  /**
   * True when an earlier try of this step may have acted without our hearing of it (its answer was lost, or
   * the process died): the blog is asked before anything is done again.
   */
  readonly ambiguous: boolean;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Runs a step; its result goes into the journal as JSON, before the next step begins. */
export type RunStep = (input: StepInput) => Promise<StepResult>;

export interface StepResult {
  readonly result: unknown;
  /** What to store in the transaction that records the result. */
  readonly record?: (() => void) | undefined;
}

/** Results of done steps, read back from the journal. */
export function uploadsOf({ steps }: PublishJob): ReadonlyMap<AssetHash, RemoteMedia> {
  return new Map(
    steps
      .filter(({ kind, state }) => kind === 'upload-media' && state === 'done')
      .map(({ key, result }) => [key.slice('upload-media:'.length), result as RemoteMedia]),
  );
}

export function termsOf({ steps }: PublishJob, taxonomy: 'category' | 'tag'): RemoteTerm[] {
  const prefix = `ensure-term:${taxonomy}:`;
  return steps
    .filter(({ key, state, result }) => key.startsWith(prefix) && state === 'done' && result !== null)
    .map(({ result }) => result as RemoteTerm);
}

/** Null also when an unpublish found the post deleted. */
export function filledPostOf({ steps }: PublishJob): RemotePost | null {
  const step = steps.find(({ kind, state }) => (kind === 'fill' || kind === 'unpublish') && state === 'done');
  return (step?.result ?? null) as RemotePost | null;
}
