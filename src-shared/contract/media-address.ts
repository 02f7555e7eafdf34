/** Where a page of either host finds an asset's bytes. */
export function mediaUrl(hash: string): string {
  return `/media/${hash}`;
}
