/** The drafts of a library in memory, as several windows see them: the application's own rules of holding. */
import { createDraftHolders } from '#main/drafts/draft-holders.ts';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Draft } from '#shared/contract/posts.ts';
import { postDocumentSchema, type PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

type DraftsClient = BrulionClient['drafts'];
type Listener<M extends 'saved' | 'held'> = Parameters<DraftsClient[M]>[0];

export const postId = '0198f2aa-0000-7000-8000-000000000001';
export const anotherPostId = '0198f2aa-0000-7000-8000-000000000002';

export type DraftLibrary = ReturnType<typeof createDraftLibrary>;

export function createDraftLibrary(change: Partial<Draft> = {}) {
  const holders = createDraftHolders();
  const windows = new Map<string, { saved: Set<Listener<'saved'>>; held: Set<Listener<'held'>> }>();
  const failures: Partial<Record<'save' | 'keepCopy', ErrorCode[]>> = {};
  const copies: PostDocument[] = [];
  let saveTakesMs = 0;
  let losesAnswer = false;
  let draft: Draft = {
    postId,
    version: 0,
    document: emptyDocument('en'),
    savedAt: '2026-01-01T00:00:00.000Z',
    trashedAt: null,
    ...change,
  };

  function tell<M extends 'saved' | 'held'>(
    member: M,
    payload: Parameters<Listener<M>>[0],
    to?: string,
  ): void {
    for (const [id, listeners] of windows) {
      if (to !== undefined && to !== id) continue;
      for (const listener of listeners[member] as Set<(payload: Parameters<Listener<M>>[0]) => void>)
        listener(payload);
    }
  }

  function failIfTold(member: 'save' | 'keepCopy'): void {
    const code = failures[member]?.shift();
    if (code) throw new CodedError(code, 'As the test wants it.');
  }

  /** A window's client. Only the members an open draft needs are there. */
  function openWindow(id: string): BrulionClient {
    const listeners = { saved: new Set<Listener<'saved'>>(), held: new Set<Listener<'held'>>() };
    windows.set(id, listeners);
    const drafts: DraftsClient = {
      open: async () => {
        await answerTime();
        return { draft, holder: holders.hold(postId, id) };
      },
      takeOver: async () => {
        await answerTime();
        const previous = holders.takeOver(postId, id);
        if (previous !== null) tell('held', { postId, holder: 'other' }, previous);
        return draft;
      },
      close: async () => {
        await answerTime();
        if (holders.release(postId, id)) tell('held', { postId, holder: 'nobody' });
        return null;
      },
      save: async ({ baseVersion, document }) => {
        await answerTime(saveTakesMs);
        failIfTold('save');
        if (holders.hold(postId, id) !== 'other' && isSame(document, draft.document))
          return { version: draft.version, savedAt: draft.savedAt };
        if (holders.hold(postId, id) === 'other' || baseVersion !== draft.version)
          throw new CodedError('draft-conflict', 'It moved on.');
        draft = {
          ...draft,
          version: draft.version + 1,
          document: asStored(document),
          savedAt: new Date().toISOString(),
        };
        tell('saved', { postId, version: draft.version });
        if (losesAnswer) {
          losesAnswer = false;
          throw new CodedError('disconnected', 'As the test wants it.');
        }
        return { version: draft.version, savedAt: draft.savedAt };
      },
      keepCopy: async ({ document }) => {
        await answerTime();
        failIfTold('keepCopy');
        const copy = asStored(document);
        copies.push(copy);
        return { ...draft, postId: anotherPostId, document: copy };
      },
      saved: (listener) => subscribe(listeners.saved, listener),
      held: (listener) => subscribe(listeners.held, listener),
    };
    const needed: Partial<BrulionClient> = { drafts };
    return needed as BrulionClient;
  }

  return {
    openWindow,
    stored: () => draft,
    copies,
    /** Tells every window of something, as the application would. */
    tell,
    /** The next calls of this member fail, one each. */
    failWith: (member: 'save' | 'keepCopy', ...codes: ErrorCode[]) => void (failures[member] = codes),
    /** The next save is stored, and its answer is lost. */
    loseNextAnswer: () => void (losesAnswer = true),
    slowDown: (ms: number) => void (saveTakesMs = ms),
    /** Subscriptions that are open. */
    listening: () => [...windows.values()].reduce((sum, { saved, held }) => sum + saved.size + held.size, 0),
  };
}

function isSame(document: unknown, stored: PostDocument): boolean {
  return JSON.stringify(asStored(document)) === JSON.stringify(asStored(stored));
}

/** Checked by the contract, and cut off from what the window goes on with. */
function asStored(document: unknown): PostDocument {
  return postDocumentSchema.parse(structuredClone(document));
}

/** No call answers at once. */
async function answerTime(ms = 0): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
