/** Lets old checkpoints go, a few at a time, so that nobody waits for it. */
import type { Log } from '../host-services.ts';
import { checkpointsToThin, thinningRules } from '../domain/thinning.ts';
import type { Library } from '../storage/library.ts';
import type { ThinnedRevision } from '../storage/revision-store.ts';

/** A timeline this short is never thinned: it is looked at rarely, and costs nothing. */
const fewRevisions = 20;
const firstLookMs = 60_000;
const lookEveryMs = 6 * 3_600_000;
/** Between two removals, ms: each writes the revision that hung on the removed one anew. */
const pauseMs = 50;

/** Answers how to stop. */
export function keepThinning(library: Library, log: Log): () => void {
  let timer = setTimeout(look, firstLookMs);
  timer.unref();

  function again(run: () => void, ms: number): void {
    timer = setTimeout(run, ms);
    timer.unref();
  }

  function look(): void {
    let old: readonly ThinnedRevision[] = [];
    try {
      old = oldRevisions(library, new Date());
    } catch (error) {
      // Nobody asked for it, so nobody is there to be told: a library that cannot be read is noticed elsewhere.
      log('warn', 'Old checkpoints could not be looked for', error);
    }
    goOn(old);
  }

  function goOn([next, ...rest]: readonly ThinnedRevision[]): void {
    if (next === undefined) {
      again(look, lookEveryMs);
      return;
    }
    try {
      // Looked for a while ago: who has named it since keeps it.
      library.revisions.thin(next);
    } catch (error) {
      // One that others hang on and that cannot be read stays where it is.
      log('warn', 'A checkpoint could not be thinned', error);
    }
    again(() => goOn(rest), pauseMs);
  }
  return () => clearTimeout(timer);
}

/** Every checkpoint of the library that its age lets go, oldest timelines first. */
export function oldRevisions({ revisions }: Library, now: Date): ThinnedRevision[] {
  const youngest = Math.min(...thinningRules.map(({ olderThanHours }) => olderThanHours));
  const before = new Date(now.getTime() - youngest * 3_600_000);
  return revisions
    .postsWithMoreThan(fewRevisions)
    .flatMap((postId) => checkpointsToThin(revisions.thinnable(postId, before), now));
}
