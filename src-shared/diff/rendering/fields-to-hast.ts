/** Changed fields as a list of names and what became of their values. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { image } from '../../document/serialized.ts';
import type { FieldChange } from '../document-diff.ts';
import type { DiffToHastOptions } from './diff-to-hast-options.ts';
import { pictureToHast } from './picture-to-hast.ts';
import { marked, textRunsToHast } from './runs-to-hast.ts';

export function fieldsToHast(fields: readonly FieldChange[], options: DiffToHastOptions): Element[] {
  if (fields.length === 0) return [];
  const rows = fields.map((field) =>
    h('div', { dataChange: field.id, dataKind: 'changed' }, [
      h('dt', options.texts.field(field.field)),
      h('dd', valueOf(field, options)),
    ]),
  );
  return [h('dl', { dataPart: 'fields' }, rows)];
}

function valueOf(change: FieldChange, options: DiffToHastOptions): ElementContent[] {
  switch (change.field) {
    case 'categories':
    case 'tags':
      return termsOf(change, options);
    case 'featuredImage':
      return featuredOf(change, options);
    default:
      return textRunsToHast(change.runs, 'both');
  }
}

function termsOf(
  change: Extract<FieldChange, { field: 'categories' | 'tags' }>,
  { texts }: DiffToHastOptions,
): ElementContent[] {
  const item = (kind: 'same' | 'added' | 'removed') => (term: string) =>
    h('li', marked(kind, [{ type: 'text', value: term }]));
  const gone = change.removed.map(item('removed'));
  const now = change.after.map((term) => item(change.added.includes(term) ? 'added' : 'same')(term));
  const isOtherOrder = change.added.length === 0 && change.removed.length === 0;
  const notes = isOtherOrder ? [h('p', { dataNote: '' }, texts.otherOrder)] : [];
  return [...notes, h('ul', [...gone, ...now])];
}

function featuredOf(
  { before, after, isPictureChanged, alt }: Extract<FieldChange, { field: 'featuredImage' }>,
  options: DiffToHastOptions,
): ElementContent[] {
  const picture = (featured: typeof before) =>
    featured ? [pictureToHast(image({ asset: featured.asset }), featured.alt, [], options)] : [];
  const pictures = isPictureChanged
    ? [...marked('removed', picture(before)), ...marked('added', picture(after))]
    : picture(after);
  const words = h('p', { dataPart: 'alt' }, [
    h('span', options.texts.alt),
    ' ',
    ...textRunsToHast(alt, 'both'),
  ]);
  return before?.alt === after?.alt ? pictures : [...pictures, words];
}
