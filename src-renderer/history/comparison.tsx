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
}

const ComparisonContext = createContext<Comparison | null>(null);

export function useComparison(): Comparison {
  const comparison = use(ComparisonContext);
  if (!comparison) throw new Error('ComparisonProvider is missing above this component.');
  return comparison;
}

/** Give it the post's id as key: another post is not being compared. */
export function ComparisonProvider({ children }: { children: ReactNode }) {
  const [compared, compare] = useState<Compared | null>(null);
  const value = useMemo(() => ({ compared, compare }), [compared]);
  return <ComparisonContext value={value}>{children}</ComparisonContext>;
}
