/** HTML fit for the finished site: no scripts, no styles, nothing that acts. */
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';

const schema: Schema = {
  ...defaultSchema,
  // Our own pages have no scripts and few ids that a post's could stand in for.
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'mark',
    'u',
    'small',
    'abbr',
    'cite',
    'time',
  ],
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.a ?? []), 'rel', 'target'],
    img: [...(defaultSchema.attributes?.img ?? []), 'loading', 'decoding'],
    '*': [...(defaultSchema.attributes?.['*'] ?? []), ['className', /^language-/]],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
};

export function cleanHtml(html: string): string {
  return toHtml(sanitize(fromHtml(html, { fragment: true }), schema));
}
