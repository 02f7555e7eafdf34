/** The words around a comparison, in the interface's language. */
import type { TFunction } from 'i18next';
import type { DiffTexts, TableCounts } from '#shared/diff/rendering/diff-to-hast-options.ts';
import type { FormatChange } from '#shared/diff/document-diff.ts';

export function diffTexts(t: TFunction<'history'>): DiffTexts {
  return {
    field: (field) => t(`diff.field.${field}`),
    folded: (count) => t('diff.folded', { count }),
    formats: (changes) => changes.map((change) => formatText(t, change)).join(', '),
    attributes: (changes) =>
      changes
        .map(({ name, before, after }) =>
          t('diff.attribute', { name, before: said(before), after: said(after) }),
        )
        .join(', '),
    movedFrom: (block) => t('diff.movedFrom', { block }),
    movedTo: (block) => t('diff.movedTo', { block }),
    split: t('diff.split'),
    merged: t('diff.merged'),
    alt: t('diff.alt'),
    noPicture: (alt) => t('diff.noPicture', { alt: alt || '–' }),
    opaque: (label) => t('diff.opaque', { label }),
    table: (counts) => tableText(t, counts),
    rowMovedFrom: (row) => t('diff.rowMovedFrom', { row }),
    rowMovedTo: (row) => t('diff.rowMovedTo', { row }),
    tableAsText: t('diff.tableAsText'),
    sameWords: t('diff.sameWords'),
    notation: t('diff.notation'),
  };
}

function tableText(t: TFunction<'history'>, counts: TableCounts): string {
  const said = (Object.keys(counts) as (keyof TableCounts)[])
    .filter((what) => counts[what] > 0)
    .map((what) => t(`diff.tableCounts.${what}`, { number: counts[what] }));
  return said.length === 0 ? '' : t('diff.table', { what: said.join(', ') });
}

function formatText(t: TFunction<'history'>, { format, change, before, after }: FormatChange): string {
  if (format === 'link' && change === 'changed')
    return t('diff.linkChanged', { before: before ?? '–', after: after ?? '–' });
  const words = {
    added: 'diff.formatAdded',
    removed: 'diff.formatRemoved',
    changed: 'diff.formatChanged',
  } as const;
  return t(words[change], { format: t(`diff.format.${format}`) });
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : JSON.stringify(value);
}
