/**
 * Parts WordPress content into its top-level blocks with their exact source, which the official parser does not
 * tell. The pattern for a delimiter is the official grammar’s (block-serialization-default-parser).
 */
const delimiter =
  /<!--\s+(?<closer>\/)?wp:(?<name>(?:[a-z][a-z0-9_-]*\/)?[a-z][a-z0-9_-]*)\s+(?:\{(?:[^}]+|\}+(?=\})|(?!\}\s+\/?-->)[^])*?\}\s+)?(?<void>\/)?-->/g;

export interface SourcePiece {
  /** A block between (and with) its comments, or whatever stands between two blocks. */
  readonly kind: 'block' | 'between';
  readonly raw: string;
}

/** The pieces of the content in order; joined, they are the content. */
export function splitBlocks(content: string): SourcePiece[] {
  const pieces: SourcePiece[] = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  const push = (kind: SourcePiece['kind'], raw: string) => {
    if (raw !== '') pieces.push({ kind, raw });
  };
  for (const match of content.matchAll(delimiter)) {
    const after = match.index + match[0].length;
    const { closer, void: isVoid } = match.groups ?? {};
    if (closer) {
      if (depth === 0) continue; // a closer without an opener is loose text
      depth -= 1;
    } else {
      if (depth === 0) {
        push('between', content.slice(end, match.index));
        start = match.index;
        end = match.index;
      }
      if (!isVoid) depth += 1;
    }
    if (depth === 0) {
      push('block', content.slice(start, after));
      end = after;
    }
  }
  push('between', content.slice(end));
  return pieces;
}
