/** How far a post is with its review: the newest verdict on exactly what the draft says, else one that lapsed. */
import type { Verdict } from '../contract/review.ts';

export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: Verdict['verdict']; readonly verdict: Verdict }
  /** The text changed since: the verdict is about a revision the draft no longer is. */
  | { readonly kind: 'lapsed'; readonly verdict: Verdict };

/** `verdicts` are newest first; `draftHash` names the draft as it is. */
export function standing(verdicts: readonly Verdict[], draftHash: string): Standing {
  const own = verdicts.find(({ contentHash }) => contentHash === draftHash);
  if (own) return { kind: own.verdict, verdict: own };
  const [newest] = verdicts;
  return newest ? { kind: 'lapsed', verdict: newest } : { kind: 'none' };
}

/** True while the newest verdict on exactly this document approves it. */
export function isApproved(verdicts: readonly Verdict[], contentHash: string): boolean {
  return verdicts.find((verdict) => verdict.contentHash === contentHash)?.verdict === 'approved';
}
