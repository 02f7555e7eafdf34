/** Arbitrary documents and chains of edits, for property tests. */
import fc from 'fast-check';
import type { PostDocument } from '#shared/document/post-document.ts';
import {
  bodyOf,
  blocksOf,
  emptyDocument,
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  opaque,
  paragraph,
  text,
  type BlockJson,
  type InlineJson,
  type ListItemJson,
} from '#shared/document/serialized.ts';
import { bodyToHtml } from '#shared/document/html.ts';
import { tableFacts, tablePairs, wordPressTable } from './edited-tables.ts';
import { bodies, pictureHash } from '../document/bodies.ts';

/** Few different words, so that documents repeat themselves, which is where comparing is hard. */
const vocabulary = [
  'Ala',
  'ma',
  'kota',
  'żółw',
  'w',
  'i',
  'to',
  'jaźń',
  '3,5',
  'e-mail',
  '😀',
  '字字',
  ',',
  '.',
];
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 0, maxLength: 14 })
  .map((words) => words.join(' '));
const inline: fc.Arbitrary<InlineJson[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(sentence, fc.constantFrom(0, 0, 0, 1, 2, 16))
        .map(([said, format]) => text(said, format)),
    },
    { weight: 1, arbitrary: sentence.map((said) => link('https://example.org/', [text(said)])) },
    { weight: 1, arbitrary: fc.constant(lineBreak()) },
  ),
  { maxLength: 4 },
);

const items = (depth: number): fc.Arbitrary<ListItemJson[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(inline, fc.boolean()).map(([said, checked]) => listItem(1, said, checked)),
      },
      ...(depth < 2
        ? [{ weight: 1, arbitrary: items(depth + 1).map((inner) => listItem(1, [list('bullet', inner)])) }]
        : []),
    ),
    { minLength: 1, maxLength: 4 },
  );

/** Of a kind this program does not know, and of known kinds with content they do not have. */
const strange = fc
  .tuple(
    fc.constantFrom('table', 'paragraph', 'list', 'image', 'opaque', 'code'),
    sentence,
    fc.anything({ maxDepth: 2, withNullPrototype: false }),
  )
  .map(
    ([type, said, anything]) =>
      JSON.parse(
        JSON.stringify({
          type,
          version: 1,
          rows: [[said]],
          anything,
          children: [{ type: 'odd', text: said }],
        }),
      ) as BlockJson,
  );

export const block: fc.Arbitrary<BlockJson> = fc.oneof(
  { weight: 6, arbitrary: inline.map((said) => paragraph(...said)) },
  inline.map((said) => heading('h2', ...said)),
  fc
    .tuple(fc.constantFrom('bullet' as const, 'check' as const), items(0))
    .map(([type, all]) => list(type, all)),
  fc.tuple(sentence, sentence).map(([alt, caption]) => image({ asset: pictureHash, alt, caption })),
  sentence.map((said) => opaque('wordpress', `<!-- wp:table --><td>${said}</td>`, 'table')),
  tableFacts.map(wordPressTable),
  fc
    .tuple(inline, inline)
    .map(([one, other]) =>
      opaque(
        'html',
        bodyToHtml(bodyOf([paragraph(...one), heading('h3', ...other)]), { resolveImage: () => null }),
        'group',
      ),
    ),
  strange,
  bodies(255).map((body) => blocksOf(body)[0] as BlockJson),
);

const fields = fc.record({
  title: sentence,
  excerpt: sentence,
  slug: fc.constantFrom('', 'ala', 'ala-ma'),
  categories: fc.subarray(['Marketing', 'IT', 'Blog']),
  tags: fc.shuffledSubarray(['a', 'b', 'c', 'd']),
  featuredImage: fc.option(
    fc.record({ asset: fc.constantFrom(pictureHash, 'cd'.repeat(32)), alt: sentence }),
  ),
  language: fc.constantFrom('pl' as const, 'en' as const),
});

