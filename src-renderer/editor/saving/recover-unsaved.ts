/** Hands the library what windows before this one kept because it could not be saved. */
import type { BrulionClient } from '#shared/contract/contract.ts';
import { CodedError } from '#shared/contract/errors.ts';
import type { CrashJournal } from './crash-journal.ts';

type Taken = Awaited<ReturnType<BrulionClient['history']['recover']>>;

export interface RecoveredText extends Taken {
  /** UTC ISO. */
  readonly writtenAt: string;
}

export interface Recovery {
  /** What the library has now, the oldest first; what it had already is not among it. */
  readonly recovered: readonly RecoveredText[];
  /** When the newest text was written that the library still cannot take, UTC ISO; null when it took all. */
  readonly waitingSince: string | null;
}

/** What cannot be taken stays in the journal: no text is ever dropped. */
export async function recoverUnsaved(client: BrulionClient, journal: CrashJournal): Promise<Recovery> {
  const entries = (await journal.read()).toSorted(([, a], [, b]) => (a.writtenAt < b.writtenAt ? -1 : 1));
  const recovered: RecoveredText[] = [];
  let waitingSince: string | null = null;
  for (const [key, { postId, document, writtenAt }] of entries) {
    try {
      const taken = await client.history.recover({ postId, document });
      await journal.remove(key);
      if (taken.isNewPost || taken.revisionId !== null) recovered.push({ ...taken, writtenAt });
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      waitingSince = writtenAt;
    }
  }
  return { recovered, waitingSince };
}
