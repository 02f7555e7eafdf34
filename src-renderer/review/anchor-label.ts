/** What a comment is about, in few words. */
import type { TFunction } from 'i18next';
import type { Anchor } from '#shared/contract/review.ts';

const longest = 60;

/** The quoted words; of a whole block how it begins, or that it is one without words. */
export function anchorLabel({ exact, prefix }: Anchor, t: TFunction<'review'>): string {
  const words = (exact || (prefix.split('\n')[0] ?? '')).trim();
  if (words === '') return t('comment.aBlock');
  return exact === '' || words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
}
