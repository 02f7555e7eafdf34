/** Comparing two documents of 50,000 words, and two large tables, beside writing both down as JSON. */
import { diffDocuments } from '#shared/diff/diff-documents.ts';
import { summarise } from '#shared/diff/summarise.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { blocksOf, bodyOf, opaque, paragraph, text, type BlockJson } from '#shared/document/serialized.ts';
import { plainText } from '#shared/document/text.ts';
import { seededRandom, type SeededRandom } from '../torture/seeded-random.ts';
import { createGenerator } from './generate.ts';
import { compare } from './measure.ts';
import { report } from './report.ts';

const length = 50_000;
const turns = 15;

export async function benchDiff(): Promise<void> {
  const generator = createGenerator(23);
  const random = seededRandom(23);
  const before = generator.post(length);
  const other = generator.post(length);
  const cases: Readonly<Record<string, readonly [PostDocument, PostDocument]>> = {
    'compare 50k words, a day’s edits': [before, edited(before, random)],
    'compare 50k words, a word in every paragraph': [before, touched(before, 1)],
    'compare 50k words, every other word': [before, touched(before, 30)],
    'compare 50k words, everything changed': [before, other],
    'compare 50k words, shuffled': [before, withBlocks(before, shuffled(blocksOf(before.body), random))],
    'compare 50k words, one paragraph': [inOne(before), inOne(edited(before, random))],
    'compare 50k words, one paragraph, everything changed': [inOne(before), inOne(other)],
    'compare 50k words, a word a paragraph, shuffled': [
      wordByWord(before),
      withBlocks(before, shuffled(blocksOf(wordByWord(before).body), random)),
    ],
    'compare a table of 500 × 8, a cell in every fifth row': [
      withBlocks(before, [table(() => false)]),
      withBlocks(before, [table((row) => row % 5 === 0)]),
    ],
    'compare a table of 500 × 8, every cell': [
      withBlocks(before, [table(() => false)]),
      withBlocks(before, [table(() => true, 8)]),
    ],
  };
  for (const [what, [one, another]] of Object.entries(cases)) {
    const { ours, reference, oursP95 } = await compare(
      () => diffDocuments(one, another),
      () => JSON.stringify(one).length + JSON.stringify(another).length,
      turns,
      3,
    );
    report(what, ours, reference, { p95: Math.round(oursP95), ...summarise(diffDocuments(one, another)) });
  }
}

/** As WordPress writes it, some cells with marks; in the rows chosen, the first cells end otherwise. */
function table(isChanged: (row: number) => boolean, cellCount = 1): BlockJson {
  const cells = (row: number) =>
    Array.from({ length: 8 }, (_cell, at) => {
      const end = isChanged(row) && at < cellCount ? 'inne słowo' : 'to samo';
      return `<td>Komórka ${row} w kolumnie ${at}, ${at % 3 === 0 ? '<strong>ważna</strong>' : 'zwykła'} i ${end}</td>`;
    });
  const rows = Array.from({ length: 500 }, (_row, at) => `<tr>${cells(at).join('')}</tr>`).join('');
  const raw = `<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody>${rows}</tbody></table></figure>\n<!-- /wp:table -->`;
  return opaque('wordpress', raw, 'table');
}

function withBlocks(document: PostDocument, blocks: readonly BlockJson[]): PostDocument {
  return { ...document, body: bodyOf(blocks) };
}

const saidIn = (block: BlockJson) => plainText(bodyOf([block]));
const rewrite = (block: BlockJson, change: (words: string[]) => string[]) =>
  paragraph(text(change(saidIn(block).split(' ')).join(' ')));

/** Some words here and there, some paragraphs come, gone, moved and split. */
function edited(document: PostDocument, random: SeededRandom): PostDocument {
  const blocks = [...blocksOf(document.body)];
  for (let turn = 0; turn < 40; turn++) {
    const at = random.below(blocks.length);
    blocks[at] = rewrite(blocks[at] as BlockJson, (words) =>
      words.toSpliced(random.below(words.length), 2, 'słowo'),
    );
  }
  for (let turn = 0; turn < 8; turn++) {
    blocks.splice(random.below(blocks.length), 0, ...blocks.splice(random.below(blocks.length), 1));
    blocks.splice(random.below(blocks.length), 1);
    const at = random.below(blocks.length);
    const words = saidIn(blocks[at] as BlockJson).split(' ');
    blocks.splice(
      at,
      1,
      paragraph(text(words.slice(0, 30).join(' '))),
      paragraph(text(words.slice(30).join(' '))),
    );
  }
  return withBlocks(document, blocks);
}

/** So many words of every paragraph are other ones. */
function touched(document: PostDocument, count: number): PostDocument {
  const change = (words: string[]) =>
    words.map((word, at) => (at % 2 === 0 && at / 2 < count ? `${word}x` : word));
  return withBlocks(
    document,
    blocksOf(document.body).map((block) => rewrite(block, change)),
  );
}

function shuffled<Value>(values: readonly Value[], random: SeededRandom): Value[] {
  return values
    .map((value) => ({ value, order: random.next() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ value }) => value);
}

function inOne(document: PostDocument): PostDocument {
  return withBlocks(document, [paragraph(text(blocksOf(document.body).map(saidIn).join(' ')))]);
}

function wordByWord(document: PostDocument): PostDocument {
  const words = blocksOf(document.body).flatMap((block) => saidIn(block).split(' '));
  return withBlocks(
    document,
    words.map((word) => paragraph(text(word))),
  );
}
