/** A list as its items in reading order, each with its depth. */
import type { InlineJson, ListJson } from '../../document/serialized.ts';
import type { ListItemFacts } from '../document-diff.ts';

/** Lexical nests a list in an item of its own; that item says nothing by itself and is left out. */
export function itemsOf(list: ListJson, depth = 0): ListItemFacts[] {
  const { listType } = list;
  return list.children.flatMap((item, at) => {
    const lists = item.children.filter((child) => child.type === 'list');
    const content = item.children.filter((child): child is InlineJson => child.type !== 'list');
    const checked = listType === 'check' ? item.checked === true : null;
    // Of the whole list it is an attribute of the block.
    const start = depth > 0 && at === 0 && listType === 'number' ? list.start : null;
    const own =
      content.length > 0 || lists.length === 0 ? [{ depth, listType, checked, start, content }] : [];
    return [...own, ...lists.flatMap((inner) => itemsOf(inner, depth + 1))];
  });
}
