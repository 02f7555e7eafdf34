/** The operations whose every request is spoilt: what goes before, what is done, and how the blog must look then. */
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import { bodyOf, image, paragraphOf } from '../main/connectors/sample-post.ts';

export interface Scene {
  readonly name: string;
  /** What was done to the post before, on a good line. */
  readonly before: readonly Deed[];
  readonly pictures: number;
  /** One new category and one new tag. */
  readonly terms: boolean;
  readonly change: 'none' | 'text and picture' | 'slug';
  readonly deed: Deed;
  /** The post's status on the blog in the end. */
  readonly status: 'publish' | 'future' | 'draft';
}

export type Deed = 'publish' | 'publish-now' | 'save-draft' | 'schedule' | 'reschedule' | 'unpublish';

const plain = { before: [], pictures: 0, terms: false, change: 'none' } as const;

export const scenes: readonly Scene[] = [
  { ...plain, name: 'publish', deed: 'publish', status: 'publish' },
  {
    ...plain,
    name: 'publish all',
    pictures: 5,
    terms: true,
    deed: 'publish',
    status: 'publish',
  },
  { ...plain, name: 'save draft', pictures: 1, terms: true, deed: 'save-draft', status: 'draft' },
  { ...plain, name: 'schedule', pictures: 1, deed: 'schedule', status: 'future' },
  {
    ...plain,
    name: 'update',
    before: ['publish'],
    pictures: 1,
    change: 'text and picture',
    deed: 'publish',
    status: 'publish',
  },
  {
    ...plain,
    name: 'move to another slug',
    before: ['publish'],
    change: 'slug',
    deed: 'publish',
    status: 'publish',
  },
  { ...plain, name: 'reschedule', before: ['schedule'], deed: 'reschedule', status: 'future' },
  { ...plain, name: 'publish now', before: ['schedule'], deed: 'publish-now', status: 'publish' },
  { ...plain, name: 'unpublish', before: ['publish'], deed: 'unpublish', status: 'draft' },
  {
    ...plain,
    name: 'publish again',
    before: ['publish', 'unpublish'],
    pictures: 1,
    deed: 'publish',
    status: 'publish',
  },
];

/** When a scheduled post is to go live: whole seconds, as WordPress keeps them. */
export const scheduledFor = '2036-05-17T10:30:00.000Z';
export const rescheduledFor = '2037-02-03T04:05:00.000Z';

export const titleOf = (number: number) => `Wpis ${number} – próba ogniowa`;
export const slugOf = (number: number) => `nowy-adres-${number}`;
export const correction = 'Poprawka.';

export function termsOf({ terms }: Scene, number: number): string[] {
  return terms ? [`Dział ${number}`, `tag ${number}`] : [];
}

export function documentOf(scene: Scene, number: number, hashes: readonly string[]): PostDocument {
  const [category, tag] = termsOf(scene, number);
  return {
    ...emptyDocument('pl'),
    title: titleOf(number),
    categories: category ? [category] : [],
    tags: tag ? [tag] : [],
    body: bodyOf(
      paragraphOf('Zażółć gęślą jaźń.'),
      ...hashes.map((hash) => image(hash, `Obraz ${hash.slice(0, 6)}`)),
    ),
  };
}

/** As the author changes it before the deed. */
export function changed(
  { change }: Scene,
  number: number,
  document: PostDocument,
  hash: string,
): PostDocument {
  switch (change) {
    case 'none':
      return document;
    case 'slug':
      return { ...document, slug: slugOf(number) };
    case 'text and picture':
      return { ...document, body: bodyOf(paragraphOf(correction), image(hash, 'Inny obraz')) };
  }
}
