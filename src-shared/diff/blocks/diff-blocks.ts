/** The blocks of two bodies as one list of changes. */
import type { BlockJson } from '../../document/serialized.ts';
import type { AttributeChange, BlockChange, MovedBlock, PlacedBlock } from '../document-diff.ts';
import { diffRegrouped } from '../words/diff-inline.ts';
import { hasInlineContent } from './block-kinds.ts';
import { unitOfBlock } from './block-units.ts';
import { diffBlock } from './diff-block.ts';
import { attributeChanges } from './seen-attributes.ts';
import { matchUnits, type Match } from './match-units.ts';

/** Ids are made of the places before and after, so the same two documents always give the same ones. */
export function diffBlocks(before: readonly BlockJson[], after: readonly BlockJson[]): BlockChange[] {
  const old = (index: number): PlacedBlock => ({ index, block: before[index] as BlockJson });
  const now = (index: number): PlacedBlock => ({ index, block: after[index] as BlockJson });
  const matches = matchUnits(before.map(unitOfBlock), after.map(unitOfBlock));
  const counterpartOf = counterparts(matches);
  /** Both ends of a move show it. */
  const moves = new Map<number, Pick<MovedBlock, 'content' | 'attributes'>>();
  const insideOf = ({
    before: from,
    after: to,
    isExact,
  }: Extract<Match, { kind: 'moved' | 'moved-away' }>) => {
    let inner = moves.get(from);
    if (!inner) {
      inner = isExact
        ? { content: null, attributes: [] }
        : diffBlock(old(from).block, now(to).block, diffBlocks);
      moves.set(from, inner);
    }
    return inner;
  };
  return matches.map((match, at): BlockChange => {
    switch (match.kind) {
      case 'removed':
        return { kind: 'removed', id: `b${match.before}`, before: old(match.before) };
      case 'added':
        return { kind: 'added', id: `a${match.after}`, after: now(match.after) };
      case 'split':
      case 'merged':
        return regrouped(match, match.before.map(old), match.after.map(now));
      case 'moved-away': {
        const of = pairId(match);
        const { content } = insideOf(match);
        return {
          kind: 'moved-away',
          id: `${of}-away`,
          of,
          before: old(match.before),
          counterpart: counterpartOf(at),
          became: { place: now(match.after), content },
        };
      }
      case 'moved': {
        const inner = insideOf(match);
        return {
          kind: 'moved',
          id: pairId(match),
          before: old(match.before),
          after: now(match.after),
          ...inner,
          counterpart: counterpartOf(at),
        };
      }
      case 'same':
        return { kind: 'same', id: pairId(match), before: old(match.before), after: now(match.after) };
      case 'changed': {
        const [from, to] = [old(match.before), now(match.after)];
        return {
          kind: 'changed',
          id: pairId(match),
          before: from,
          after: to,
          ...diffBlock(from.block, to.block, diffBlocks),
        };
      }
    }
  });
}

function pairId({ before, after }: { readonly before: number; readonly after: number }): string {
  return `b${before}-a${after}`;
}

function regrouped(
  { kind }: Extract<Match, { kind: 'split' | 'merged' }>,
  before: readonly PlacedBlock[],
  after: readonly PlacedBlock[],
): BlockChange {
  const content = ({ block }: PlacedBlock) => (hasInlineContent(block) ? block.children : []);
  return {
    kind,
    id: `b${before.map(({ index }) => index).join('+')}-a${after.map(({ index }) => index).join('+')}`,
    before,
    after,
    attributes: attributesBetween(before, after),
    parts: diffRegrouped(before.map(content), after.map(content)),
  };
}

/** Between the one and each of the several. */
function attributesBetween(
  before: readonly PlacedBlock[],
  after: readonly PlacedBlock[],
): readonly AttributeChange[] {
  const found = before.flatMap((from) => after.flatMap((to) => attributeChanges(from.block, to.block)));
  return [...new Map(found.map((change) => [JSON.stringify(change), change])).values()];
}

/** For each end of a move, where the other end stands. */
function counterparts(matches: readonly Match[]): (at: number) => number {
  const ends = new Map<string, number>();
  matches.forEach((match, at) => {
    if (match.kind === 'moved' || match.kind === 'moved-away') ends.set(`${match.kind} ${match.before}`, at);
  });
  return (at) => {
    const match = matches[at] as Extract<Match, { kind: 'moved' | 'moved-away' }>;
    const other = match.kind === 'moved' ? 'moved-away' : 'moved';
    return ends.get(`${other} ${match.before}`) as number;
  };
}
