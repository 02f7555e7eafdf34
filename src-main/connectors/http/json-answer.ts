/**
 * JSON as blogs really send it: PHP notices, byte order marks, cache comments and scripts stand before and after it.
 */
import type { z } from 'zod';

/** How many places after the noise are tried before we give up. */
const maxStarts = 64;

/**
 * The JSON in `text` that is what `schema` says, noise around it left off; the failure of the likeliest when there is
 * none.
 */
export function parseJsonAs<S extends z.ZodType>(text: string, schema: S): z.ZodSafeParseResult<z.output<S>> {
  const [likeliest, ...others] = jsonIn(text).map((value) => schema.safeParse(value));
  return [likeliest, ...others].find((result) => result?.success) ?? likeliest ?? schema.safeParse(undefined);
}

/** Every piece of JSON that may be meant, the likeliest first: all of the text, or else the longest piece. */
export function jsonIn(text: string): unknown[] {
  const trimmed = text.replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/g, '');
  const clean = tryParse(trimmed);
  if (clean !== undefined) return [clean];
  return firstBrackets(trimmed)
    .map((start) => ({ start, length: bracketedLength(trimmed, start) }))
    .filter(({ start, length }) => {
      // Scripts of strangers’ pages are full of these. One that we took for an answer would say that the blog has
      // nothing, and then a post could be made twice.
      const isBare = /^[[{]\s*[\]}]$/.test(trimmed.slice(start, start + length));
      return length > 0 && (!isBare || start === 0 || start + length === trimmed.length);
    })
    .toSorted((a, b) => b.length - a.length)
    .map(({ start, length }) => tryParse(trimmed.slice(start, start + length)))
    .filter((value) => value !== undefined);
}

function firstBrackets(text: string): number[] {
  const starts: number[] = [];
  for (const { index } of text.matchAll(/[[{]/g)) {
    if (starts.push(index) === maxStarts) break;
  }
  return starts;
}

/** How long the text in brackets is that begins here, strings as JSON writes them; 0 when it does not end. */
function bracketedLength(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1 - start;
  }
  return 0;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON from here on: the caller looks further, and says so in the end.
    return undefined;
  }
}
