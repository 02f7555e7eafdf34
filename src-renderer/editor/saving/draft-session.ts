/**
 * One open draft: its fields and body, and their saving. The body lives in the Lexical editor and is read from
 * it when it is saved; the fields live here.
 */
import type { LexicalEditor, SerializedEditorState } from 'lexical';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Draft } from '#shared/contract/posts.ts';
import type { Anchor } from '#shared/contract/review.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { countWords } from '#shared/document/count-words.ts';
import { readingMinutes } from '#shared/document/text.ts';
import { createAutosave, type Autosave, type AutosaveStatus } from './autosave.ts';
import { openCrashJournal, type CrashJournal } from './crash-journal.ts';
import { createUnsavedKeeper } from './keep-unsaved.ts';
import { createStore, type Store } from './store.ts';

export type DraftFields = Omit<PostDocument, 'body' | 'documentVersion'>;

/** Why the draft cannot be written in here now. */
export type ReadOnlyReason = 'held-elsewhere' | 'trashed' | 'keeping-copy' | 'kept-as-copy';

const firstRetryMs = 500;
const longestRetryMs = 8_000;

export interface TextCounts {
  readonly words: number;
  readonly minutes: number;
}

export interface DraftSession {
  readonly postId: string;
  readonly fields: Store<DraftFields>;
  readonly status: Store<AutosaveStatus>;
  readonly readOnly: Store<ReadOnlyReason | null>;
  readonly counts: Store<TextCounts>;
  /** What is selected in the text; null when nothing is. */
  readonly selectedWords: Store<Anchor | null>;
  /** Words that are commented on, for the editor to mark. */
  readonly commentedWords: Store<readonly Anchor[]>;
  /** The body when the session began; later the editor has it. */
  readonly initialBody: SerializedEditorState;
  updateFields(change: Partial<DraftFields>): void;
  /** The editor that holds the body from now on. */
  attach(editor: LexicalEditor): () => void;
  bodyChanged(): void;
  setCounts(text: string): void;
  /** The stored version that is shown here, changes that are not stored yet aside. */
  version(): number;
  /** Resolves when all that was typed is stored; rejects with the CodedError why it is not. */
  flush(): Promise<void>;
  /** Brings anchored words into sight; false when they are gone or nothing shows the text. */
  showWords(anchor: Anchor): boolean;
  /** Whoever shows the text; answers how to stop. */
  onShowWords(show: (anchor: Anchor) => boolean): () => void;
  takeOver(): Promise<void>;
  /** Stores what is left and lets go of the draft. */
  end(): Promise<void>;
  /** Whether its post was left: nothing shows it any more. */
  hasEnded(): boolean;
}

