/** Seals review files, so that one that comes back is known to be as it was sent. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 over the text, hex; `key` is the library's own. */
export function sealOf(sealed: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(sealed).digest('hex');
}

export function isSealed(sealed: string, seal: string, key: string): boolean {
  const [given, own] = [Buffer.from(seal, 'hex'), Buffer.from(sealOf(sealed, key), 'hex')];
  return given.length === own.length && timingSafeEqual(given, own);
}

/** Tells libraries apart without telling anything of the key. */
export function libraryFingerprint(key: string): string {
  return sha256(`library ${key}`).slice(0, 32);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A comment's id in the library: the same for the same comment of the same file, whatever id its reader gave it. */
export function importedId(bundleId: string, readerId: string): string {
  const hash = sha256(`${bundleId} ${readerId}`);
  // A UUID of version 8, for ids made by a rule of one's own (RFC 9562, 5.8).
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
