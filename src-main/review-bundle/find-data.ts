/** The data of a review file, found in its source without parsing it, so that the seal is looked at before anything else. */

const type = 'type="application/json"';
/** A tag of ours is no longer, as we or a browser write it, characters. */
const longestTag = 200;

/**
 * The text of the first such element; null when there is none. In linear time, whatever the source is. What is found is
 * believed only when the parsed page has it, too.
 */
export function findData(html: string): string | null {
  for (let at = html.indexOf(type); at !== -1; at = html.indexOf(type, at + type.length)) {
    const before = html.slice(Math.max(0, at - longestTag), at);
    const open = before.lastIndexOf('<');
    // Never looked for further than a tag of ours is long.
    const rest = html.slice(at, at + longestTag);
    const length = rest.indexOf('>');
    if (open === -1 || length === -1) continue;
    const close = at + length;
    const tag = before.slice(open) + rest.slice(0, length);
    if (!/^<script\s/i.test(tag) || !/\sdata-own(?:[\s=]|$)/.test(tag)) continue;
    const end = html.indexOf('<', close);
    return end === -1 ? null : html.slice(close + 1, end);
  }
  return null;
}
