/** A list as its items in reading order, each with its depth. */
import type { InlineJson, ListJson } from '../../document/serialized.ts';
import type { ListItemFacts } from '../document-diff.ts';

/** Lexical nests a list in an item of its own; that item says nothing by itself and is left out. */
export function itemsOf(list: ListJson, depth = 0): ListItemFacts[] {
  const { listType } = list;
  return list.children.flatMap((item) => {
    const lists = item.children.filter((child) => child.type === 'list');
    const content = item.children.filter((child): child is InlineJson => child.type !== 'list');
    const checked = listType === 'check' ? item.checked === true : null;
    const own = content.length > 0 || lists.length === 0 ? [{ depth, listType, checked, content }] : [];
    return [...own, ...lists.flatMap((inner) => itemsOf(inner, depth + 1))];
  });
}
