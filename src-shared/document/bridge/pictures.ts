/** Pictures with their captions. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { safeUrl } from '../safe-url.ts';
import { image, type ImageJson } from '../serialized.ts';
import { conversion, type Inward } from './conversion.ts';

export const imageConversion = conversion<'image'>({
  kind: 'image',
  tagNames: ['img', 'figure'],
  toHast: (block, { options }) => {
    const found = options.resolveImage(block);
    const src = found && safeUrl(found.src);
    if (!found || src === null) return [];
    const { width = block.width, height = block.height } = found;
    const size = width > 0 && height > 0 ? { width, height } : {};
    const picture = h('img', { src, alt: block.alt, ...size });
    return [h('figure', block.caption === '' ? [picture] : [picture, h('figcaption', block.caption)])];
  },
  fromHast: (element, inward) => {
    if (element.tagName === 'img') return picture(element, '', inward);
    const found = element.children.filter((child) => child.type === 'element');
    const [first, second, ...others] = found;
    if (first?.tagName !== 'img' || others.length > 0) return null;
    if (second && second.tagName !== 'figcaption') return null;
    const caption = second ? plainCaption(second.children) : '';
    return caption === null ? null : picture(first, caption, inward);
  },
});

function picture({ properties }: Element, caption: string, { options }: Inward): ImageJson[] | null {
  const src = typeof properties['src'] === 'string' ? safeUrl(properties['src']) : null;
  if (src === null || src === '') return null;
  const asset = options.resolveAsset(src);
  const title = typeof properties['title'] === 'string' ? properties['title'] : '';
  return [
    image({
      asset,
      src: asset === null ? src : '',
      alt: typeof properties['alt'] === 'string' ? properties['alt'] : '',
      caption: caption || title,
      width: pixels(properties['width']),
      height: pixels(properties['height']),
    }),
  ];
}

function pixels(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : 0;
}

/** Captions are plain text; one with more in it says null, and the figure is kept as it is. */
function plainCaption(children: readonly ElementContent[]): string | null {
  if (!children.every((child) => child.type === 'text')) return null;
  return children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
