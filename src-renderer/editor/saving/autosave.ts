/**
 * Saves a draft as it is typed: within a second while typing goes on, at once when asked, one save at a time.
 * What could not be saved is tried again until it is; nothing is given up.
 */
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'held-elsewhere' | 'disconnected';

export interface AutosaveStatus {
  readonly state: SaveState;
  /** UTC ISO of the last save; null before the first. */
  readonly savedAt: string | null;
  /** Why saving failed. */
  readonly reason: ErrorCode | null;
}

export interface AutosaveOptions {
  readonly version: number;
  readonly savedAt: string;
  /** The document as it is now. Reading a long one takes milliseconds, so it is asked for only to save it. */
  readonly read: () => PostDocument;
  readonly save: (
    baseVersion: number,
    document: PostDocument,
  ) => Promise<{ version: number; savedAt: string }>;
  readonly onStatus: (status: AutosaveStatus) => void;
  /** The draft moved on without us: `document` is what would have been lost. Nothing is saved after that. */
  readonly onConflict: (document: PostDocument) => void;
}

export interface Autosave {
  /** Something was typed. */
  changed(): void;
  /** Resolves when all that was typed is stored; rejects with the CodedError that keeps it from being so. */
  flush(): Promise<void>;
  /** Tries a failed save again now; for a connection that is back. */
  retry(): void;
  /** The draft's version that was stored last. */
  version(): number;
  /** When the oldest change was made that is not stored, ms since 1970; null when everything is. */
  unsavedSince(): number | null;
  /** Stops saving; what is unsaved is not stored any more. */
  dispose(): void;
}

/** A document on its way, and how many of the changes are in it. */
interface Sent {
  readonly document: PostDocument;
  readonly upTo: number;
}

/** After the last key, ms. */
const debounceMs = 300;
/** While typing goes on, ms: with the save itself this stays within a second. */
const longestWaitMs = 700;
const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000];

export function createAutosave(options: AutosaveOptions): Autosave {
  let { version, savedAt }: { version: number; savedAt: string | null } = options;
  let changes = 0;
  let stored = 0;
  let failures = 0;
  let firstUnsavedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  /** Sent when the connection was lost: it may have been stored without our hearing of it. */
  let unsure: Sent | null = null;
  let ended = false;

  let told: AutosaveStatus | null = null;
  /** Most keys change nothing of the status, and whoever shows it need not hear of them. */
  function tell(state: SaveState, reason: ErrorCode | null = null): void {
    if (told?.state === state && told.savedAt === savedAt && told.reason === reason) return;
    told = { state, savedAt, reason };
    options.onStatus(told);
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void store().catch(ignoreReported), delayMs);
  }

  /** Stores what there is now; joins a save that is under way and then stores what came after it began. */
  async function store(): Promise<void> {
    clearTimeout(timer);
    if (saving) {
      await saving;
      if (stored < changes) await store();
      return;
    }
    if (ended || stored === changes) return;
    saving = storeOnce().finally(() => {
      saving = null;
    });
    await saving;
    if (stored < changes) schedule(debounceMs);
  }

  async function storeOnce(): Promise<void> {
    tell('saving');
    // What may have been stored already is sent once more: it is answered with the version it has, either way.
    let sent = unsure;
    try {
      if (sent) await send(sent);
      if (stored < changes) {
        sent = { document: options.read(), upTo: changes };
        await send(sent);
      }
      tell(stored === changes ? 'saved' : 'unsaved');
    } catch (error) {
      fail(error, sent);
      throw error;
    }
  }

  async function send({ document, upTo }: Sent): Promise<void> {
    ({ version, savedAt } = await options.save(version, document));
    stored = upTo;
    unsure = null;
    failures = 0;
    firstUnsavedAt = Date.now();
  }

  function fail(error: unknown, sent: Sent | null): void {
    const code = error instanceof CodedError ? error.code : 'internal';
    if (code === 'draft-conflict') {
      // What was typed since the save began would be lost too; after dispose the editor shows another text.
      const unsaved = ended && sent ? sent.document : options.read();
      ended = true;
      tell('held-elsewhere', code);
      options.onConflict(unsaved);
      return;
    }
    if (code === 'disconnected') unsure ??= sent;
    tell(code === 'disconnected' ? 'disconnected' : 'failed', code);
    schedule(retryDelaysMs[failures++] ?? (retryDelaysMs.at(-1) as number));
  }

  return {
    changed() {
      if (ended) return;
      const now = Date.now();
      if (stored === changes) firstUnsavedAt = now;
      changes += 1;
      if (saving || failures > 0) return;
      tell('unsaved');
      schedule(Math.max(0, Math.min(debounceMs, firstUnsavedAt + longestWaitMs - now)));
    },
    flush: store,
    retry() {
      if (failures > 0) schedule(0);
    },
    version: () => version,
    unsavedSince: () => (stored === changes ? null : firstUnsavedAt),
    dispose() {
      ended = true;
      clearTimeout(timer);
    },
  };
}

/** A background save’s failure is already in the status, and will be tried again. */
function ignoreReported(): void {}
