/** What of a block, beside its content, a reader sees: its kind, level, alignment, language, address… */
import type { BlockJson } from '../../document/serialized.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { AttributeChange } from '../document-diff.ts';

/** Content is compared by itself; the others are the editor's bookkeeping, and change without a word being touched. */
const apart = new Set(['version', 'children', 'textFormat', 'textStyle', 'direction']);
/** Compared by word, as content. */
const imageTexts = new Set(['alt', 'caption']);
/** The tag of a list follows from its type. */
const derivedOfLists = new Set(['tag']);

/** By name, in order of names; a value that says nothing (left alignment, no indent) is left out. */
export function seenAttributes(block: BlockJson): Record<string, unknown> {
  const record = block as unknown as Readonly<Record<string, unknown>>;
  const hidden = block.type === 'image' ? imageTexts : block.type === 'list' ? derivedOfLists : none;
  const seen: Record<string, unknown> = {};
  for (const name of Object.keys(record).toSorted()) {
    if (!apart.has(name) && !hidden.has(name) && !saysNothing(name, record[name])) seen[name] = record[name];
  }
  if (record['direction'] === 'rtl') seen['direction'] = 'rtl';
  return seen;
}

const none: ReadonlySet<string> = new Set();

function saysNothing(name: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return (name === 'indent' && value === 0) || (name === 'start' && value === 1);
}

/** The attributes whose values differ, null standing for one that is not there. */
export function attributeChanges(before: BlockJson, after: BlockJson): AttributeChange[] {
  const old = seenAttributes(before);
  const now = seenAttributes(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => canonicalJson(old[name]) !== canonicalJson(now[name]))
    .map((name) => ({ name, before: old[name] ?? null, after: now[name] ?? null }));
}
