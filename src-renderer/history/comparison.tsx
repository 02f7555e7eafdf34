/** Which two versions of the open post are compared, if any. */
import { createContext, use, useMemo, useState, type ReactNode } from 'react';

/** A revision's id, or the draft as it is now. */
export type Version = string;
export const draftVersion = 'draft';

export interface Compared {
  readonly before: Version;
  readonly after: Version;
}

interface Comparison {
  readonly compared: Compared | null;
  compare(compared: Compared | null): void;
  /** As `compare`, in a post that is about to be opened. */
  compareIn(postId: string, compared: Compared): void;
}

const ComparisonContext = createContext<Comparison | null>(null);

export function useComparison(): Comparison {
  const comparison = use(ComparisonContext);
  if (!comparison) throw new Error('ComparisonProvider is missing above this component.');
  return comparison;
}

export function ComparisonProvider({ postId, children }: { postId: string | null; children: ReactNode }) {
  const [chosen, setChosen] = useState<{ postId: string | null; compared: Compared | null } | null>(null);
  // Another post is not being compared.
  const compared = chosen?.postId === postId ? chosen.compared : null;
  const value = useMemo<Comparison>(
    () => ({
      compared,
      compare: (next) => setChosen({ postId, compared: next }),
      compareIn: (other, next) => setChosen({ postId: other, compared: next }),
    }),
    [compared, postId],
  );
  return <ComparisonContext value={value}>{children}</ComparisonContext>;
}
