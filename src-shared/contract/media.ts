/** Pictures in the library, named by the hash of their bytes. */
import { z } from 'zod';
import { assetHashSchema } from '../document/post-document.ts';
import { call } from './define.ts';

export const mediaAssetSchema = z.object({
  hash: assetHashSchema,
  fileName: z.string(),
  mime: z.string(),
  /** Size of the file. */
  bytes: z.number().int(),
  /** Pixels, as seen (EXIF orientation applied). */
  width: z.number().int(),
  height: z.number().int(),
  addedAt: z.iso.datetime(),
});
export type MediaAsset = z.infer<typeof mediaAssetSchema>;

export const media = {
  /** Stores a picture; the same bytes are stored once and answer with the asset already there. */
  import: call(
    z.object({ bytes: z.instanceof(Uint8Array), fileName: z.string().max(500) }),
    mediaAssetSchema,
    ['media-not-an-image', 'media-too-large', 'media-too-many-pixels'],
  ),
  get: call(z.object({ hash: assetHashSchema }), mediaAssetSchema, ['media-not-found']),
};
