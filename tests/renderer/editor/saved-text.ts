/** An autosave over a text in memory, and a place that stores it: slowly, or not at all, when told so. */
import { createAutosave, type Autosave, type AutosaveStatus } from '#renderer/editor/saving/autosave.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

export interface SaveCall {
  readonly baseVersion: number;
  readonly text: string;
  readonly beganAt: number;
  /** When it was stored; null while it is not. */
  storedAt: number | null;
}

export interface SavedText {
  readonly autosave: Autosave;
  readonly calls: SaveCall[];
  readonly statuses: AutosaveStatus[];
  /** What was handed over at a conflict. */
  readonly handedOver: PostDocument[];
  /** How many saves were under way at once, at most. */
  readonly mostAtOnce: () => number;
  type(text: string): void;
  /** The next saves fail with these, one each. */
  failWith(...codes: (ErrorCode | Error)[]): void;
}

export const firstVersion = 7;
export const firstSavedAt = '2026-01-01T00:00:00.000Z';

/** `takesMs`: how long the storing takes; 0 for at once. */
export function savedTextOf({ takesMs = 0 } = {}): SavedText {
  const failures: (ErrorCode | Error)[] = [];
  const calls: SaveCall[] = [];
  const statuses: AutosaveStatus[] = [];
  const handedOver: PostDocument[] = [];
  let text = '';
  let underWay = 0;
  let most = 0;
  let version = firstVersion;

  const autosave = createAutosave({
    version,
    savedAt: firstSavedAt,
    read: () => ({ ...emptyDocument('en'), title: text }),
    async save(baseVersion, document) {
      const call: SaveCall = { baseVersion, text: document.title, beganAt: Date.now(), storedAt: null };
      calls.push(call);
      most = Math.max(most, ++underWay);
      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
      underWay -= 1;
      const failure = failures.shift();
      if (failure instanceof Error) throw failure;
      if (failure) throw new CodedError(failure, 'As the test wants it.');
      call.storedAt = Date.now();
      version += 1;
      return { version, savedAt: new Date().toISOString() };
    },
    onStatus: (status) => statuses.push(status),
    onConflict: (document) => handedOver.push(document),
  });

  return {
    autosave,
    calls,
    statuses,
    handedOver,
    mostAtOnce: () => most,
    type(more) {
      text += more;
      autosave.changed();
    },
    failWith: (...codes) => void failures.push(...codes),
  };
}

/** Whether a promise has come to its end by now; what it fails with is not lost. */
export function watch(work: Promise<unknown>): { readonly outcome: () => 'open' | 'kept' | unknown } {
  let outcome: unknown = 'open';
  work.then(
    () => (outcome = 'kept'),
    (error: unknown) => (outcome = error),
  );
  return { outcome: () => outcome };
}
