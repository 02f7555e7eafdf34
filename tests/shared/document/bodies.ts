/** Arbitrary bodies for property tests: what a person can make in the editor. */
import fc from 'fast-check';
import {
  bodyOf,
  code,
  divider,
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  quote,
  text,
  type BlockJson,
  type InlineJson,
} from '#shared/document/serialized.ts';
import { merge } from '#shared/document/bridge/inline-from-hast.ts';

const alphabet = [...'abcdeęłóż ĄŁ.,-–„”\'"&<>[]*_`#\\1!|~😀'];

/** Words without white space at the ends, which HTML would fold away. */
export const words = fc
  .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join('').replace(/ +/g, ' ').trim())
  .filter((value) => value !== '');

const plain = (formats: number) =>
  fc.tuple(words, fc.nat(formats)).map(([value, format]) => text(value, format));

function inlineOf(formats: number): fc.Arbitrary<InlineJson[]> {
  const linked = fc
    .tuple(
      fc.array(plain(formats), { minLength: 1, maxLength: 2 }),
      fc.constantFrom('https://example.org/?a=1&b=2', '/local', 'mailto:a@b.pl'),
    )
    .map(([children, url]) => link(url, merge(children)));
  const piece = fc.oneof({ weight: 5, arbitrary: plain(formats) }, { weight: 1, arbitrary: linked });
  return fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => {
    // Two links side by side with one address are one link to a reader, and to HTML.
    const parted = pieces.flatMap((node, at): InlineJson[] =>
      node.type === 'link' && at > 0 ? [text('x'), node] : [node],
    );
    return merge(parted);
  });
}

const lines = (formats: number) =>
  fc
    .tuple(inlineOf(formats), fc.option(inlineOf(formats)))
    .map(([first, second]) => (second ? [...first, lineBreak(), ...second] : first));

export const pictureHash = 'ab'.repeat(32);

function blockOf(formats: number): fc.Arbitrary<BlockJson> {
  const item = (value: number, checked?: boolean) =>
    inlineOf(formats).map((content) => listItem(value, content, checked));
  return fc.oneof(
    lines(formats).map((content) => paragraph(...content)),
    fc
      .tuple(fc.constantFrom('h2' as const, 'h3' as const, 'h4' as const), inlineOf(formats))
      .map(([tag, content]) => heading(tag, ...content)),
    lines(formats).map((content) => quote(...content)),
    fc
      .tuple(fc.constantFrom(null, 'ts', 'php'), fc.array(words, { minLength: 1, maxLength: 3 }))
      .map(([language, rows]) =>
        code(language, ...rows.flatMap((row, at) => (at > 0 ? [lineBreak(), text(row)] : [text(row)]))),
      ),
    fc.constant(divider()),
    fc.tuple(item(1), item(2)).map((items) => list('bullet', items)),
    fc.tuple(item(3), item(4)).map((items) => list('number', items, 3)),
    fc.tuple(item(1, true), item(2, false)).map((items) => list('check', items)),
    fc
      .tuple(item(1), item(1))
      .map(([outer, inner]) => list('bullet', [outer, listItem(2, [list('number', [inner])])])),
    fc
      .tuple(words, fc.oneof(words, fc.constant('')))
      .map(([alt, caption]) => image({ asset: pictureHash, alt, caption, width: 40, height: 30 })),
  );
}

/** Bodies with any of the formats in `formats` (bits). Neighbouring lists are parted: the editor would join them. */
export function bodies(formats: number) {
  return fc
    .array(blockOf(formats), { minLength: 1, maxLength: 6 })
    .map((blocks) =>
      bodyOf(
        blocks.flatMap((block, at) =>
          block.type === 'list' && blocks[at - 1]?.type === 'list' ? [divider(), block] : [block],
        ),
      ),
    );
}
