/** Keeps in the crash journal what could not be saved for a while, until it is saved. */
import type { PostDocument } from '#shared/document/post-document.ts';
import type { CrashJournal } from './crash-journal.ts';

export interface UnsavedKeeperOptions {
  readonly postId: string;
  readonly journal: CrashJournal;
  /** The document as it is now. Reading a long one takes milliseconds. */
  readonly read: () => PostDocument;
  /** When the oldest change was made that is not stored, ms since 1970; null when everything is. */
  readonly unsavedSince: () => number | null;
}

export interface UnsavedKeeper {
  /** Something was typed; costs nothing to speak of. */
  changed(): void;
  /** Everything is stored. */
  saved(): void;
  /** Keeps nothing more; what is kept stays. */
  dispose(): void;
}

/** Saving takes less than a second when nothing is wrong. */
const overdueMs = 2_000;

export function createUnsavedKeeper({
  postId,
  journal,
  read,
  unsavedSince,
}: UnsavedKeeperOptions): UnsavedKeeper {
  const key = crypto.randomUUID();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One after another: a removal must not be overtaken by the write before it. */
  let work = Promise.resolve();
  let isKept = false;

  function enqueue(next: () => Promise<void>): void {
    // Without a journal the text is as safe as it was before: in this window, and it is still being saved.
    work = work.then(next).catch(() => undefined);
  }

  function look(): void {
    timer = undefined;
    const since = unsavedSince();
    if (since === null) return;
    const left = since + overdueMs - Date.now();
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    isKept = true;
    const entry = { postId, document: read(), writtenAt: new Date().toISOString() };
    enqueue(() => journal.write(key, entry));
  }

  return {
    changed() {
      timer ??= setTimeout(look, overdueMs);
    },
    saved() {
      clearTimeout(timer);
      timer = undefined;
      if (!isKept) return;
      isKept = false;
      enqueue(() => journal.remove(key));
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
