/** Reduced copies of a post's pictures for a review file, as far as there is room. */
import { CodedError } from '#shared/contract/errors.ts';
import type { AssetHash } from '#shared/document/post-document.ts';
import type { Library } from '../storage/library.ts';
import type { BundlePictures } from './self-contained.ts';

const maxWidth = 1_000;
/** What a mail server takes; a third more as base64. */
const maxBytes = 6_000_000;

/**
 * In this order, until they weigh more than a mail takes: those left out are told by their alternative text. A picture weighs
 * as often as it is shown, which is how often it is written.
 */
export async function picturesFor(
  { media }: Pick<Library, 'media'>,
  uses: ReadonlyMap<AssetHash, number>,
): Promise<BundlePictures> {
  const pictures = new Map<AssetHash, string>();
  let left = maxBytes;
  for (const [asset, times] of uses) {
    try {
      const { bytes, mime } = await media.webCopy(asset, { maxWidth });
      const weight = bytes.byteLength * times;
      if (weight > left) continue;
      left -= weight;
      pictures.set(asset, `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`);
    } catch (error) {
      // A picture that is gone or cannot be read is told by its words; the text can be reviewed without it.
      if (!(error instanceof CodedError)) throw error;
    }
  }
  return pictures;
}
