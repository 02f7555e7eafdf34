/** Makes revisions by itself: when writing rests, now and then while it goes on, and when a draft is left. */
import type { Log } from '../host-services.ts';
import { plainText } from '#shared/document/text.ts';
import type { Library } from '../storage/library.ts';

/** After the last save, ms. */
const restMs = 2 * 60_000;
/** While writing goes on, ms. */
const longestMs = 10 * 60_000;

export interface CheckpointsParts {
  readonly library: Library;
  readonly author: () => string;
  readonly device: string;
  readonly log: Log;
  readonly onMade: (postId: string) => void;
  readonly setTimer?: (run: () => void, ms: number) => () => void;
  readonly now?: () => number;
}

export interface Checkpoints {
  /** A draft is about to be saved: what it says becomes a revision first where none says it, as after a crash. */
  saving(postId: string): void;
  /** A draft was saved. */
  saved(postId: string): void;
  /** Its window lets go of a draft: what was written since the last revision becomes one now. */
  left(postId: string): void;
  /** Makes what is due and stops. */
  stop(): void;
}

interface Waiting {
  /** When the first save since the last revision was, ms. */
  readonly since: number;
  readonly cancel: () => void;
}

export function createCheckpoints(parts: CheckpointsParts): Checkpoints {
  const { library, author, device, log, onMade, now = Date.now, setTimer = startTimer } = parts;
  const waiting = new Map<string, Waiting>();

  function make(postId: string): void {
    waiting.get(postId)?.cancel();
    waiting.delete(postId);
    library.revisions.freeze({
      postId,
      cause: 'checkpoint',
      author: author(),
      device,
    });
    onMade(postId);
  }

  /** For checkpoints nobody waits for: that one could not be made is no reason to fail anything. */
  function quietly(work: () => void): void {
    try {
      work();
    } catch (error) {
      log('warn', 'A checkpoint could not be made', error);
    }
  }

  function makeQuietly(postId: string): void {
    if (!waiting.has(postId)) return;
    quietly(() => {
      if (library.posts.find(postId)) make(postId);
      else waiting.delete(postId);
    });
  }

  /** A post that was only begun has nothing to go back to. */
  function isBegun(postId: string): boolean {
    if (library.revisions.page(postId, 0, 1).total > 0) return true;
    const { title, body } = library.posts.draft(postId).document;
    return title !== '' || plainText(body) !== '';
  }

  return {
    saving(postId) {
      if (waiting.has(postId)) return;
      quietly(() => {
        if (isBegun(postId)) make(postId);
      });
    },
    saved(postId) {
      const before = waiting.get(postId);
      before?.cancel();
      const since = before?.since ?? now();
      const ms = Math.max(0, Math.min(restMs, since + longestMs - now()));
      waiting.set(postId, { since, cancel: setTimer(() => makeQuietly(postId), ms) });
    },
    left: makeQuietly,
    stop() {
      for (const postId of waiting.keys()) makeQuietly(postId);
    },
  };
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
