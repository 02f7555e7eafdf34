/** Pictures of the library are named by the SHA-256 of their bytes, lower-case hex. */
export const assetHashPattern = /^[0-9a-f]{64}$/;

export function isAssetHash(value: unknown): value is string {
  return typeof value === 'string' && assetHashPattern.test(value);
}
