/** Pictures made for a test: their bytes say what they are. */
import sharp from 'sharp';

export interface PictureWish {
  readonly width?: number;
  readonly height?: number;
  readonly colour?: string;
  /** EXIF orientation; 6 is what a camera held upright writes. */
  readonly orientation?: number;
}

export async function pictureIn(
  format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff',
  { width = 60, height = 40, colour = '#336699', orientation }: PictureWish = {},
): Promise<Uint8Array> {
  const made = sharp({ create: { width, height, channels: 3, background: colour } }).toFormat(format);
  return orientation === undefined
    ? made.toBuffer()
    : made
        .withExif({ IFD0: { Copyright: 'Ala' }, IFD3: { GPSLatitudeRef: 'N' } })
        .withMetadata({ orientation })
        .toBuffer();
}
