/** Lists. Lexical nests a list in an item of its own; HTML nests it in the item before: the bridge turns one into the other. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  list,
  listItem,
  paragraph,
  type InlineJson,
  type ListItemJson,
  type ListJson,
} from '../serialized.ts';
import { conversion, type Inward, type Outward } from './conversion.ts';
import { joinParagraphs } from './text-blocks.ts';

/** One item as HTML has it: its own content, and the lists below it. */
export interface NestedItem {
  readonly content: readonly InlineJson[];
  readonly checked: boolean | undefined;
  readonly lists: readonly ListJson[];
}

/** The items of a list with the lists that hang below each. */
export function nestedItems({ children }: Pick<ListJson, 'children'>): NestedItem[] {
  const items: { content: readonly InlineJson[]; checked: boolean | undefined; lists: ListJson[] }[] = [];
  for (const { children: content, checked } of children) {
    const lists = content.filter((child) => child.type === 'list');
    const own = content.filter((child) => child.type !== 'list');
    const previous = items.at(-1);
    if (own.length === 0 && lists.length > 0 && previous) previous.lists.push(...lists);
    else items.push({ content: own, checked, lists });
  }
  return items;
}

export const listConversion = conversion<'list'>({
  kind: 'list',
  tagNames: ['ul', 'ol'],
  toHast: (block, outward) => [toElement(block, outward)],
  fromHast: (element, inward) => {
    const found = fromElement(element, inward);
    return found && [found];
  },
});

function toElement(block: ListJson, outward: Outward): Element {
  const isNumbered = block.listType === 'number';
  const items = nestedItems(block).map(({ content, checked, lists }) => {
    const box =
      block.listType === 'check'
        ? [
            h('input', { type: 'checkbox', disabled: true, checked: checked === true }),
            { type: 'text', value: ' ' } as const,
          ]
        : [];
    return h('li', [...box, ...outward.inline(content), ...lists.map((inner) => toElement(inner, outward))]);
  });
  return h(isNumbered ? 'ol' : 'ul', isNumbered && block.start !== 1 ? { start: block.start } : {}, items);
}

/** Null when something in the list is more than a list of ours can hold: it is then kept as it is. */
function fromElement(element: Element, inward: Inward): ListJson | null {
  const children = element.children.filter((child) => child.type === 'element');
  const items: ListItemJson[] = [];
  let checks = 0;
  const push = (content: ListItemJson['children'], checked?: boolean) =>
    items.push(listItem(items.length + 1, content, checked));

  for (const child of children) {
    if (child.tagName === 'ul' || child.tagName === 'ol') {
      const inner = fromElement(child, inward);
      if (!inner) return null;
      push([inner]);
      continue;
    }
    if (child.tagName !== 'li') return null;
    const box = checkboxOf(child);
    if (box) checks += 1;
    const isList = (node: ElementContent) =>
      node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
    const content = contentOf(
      child.children.filter((node) => !isList(node)),
      inward,
    );
    if (!content) return null;
    const lists = child.children.filter(isList).map((node) => fromElement(node as Element, inward));
    if (content.length > 0 || lists.length === 0) push(content, box?.checked);
    for (const inner of lists) {
      if (!inner) return null;
      push([inner]);
    }
  }
  const isCheck = checks > 0;
  const start = Number(element.properties['start'] ?? 1);
  const listType = isCheck ? 'check' : element.tagName === 'ol' ? 'number' : 'bullet';
  const made = isCheck
    ? items.map((item) =>
        item.children[0]?.type === 'list' ? item : { ...item, checked: item.checked ?? false },
      )
    : items;
  return list(
    listType,
    renumber(made, listType === 'number' ? start : 1),
    listType === 'number' && Number.isInteger(start) ? start : 1,
  );
}

/** Lexical counts an item's value; the item that only holds a nested list takes the number of the next. */
function renumber(items: readonly ListItemJson[], start: number): ListItemJson[] {
  let value = start;
  return items.map((item) => ({ ...item, value: item.children[0]?.type === 'list' ? value : value++ }));
}

function contentOf(nodes: readonly ElementContent[], inward: Inward): InlineJson[] | null {
  const blocks = inward.blocks(nodes);
  if (!blocks.every((block) => block.type === 'paragraph')) return null;
  return joinParagraphs(blocks.map((block) => block.children).filter((content) => content.length > 0));
}

function checkboxOf({ children }: Element): { readonly checked: boolean } | null {
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'element') return null;
    if (child.tagName === 'p') return checkboxOf(child);
    return child.tagName === 'input' && child.properties['type'] === 'checkbox'
      ? { checked: Boolean(child.properties['checked']) }
      : null;
  }
  return null;
}

/** An empty list still is a list: the editor needs an item to put the caret in. */
export function emptyItem(): ListItemJson {
  return listItem(1, paragraph().children);
}
