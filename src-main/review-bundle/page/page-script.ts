/** The one script of a review file: functions of ours as they are, put together as text. */
import { aboutOf, commentEntry } from './comment-entry.ts';
import { markWords } from './mark-words.ts';
import { newId } from './new-id.ts';
import { preparePage } from './save-page.ts';
import { selectionIn } from './selection-in.ts';
import { startReading, type PageParts } from './start-reading.ts';
import { textOfBlock } from './text-of-block.ts';
import { undoReading } from './undo-reading.ts';

const parts: PageParts = {
  textOfBlock,
  selectionIn,
  markWords,
  preparePage,
  aboutOf,
  commentEntry,
  newId,
  undoReading,
};

/** Each part uses nothing from outside itself, so its text is all of it. */
export function pageScript(): string {
  const given = Object.entries(parts).map(([name, part]) => `${name}: ${String(part)}`);
  const script = `(${String(startReading)})({\n${given.join(',\n')}\n});`;
  if (/<\/script|<!--/i.test(script)) throw new Error('The page’s script would end its own element.');
  return script;
}
