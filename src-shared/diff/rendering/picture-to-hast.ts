/** A picture with its caption; the address is checked, wherever it comes from. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { safeUrl } from '../../document/safe-url.ts';
import type { ImageJson } from '../../document/serialized.ts';
import type { DiffToHastOptions } from './diff-to-hast-options.ts';

/** What may show a picture and run nothing; SVG may do more, so its bytes do not pass. */
const ownAddress = /^(?:blob:|app:|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/i;

export function pictureToHast(
  image: ImageJson,
  alt: string,
  caption: ElementContent[],
  options: DiffToHastOptions,
): Element {
  const src = addressOf(image, options);
  const size = image.width > 0 && image.height > 0 ? { width: image.width, height: image.height } : {};
  const picture =
    src === null
      ? h('p', { dataPicture: 'missing' }, options.texts.noPicture(alt))
      : h('img', { src, alt, ...size });
  return h('figure', caption.length === 0 ? [picture] : [picture, h('figcaption', caption)]);
}

function addressOf({ asset, src }: ImageJson, options: DiffToHastOptions): string | null {
  const found = asset === null ? (options.remotePictureUrl?.(src) ?? null) : options.pictureUrl(asset);
  if (found === null || found === '') return null;
  return ownAddress.test(found) ? found : safeUrl(found);
}
