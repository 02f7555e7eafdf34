/** Compared list items as nested lists again, each item saying what became of it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { inlineToHast } from '../../document/bridge/inline-to-hast.ts';
import type { ItemChange, ListItemFacts } from '../document-diff.ts';
import type { DiffTexts, Side } from './diff-to-hast-options.ts';
import { inlineRunsToHast, marked } from './runs-to-hast.ts';

type Texts = Pick<DiffTexts, 'formats' | 'item' | 'itemMovedFrom' | 'itemMovedTo'>;

export function itemsToHast(items: readonly ItemChange[], side: Side, start: number, texts: Texts): Element {
  const shown = items.flatMap((item) => {
    const facts = factsOn(item, side);
    // What is gone from the list says nothing of its kind.
    return facts
      ? [{ facts, isOf: side === 'before' || 'after' in item, element: itemToHast(item, facts, side, texts) }]
      : [];
  });
  const first = shown.find(({ isOf }) => isOf) ?? shown[0];
  const root = listElement(first?.facts.listType ?? 'bullet', start);
  // The lists that are open, outermost first: an item goes into the one at its depth.
  const open = [root];
  for (const { facts, isOf, element } of shown) {
    // An item deeper than a list can open at once goes as deep as there is an item to hang below.
    open.length = Math.min(open.length, facts.depth + 1);
    const isOther = facts.depth > 0 && isOf && open[facts.depth]?.tagName !== tagOf(facts);
    if (isOther) open.length = Math.min(open.length, facts.depth);
    while (open.length < facts.depth + 1) {
      const list = listElement(facts.listType, facts.start ?? 1);
      const parent = open.at(-1) as Element;
      const last = parent.children.findLast((child) => child.type === 'element');
      const holder = last ?? h('li', { dataItem: 'holder' });
      if (!last) parent.children.push(holder);
      holder.children.push(list);
      open.push(list);
    }
    open.at(-1)?.children.push(element);
  }
  return root;
}

function factsOn(item: ItemChange, side: Side): ListItemFacts | null {
  const before = 'before' in item ? item.before : null;
  // An item that stayed as it is has no other self.
  const after = 'after' in item ? item.after : null;
  if (side === 'both') return after ?? before;
  if (side === 'after') return after;
  if (item.kind === 'same') return item.after;
  // Before, a moved item stands where it was.
  return item.kind === 'moved' ? null : before;
}

function itemToHast(item: ItemChange, facts: ListItemFacts, side: Side, texts: Texts): Element {
  const said = notesOn(item, side, texts).filter((words) => words !== '');
  const notes = said.flatMap((words) => [h('span', { dataNote: '' }, words), h('br')]);
  const state = item.kind === 'same' ? {} : { dataItem: item.kind };
  // As with blocks, only a note stands where it was.
  if (item.kind === 'moved-away' && side === 'both') return h('li', state, notes.slice(0, -1));
  const content = 'runs' in item ? inlineRunsToHast(item.runs, side, texts) : plainItem(item, facts);
  const box: ElementContent[] =
    facts.checked === null
      ? []
      : [
          h('input', { type: 'checkbox', disabled: true, checked: facts.checked }),
          { type: 'text', value: ' ' },
        ];
  return h('li', state, [...notes, ...box, ...content]);
}

function plainItem({ kind }: ItemChange, { content }: ListItemFacts): ElementContent[] {
  const nodes = inlineToHast(content);
  return kind === 'added' || kind === 'removed' ? marked(kind, nodes) : nodes;
}

/** In two columns, on the side it belongs to. */
function notesOn(item: ItemChange, side: Side, texts: Texts): string[] {
  if (item.kind === 'moved-away') return [texts.itemMovedTo(item.other + 1)];
  if (side === 'before' || !('runs' in item)) return [];
  const moved = item.kind === 'moved' ? [texts.itemMovedFrom(item.other + 1)] : [];
  return [...moved, texts.item(item.before, item.after)];
}

function tagOf({ listType }: Pick<ListItemFacts, 'listType'>): 'ol' | 'ul' {
  return listType === 'number' ? 'ol' : 'ul';
}

function listElement(listType: ListItemFacts['listType'], start: number): Element {
  const tag = tagOf({ listType });
  return h(tag, tag === 'ol' && start !== 1 ? { start } : {});
}
