/** Where a blog says it is: plugins and moved databases make it say strange things. */
interface SaidAddresses {
  readonly home?: string | undefined;
  readonly url: string;
}

/** The first of them that is an address of the web; otherwise where its API was found. */
export function blogAddress({ home, url }: SaidAddresses, apiRoot: string): string {
  const isOfTheWeb = (said = '') => /^https?:$/.test(URL.parse(said)?.protocol ?? '');
  return [home, url].find(isOfTheWeb) ?? homeOf(apiRoot);
}

/** The blog whose API this is. */
export function homeOf(apiRoot: string): string {
  const { pathname, origin } = new URL(apiRoot);
  return new URL(pathname.replace(/(index\.php\/)?wp-json\/?$/, ''), origin).href;
}
