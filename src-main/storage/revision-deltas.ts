/**
 * How a revision's document is written down: as zstd with the document before it as dictionary, which leaves little more
 * than what changed, and as a full copy now and then, so that what a damaged one takes along is bounded.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

export interface StoredDelta {
  readonly bytes: Buffer;
  /** 0 for a full copy. */
  readonly depth: number;
}

/** Deltas in a row. Each costs a fraction of a millisecond when one after them is opened. */
const mostDeltas = 24;
/** A delta that saves less than this is not worth depending on another revision for. */
const worthwhile = 0.7;
/** As far back as a match may lie: a dictionary longer than the window would be of no use. 16 MiB. */
const windowLog = 24;

/** `base` is the document before this one, as stored, and the number of deltas it hangs on. */
export function encodeRevision(
  document: Buffer,
  base: { readonly document: Buffer; readonly depth: number } | null,
): StoredDelta {
  const full = () => ({ bytes: zstdCompressSync(document), depth: 0 });
  if (!base || base.depth >= mostDeltas) return full();
  const delta = zstdCompressSync(document, {
    dictionary: base.document,
    params: { [constants.ZSTD_c_windowLog]: windowLog },
  });
  // Compressing twice only where the delta is suspiciously large for what it is of.
  if (delta.length < document.length / 20) return { bytes: delta, depth: base.depth + 1 };
  const whole = full();
  return delta.length < whole.bytes.length * worthwhile ? { bytes: delta, depth: base.depth + 1 } : whole;
}

/** Throws when the bytes are not what was written, or the base is another one. */
export function decodeRevision(bytes: Buffer, base: Buffer | null): Buffer {
  return zstdDecompressSync(bytes, {
    // In one piece: as long as the one before, and a little more.
    ...(base ? { chunkSize: base.length + 65_536 } : {}),
    ...(base ? { dictionary: base } : {}),
    params: { [constants.ZSTD_d_windowLogMax]: windowLog + 1 },
  });
}
