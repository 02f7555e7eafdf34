/** Where a blog says it is: plugins and moved databases make it say strange things. */
interface SaidAddresses {
  readonly home?: string | undefined;
  readonly url: string;
}

/** The first of them that is an address of the web; null when none is. */
export function blogAddress({ home, url }: SaidAddresses): string | null {
  return (
    [home, url].find((said) => said !== undefined && /^https?:$/.test(URL.parse(said)?.protocol ?? '')) ??
    null
  );
}
