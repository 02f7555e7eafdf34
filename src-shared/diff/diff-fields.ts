/** The fields of two documents compared; only those that differ, in the order a form shows them. */
import type { PostDocument } from '../document/post-document.ts';
import { canonicalJson } from './canonical-json.ts';
import type { FieldChange } from './document-diff.ts';
import { diffText } from './words/diff-text.ts';

const textFields = ['title', 'excerpt', 'slug', 'language'] as const;
const termFields = ['categories', 'tags'] as const;

export function diffFields(before: PostDocument, after: PostDocument): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of textFields) {
    const [old, now] = [before[field], after[field]];
    if (old === now) continue;
    const runs = diffText(old, now);
    changes.push({ kind: 'field', id: field, field, before: old, after: now, runs });
  }
  for (const field of termFields) {
    const [old, now] = [before[field], after[field]];
    if (canonicalJson(old) === canonicalJson(now)) continue;
    const added = now.filter((term) => !old.includes(term));
    const removed = old.filter((term) => !now.includes(term));
    changes.push({ kind: 'field', id: field, field, before: old, after: now, added, removed });
  }
  const [old, now] = [before.featuredImage, after.featuredImage];
  if (canonicalJson(old) !== canonicalJson(now)) {
    changes.push({
      kind: 'field',
      id: 'featuredImage',
      field: 'featuredImage',
      before: old,
      after: now,
      isPictureChanged: old?.asset !== now?.asset,
      alt: diffText(old?.alt ?? '', now?.alt ?? ''),
    });
  }
  return changes;
}