export function createDraftSession(
  client: BrulionClient,
  opened: { draft: Draft; holder: 'self' | 'other' },
  journal: CrashJournal = openCrashJournal(),
): DraftSession {
  const { draft } = opened;
  const { postId } = draft;
  const { body: initialBody, documentVersion, ...fieldsAtFirst } = draft.document;
  const fields = createStore<DraftFields>(fieldsAtFirst);
  const status = createStore<AutosaveStatus>({ state: 'saved', savedAt: draft.savedAt, reason: null });
  const readOnly = createStore<ReadOnlyReason | null>(reasonOf(opened));
  const counts = createStore<TextCounts>({ words: 0, minutes: 0 });
  const selectedWords = createStore<Anchor | null>(null);
  const commentedWords = createStore<readonly Anchor[]>([]);
  let hasEnded = false;
  let showWords: ((anchor: Anchor) => boolean) | null = null;
  let editor: LexicalEditor | null = null;
  /** The body while no editor holds it. */
  let detachedBody = initialBody;
  let autosave = startAutosave(draft);
  const keeper = createUnsavedKeeper({
    postId,
    journal,
    read,
    unsavedSince: () => autosave.unsavedSince(),
  });

  function read(): PostDocument {
    return {
      documentVersion,
      ...fields.get(),
      body: editor ? editor.getEditorState().toJSON() : detachedBody,
    };
  }

  function changed(): void {
    autosave.changed();
    keeper.changed();
  }

  function startAutosave({ version, savedAt }: Draft): Autosave {
    return createAutosave({
      version,
      savedAt,
      read,
      save: (baseVersion, document) => client.drafts.save({ postId, baseVersion, document }),
      onStatus(next) {
        status.set(next);
        if (next.state === 'saved') keeper.saved();
      },
      onConflict: (document) => void keepCopy(document),
    });
  }

  /** The draft was written elsewhere meanwhile: what was typed here becomes a post of its own. */
  async function keepCopy(document: PostDocument): Promise<void> {
    readOnly.set('keeping-copy');
    for (let wait = firstRetryMs; ; wait = Math.min(wait * 2, longestRetryMs)) {
      try {
        await client.drafts.keepCopy({ document });
        readOnly.set('kept-as-copy');
        keeper.saved();
        return;
      } catch (error) {
        // The text is still in this window; it is kept trying until it is in the library.
        status.set({ ...status.get(), state: 'failed', reason: codeOf(error) });
        await delay(wait);
      }
    }
  }

  function show(next: Draft): void {
    const { body, documentVersion: _version, ...nextFields } = next.document;
    autosave.dispose();
    fields.set(nextFields);
    detachedBody = body;
    editor?.setEditorState(editor.parseEditorState(body), { tag: 'brulion-load' });
    status.set({ state: 'saved', savedAt: next.savedAt, reason: null });
    autosave = startAutosave(next);
  }

  const stops = [
    client.drafts.held(({ postId: changed, holder }) => {
      if (changed !== postId) return;
      if (holder === 'other') readOnly.set('held-elsewhere');
      // The other window is gone: this one may write again, on what the other left.
      else if (holder === 'nobody' && readOnly.get() === 'held-elsewhere') {
        // If it cannot be had just now, the banner still offers it.
        takeOver().catch(() => undefined);
      }
    }),
    client.drafts.saved(({ postId: changed }) => {
      if (changed === postId && readOnly.get() !== null) void readAlong().catch(() => undefined);
    }),
  ];

  /** Stores what is unsaved here before another text takes its place: a conflict keeps it as a copy. */
  async function settle(): Promise<void> {
    await autosave.flush().catch((error: unknown) => {
      if (!(error instanceof CodedError && error.code === 'draft-conflict')) throw error;
    });
  }

  async function readAlong(): Promise<void> {
    await settle();
    const { draft: next } = await client.drafts.open({ postId });
    if (readOnly.get() !== null) show(next);
  }

  async function takeOver(): Promise<void> {
    await settle();
    show(await client.drafts.takeOver({ postId }));
    readOnly.set(null);
  }

  /** Rejects while what is left cannot be stored. */
  async function leave(): Promise<void> {
    await settle();
    autosave.dispose();
    // Without a connection nobody holds it anyway.
    await client.drafts.close({ postId }).catch(() => undefined);
  }

  async function leaveLater(): Promise<void> {
    for (let wait = firstRetryMs; ; wait = Math.min(wait * 2, longestRetryMs)) {
      await delay(wait);
      try {
        await leave();
        return;
      } catch (error) {
        status.set({ ...status.get(), state: 'failed', reason: codeOf(error) });
      }
    }
  }

  return {
    postId,
    fields,
    status,
    readOnly,
    counts,
    selectedWords,
    commentedWords,
    showWords: (anchor) => showWords?.(anchor) ?? false,
    onShowWords(show) {
      showWords = show;
      return () => void (showWords = null);
    },
    initialBody,
    updateFields(change) {
      if (readOnly.get() !== null) return;
      fields.set({ ...fields.get(), ...change });
      changed();
    },
    attach(next) {
      editor = next;
      return () => {
        if (editor !== next) return;
        detachedBody = next.getEditorState().toJSON();
        editor = null;
      };
    },
    bodyChanged: changed,
    setCounts(text) {
      const words = countWords(text);
      counts.set({ words, minutes: readingMinutes(words) });
    },
    version: () => autosave.version(),
    flush: () => autosave.flush(),
    takeOver,
    hasEnded: () => hasEnded,
    async end() {
      hasEnded = true;
      for (const stop of stops) stop();
      try {
        await leave();
      } catch {
        // The text waits in memory, and the draft stays held, until it is stored; the status says why it is not.
        void leaveLater();
      }
    },
  };
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function codeOf(error: unknown): ErrorCode {
  return error instanceof CodedError ? error.code : 'internal';
}

function reasonOf({ draft, holder }: { draft: Draft; holder: 'self' | 'other' }): ReadOnlyReason | null {
  if (draft.trashedAt !== null) return 'trashed';
  return holder === 'other' ? 'held-elsewhere' : null;
}
