/**
 * Which window writes in which draft. One at a time: the second window reads, and may take over. Holding
 * is a courtesy between windows; what keeps text safe is the draft's version, checked on every save.
 */
export type Holder = 'self' | 'other';

export interface DraftHolders {
  /** Asks to write; the window that asked first goes on writing. */
  hold(postId: string, clientId: string): Holder;
  /** Makes this window the one that writes; answers the window that wrote until now, if there was one. */
  takeOver(postId: string, clientId: string): string | null;
  /** Lets go, if this window held it; true when the draft is free now. */
  release(postId: string, clientId: string): boolean;
  /** The window is gone; answers the drafts that are free now. */
  releaseAll(clientId: string): string[];
}

export function createDraftHolders(): DraftHolders {
  const holders = new Map<string, string>();

  return {
    hold(postId, clientId) {
      const holder = holders.get(postId);
      if (holder !== undefined && holder !== clientId) return 'other';
      holders.set(postId, clientId);
      return 'self';
    },
    takeOver(postId, clientId) {
      const previous = holders.get(postId);
      holders.set(postId, clientId);
      return previous === undefined || previous === clientId ? null : previous;
    },
    release(postId, clientId) {
      return holders.get(postId) === clientId && holders.delete(postId);
    },
    releaseAll(clientId) {
      const held = [...holders].filter(([, holder]) => holder === clientId).map(([postId]) => postId);
      for (const postId of held) holders.delete(postId);
      return held;
    },
  };
}