const document: fc.Arbitrary<PostDocument> = fc
  .tuple(fields, fc.array(block, { maxLength: 9 }))
  .map(([said, blocks]) => ({ ...emptyDocument('pl'), ...said, body: bodyOf(blocks) }));

type Edit = (blocks: readonly BlockJson[]) => BlockJson[];

const at = fc.nat(50);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, block).map(
    ([place, made]): Edit =>
      (all) =>
        all.toSpliced(place % (all.length + 1), 0, made),
  ),
  at.map(
    (place): Edit =>
      (all) =>
        all.toSpliced(place % (all.length + 1), 1),
  ),
  fc.tuple(at, at).map(([from, to]): Edit => (all) => {
    const moved = all[from % (all.length || 1)];
    return moved ? all.filter((other) => other !== moved).toSpliced(to % all.length, 0, moved) : [...all];
  }),
  fc
    .tuple(at, at, sentence)
    .map(([place, word, said]) => onInline(place, (nodes) => rewritten(nodes, word, said))),
  fc
    .tuple(at, fc.constantFrom(1, 2, 16))
    .map(([place, bit]) =>
      onInline(place, (nodes) =>
        nodes.map((node) =>
          'format' in node && 'text' in node ? { ...node, format: node.format ^ bit } : node,
        ),
      ),
    ),
  // Split and merge.
  fc.tuple(at, at).map(([place, cut]): Edit => (all) => {
    const found = all[place % (all.length || 1)];
    if (found?.type !== 'paragraph' || !Array.isArray(found.children)) return [...all];
    const where = cut % (found.children.length + 1);
    const halves = [paragraph(...found.children.slice(0, where)), paragraph(...found.children.slice(where))];
    return all.toSpliced(all.indexOf(found), 1, ...halves);
  }),
  at.map((place): Edit => (all) => {
    const [one, other] = all.slice(place % (all.length || 1));
    if (one?.type !== 'paragraph' || other?.type !== 'paragraph') return [...all];
    return all.toSpliced(all.indexOf(one), 2, paragraph(...one.children, ...other.children));
  }),
);

function onInline(place: number, change: (nodes: readonly InlineJson[]) => InlineJson[]): Edit {
  return (all) =>
    all.map((found, index) =>
      index === place % all.length && (found.type === 'paragraph' || found.type === 'heading')
        ? { ...found, children: change(found.children) }
        : found,
    );
}

function rewritten(nodes: readonly InlineJson[], place: number, said: string): InlineJson[] {
  return nodes.map((node, index) =>
    node.type === 'text' && index === place % nodes.length
      ? {
          ...node,
          text: node.text
            .split(' ')
            .toSpliced(place % 7, place % 3, said)
            .join(' '),
        }
      : node,
  );
}

/** A document, and what a chain of edits made of it; now and then something wholly else. */
export const documentPairs: fc.Arbitrary<[PostDocument, PostDocument]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(document, fc.array(edit, { maxLength: 12 }), fc.option(fields, { freq: 3 }))
      .map(([before, edits, said]): [PostDocument, PostDocument] => {
        const blocks = edits.reduce<BlockJson[]>((all, change) => change(all), [...blocksOf(before.body)]);
        return [before, { ...before, ...said, body: bodyOf(blocks) }];
      }),
  },
  { weight: 1, arbitrary: fc.tuple(document, document) },
  // One block of them a table that was edited.
  {
    weight: 2,
    arbitrary: fc
      .tuple(document, fc.array(edit, { maxLength: 3 }), tablePairs)
      .map(([before, edits, [table, changed]]): [PostDocument, PostDocument] => {
        const blocks = edits.reduce<BlockJson[]>((all, change) => change(all), [...blocksOf(before.body)]);
        return [
          { ...before, body: bodyOf([...blocksOf(before.body), table]) },
          { ...before, body: bodyOf([...blocks, changed]) },
        ];
      }),
  },
);
