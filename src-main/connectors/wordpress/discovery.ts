export interface DiscoveredBlog {
  readonly kind: 'wordpress';
  /** The blog's own canonical address. */
  readonly address: string;
  readonly name: string;
}

export async function discoverWordPress(_typed: string, _signal: AbortSignal): Promise<DiscoveredBlog> {
  throw new Error('being written');
}
