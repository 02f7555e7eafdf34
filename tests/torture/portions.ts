/** Long runs go over several stages: a test server lives for half an hour at most. */
import { addTallies, compareWithBlog, emptyTally, type Expected, type Tally } from './publish-tally.ts';
import { onStage, type WholeStage } from './stage.ts';

/** Plays each item, so many on one stage, and adds up what is on the blogs in the end. */
export async function playInPortions<T>(
  items: readonly T[],
  size: number,
  play: (stage: WholeStage, item: T) => Promise<Expected>,
): Promise<Tally> {
  let tally = emptyTally;
  for (let from = 0; from < items.length; from += size) {
    const portion = await onStage(async (stage) => {
      const expected: Expected[] = [];
      for (const item of items.slice(from, from + size)) expected.push(await play(stage, item));
      return compareWithBlog(stage.wordPress, expected);
    });
    tally = addTallies(tally, portion);
  }
  return tally;
}
