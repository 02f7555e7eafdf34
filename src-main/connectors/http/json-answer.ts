/**
 * JSON as blogs really send it: PHP notices, byte order marks and cache comments stand before and after it.
 */

/** How many places after the noise are tried before we give up. */
const maxStarts = 64;

/** The JSON in `text`, noise around it left off; undefined when there is none to be found. */
export function parseJson(text: string): unknown {
  const clean = tryParse(text.replace(/^\uFEFF/, ''));
  if (clean !== undefined) return clean;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  let starts = 0;
  for (const { index } of text.matchAll(/[[{]/g)) {
    if (index >= end || ++starts > maxStarts) break;
    const value = tryParse(text.slice(index, end));
    if (value !== undefined) return value;
  }
  return undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON from here on: the caller looks further, and says so in the end.
    return undefined;
  }
}
