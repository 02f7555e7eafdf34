/** Which post is open stands in the page's address: `#/post/<id>`. */
export function postIdAt({ hash }: { readonly hash: string }): string | null {
  return /^#\/post\/([0-9a-f-]{36})$/.exec(hash)?.[1] ?? null;
}
