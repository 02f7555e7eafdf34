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

/** Null where neither version is the draft: a person writes in the draft only. */
export function useTakenChanges(
  session: DraftSession,
  { before, after }: Compared,
  { ids, documents }: ComparisonResult,
): TakenChanges | null {
  const { compare } = useComparison();
  const { restore } = useRestoreRevision(session);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  if ((before === draftVersion) === (after === draftVersion)) return null;

  const way = after === draftVersion ? 'back' : 'over';
  const other = way === 'back' ? before : after;
  return {
    way,
    taken,
    toggle: (id) =>
      setTaken((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id])),
    async take() {
      const chosen = new Set(ids.filter((id) => taken.has(id) === (way === 'over')));
      if (await restore(other, () => diffInWorker('apply', documents, { chosen }))) compare(null);
    },
    async takeAll() {
      if (await restore(other)) compare(null);
    },
  };
}
