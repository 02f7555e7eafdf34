/** Which changes of a comparison a person takes into the draft: back from it, or over from the other version. */
import { useState } from 'react';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { draftVersion, useComparison, type Compared } from './comparison.tsx';
import { diffInWorker } from './diff-in-worker.ts';
import type { ComparisonResult } from './use-comparison-result.ts';
import { useRestoreRevision } from './use-restore-revision.ts';

export interface TakenChanges {
  /** `back`: what the draft changed is taken back. `over`: what the other version says is taken over. */
  readonly way: 'back' | 'over';
  readonly taken: ReadonlySet<string>;
  toggle(id: string): void;
  /** Makes the draft what these changes make of it; restoring, which can be undone. */
  take(): Promise<void>;
  /** The other version as a whole. */
  takeAll(): Promise<void>;
}

const none: ReadonlySet<string> = new Set();

/** Null where neither version is the draft, for a person writes in the draft only, and while there is no comparison. */
export function useTakenChanges(
  session: DraftSession,
  { before, after }: Compared,
  result: ComparisonResult | null,
): TakenChanges | null {
  const { compare } = useComparison();
  const { restore } = useRestoreRevision(session);
  const [chosen, setChosen] = useState({ taken: none, texts: result?.documents });
  if (result === null || (before === draftVersion) === (after === draftVersion)) return null;

  const { ids, documents } = result;
  // Changes that were chosen are of these two texts.
  const taken = chosen.texts === documents ? chosen.taken : none;
  const way = after === draftVersion ? 'back' : 'over';
  const other = way === 'back' ? before : after;
  return {
    way,
    taken,
    toggle: (id) =>
      setChosen({
        taken: new Set(taken.has(id) ? [...taken].filter((each) => each !== id) : [...taken, id]),
        texts: documents,
      }),
    async take() {
      const changes = new Set(ids.filter((id) => taken.has(id) === (way === 'over')));
      const made = {
        document: () => diffInWorker('apply', documents, { chosen: changes }),
        // What is put together from the draft is for the draft that was compared, and no later one.
        baseVersion: result.draftVersion,
      };
      if (await restore(other, made)) compare(null);
    },
    async takeAll() {
      if (await restore(other)) compare(null);
    },
  };
}
