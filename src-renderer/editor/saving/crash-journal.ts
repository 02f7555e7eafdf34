/**
 * What the library has not taken yet, in the browser's own storage of this page: it outlives a closed window, a crash, and
 * an application that is not there. In IndexedDB: the other storage holds no more than a few long posts, and stops the page
 * while it writes.
 */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { PostDocument } from '#shared/document/post-document.ts';

export interface JournalEntry {
  readonly postId: string;
  readonly document: PostDocument;
  /** UTC ISO. */
  readonly writtenAt: string;
}

/** Each window writes under a key of its own: two with the same post do not write over each other's. */
export type JournalKey = string;

export interface CrashJournal {
  write(key: JournalKey, entry: JournalEntry): Promise<void>;
  remove(key: JournalKey): Promise<void>;
  /** Everything that windows before this one have left. */
  read(): Promise<(readonly [JournalKey, JournalEntry])[]>;
}

export function openCrashJournal(): CrashJournal {
  // Opened when it is first needed: most windows never do.
  let opened: UseStore | null = null;
  const store = () => (opened ??= createStore('brulion-crash-journal', 'entries'));
  return {
    write: (key, entry) => set(key, entry, store()),
    remove: (key) => del(key, store()),
    read: () => entries<JournalKey, JournalEntry>(store()),
  };
}
