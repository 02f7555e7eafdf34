/** Compared list items as nested lists again, each item saying what became of it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { inlineToHast } from '../../document/bridge/inline-to-hast.ts';
import type { ItemChange, ListItemFacts } from '../document-diff.ts';
import type { DiffTexts, Side } from './diff-to-hast-options.ts';
import { inlineRunsToHast, marked } from './runs-to-hast.ts';

type Texts = Pick<DiffTexts, 'formats'>;

export function itemsToHast(items: readonly ItemChange[], side: Side, start: number, texts: Texts): Element {
  const shown = items.flatMap((item) => {
    const facts = factsOn(item, side);
    return facts ? [{ facts, element: itemToHast(item, facts, side, texts) }] : [];
  });
  const root = listElement(shown[0]?.facts.listType ?? 'bullet', start);
  // The lists that are open, outermost first: an item goes into the one at its depth.
  const open = [root];
  for (const { facts, element } of shown) {
    // An item deeper than a list can open at once goes as deep as there is an item to hang below.
    open.length = Math.min(open.length, facts.depth + 1);
    while (open.length < facts.depth + 1) {
      const list = listElement(facts.listType, 1);
      const parent = open.at(-1) as Element;
      const last = parent.children.findLast((child) => child.type === 'element');
      const holder = last ?? h('li');
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
  const content: ElementContent[] =
    'runs' in item
      ? inlineRunsToHast(item.runs, side, texts)
      : marked(item.kind === 'moved-away' ? 'removed' : item.kind, inlineToHast(facts.content));
  const box: ElementContent[] =
    facts.checked === null
      ? []
      : [
          h('input', { type: 'checkbox', disabled: true, checked: facts.checked }),
          { type: 'text', value: ' ' },
        ];
  const isTicked = 'runs' in item && item.before.checked !== item.after.checked;
  return h(
    'li',
    { ...(item.kind === 'same' ? {} : { dataItem: item.kind }), ...(isTicked ? { dataTicked: '' } : {}) },
    [...box, ...content],
  );
}

function listElement(listType: ListItemFacts['listType'], start: number): Element {
  const isNumbered = listType === 'number';
  return h(isNumbered ? 'ol' : 'ul', isNumbered && start !== 1 ? { start } : {});
}
