/** Parses a review file within bounds: HTML of a few kilobytes can ask a parser for millions of elements. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';

type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

export class TooManyNodesError extends Error {
  override readonly name = 'TooManyNodesError';
}

export interface ParsedPage {
  readonly page: DefaultTreeAdapterTypes.Document;
  /** Elements and comments that were made. */
  readonly nodes: number;
}

/** Throws TooManyNodesError as soon as there are more elements and comments than this, and RangeError where they are nested too deeply. */
export function parsePage(html: string, mostNodes = Infinity): ParsedPage {
  let nodes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > mostNodes) throw new TooManyNodesError(`There are more than ${mostNodes} nodes.`);
  };
  const treeAdapter: Adapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode(...given) {
      count();
      return defaultTreeAdapter.createCommentNode(...given);
    },
  };
  return { page: parse(html, { treeAdapter, scriptingEnabled: false }), nodes };
}
