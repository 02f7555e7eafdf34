/** A comparison as the real document, with what changed marked in it; nothing in it runs. */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { BlockChange, DocumentDiff } from './document-diff.ts';
import { changeToHast, movedAwayNote, notesOn } from './rendering/change-to-hast.ts';
import type { DiffToHastOptions } from './rendering/diff-to-hast-options.ts';
import { fieldsToHast } from './rendering/fields-to-hast.ts';
import { foldUnchanged } from './rendering/fold.ts';
import { safeTree } from './rendering/safe-tree.ts';

/**
 * `<dl data-part="fields">` when fields changed, then `<div data-diff="inline|columns">` with a `<div data-kind>` for every
 * block: `same`, `added`, `removed`, `changed` (a split or merge says so in `data-shape`), `moved`, and `moved-away` where a
 * moved block was. Changes have `data-change` with their id; a `moved-away` has `data-of` with its move's. In columns each
 * is a row of two `<div data-side>`. Folded stretches are `<details data-folded="count">`.
 */
export function diffToHast(diff: DocumentDiff, options: DiffToHastOptions): Root {
  const show = (change: BlockChange) => rowOf(change, options);
  const rows = foldUnchanged(diff.blocks, options.context).flatMap(({ isFolded, changes }) =>
    isFolded
      ? [
          h('details', { dataFolded: String(changes.length) }, [
            h('summary', options.texts.folded(changes.length)),
            ...changes.map(show),
          ]),
        ]
      : changes.map(show),
  );
  const blocks = h('div', { dataDiff: options.layout }, rows);
  return safeTree({ type: 'root', children: [...fieldsToHast(diff.fields, options), blocks] });
}

function rowOf(change: BlockChange, options: DiffToHastOptions): Element {
  const facts = factsOf(change);
  const away = change.kind === 'moved-away' ? [movedAwayNote(change.became.place.index, options)] : [];
  if (options.layout === 'inline') {
    const notes = [...notesOn(change, 'both', options), ...away];
    return h('div', facts, [...notes, ...changeToHast(change, 'both', options)]);
  }
  return h('div', { ...facts, dataRow: '' }, [
    h('div', { dataSide: 'before' }, [...away, ...changeToHast(change, 'before', options)]),
    h('div', { dataSide: 'after' }, [
      ...notesOn(change, 'after', options),
      ...changeToHast(change, 'after', options),
    ]),
  ]);
}

function factsOf(change: BlockChange): Record<string, string> {
  const places = (side: 'before' | 'after') => {
    if (!(side in change)) return undefined;
    const found = (change as unknown as Record<string, { index: number } | { index: number }[]>)[side];
    return [found].flat().map((place) => String(place?.index));
  };
  const isRegrouped = change.kind === 'split' || change.kind === 'merged';
  const [before, after] = [places('before'), places('after')];
  return {
    dataKind: isRegrouped ? 'changed' : change.kind,
    ...(change.kind === 'same' || change.kind === 'moved-away' ? {} : { dataChange: change.id }),
    ...(change.kind === 'moved-away' ? { dataOf: change.of } : {}),
    ...(isRegrouped ? { dataShape: change.kind } : {}),
    ...(before ? { dataBefore: before.join(' ') } : {}),
    ...(after ? { dataAfter: after.join(' ') } : {}),
  };
}
