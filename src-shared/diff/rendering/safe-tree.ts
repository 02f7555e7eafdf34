/** The last look at a rendered comparison: the rules of every post, and the attributes that say what changed. */
import type { Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { postSchema } from '../../document/html.ts';

const said = [
  'dataAfter',
  'dataBefore',
  'dataChange',
  'dataDiff',
  'dataFolded',
  'dataFormatChange',
  'dataItem',
  'dataKind',
  'dataNotation',
  'dataNote',
  'dataOf',
  'dataOpaque',
  'dataPart',
  'dataPicture',
  'dataRow',
  'dataShape',
  'dataSide',
  'dataSign',
  'dataTable',
];

const schema: Schema = {
  ...postSchema,
  attributes: {
    ...postSchema.attributes,
    '*': [...(postSchema.attributes?.['*'] ?? []), ...said],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  // Which of these a picture may have is decided where its address is made: `picture-to-hast.ts`.
  protocols: { ...postSchema.protocols, src: ['http', 'https', 'blob', 'app', 'data'] },
};

export function safeTree(root: Root): Root {
  return sanitize(root, schema) as Root;
}
