/** What of HTML no words, marks or pictures show: its tags and comments, so that a change of these is told as well. */

/** What a comparison shows as what it is: marks, lines, lists, headings. */
const shown = /^<\/?(?:p|br|em|strong|b|i|code|s|sub|sup|mark|u|ul|ol|li|h[1-6]|blockquote|pre)\s*\/?>$/i;
/** A link that only leads somewhere: where to is compared with its words. A picture's address and words are, too. */
const shownWithAddress = /^<(?:\/a|a\s+href="https?:[^"]*"|img(?:\s+(?:src|alt)="[^"]*")+)\s*\/?>$/i;

/** All tags and comments, one after another, without the text between them. */
export function tagsOf(html: string): string {
  return markupIn(html).join('');
}

/** Without what a comparison of the words shows anyway. */
export function unseenTags(html: string): string {
  return markupIn(html)
    .filter((tag) => !shown.test(tag) && !shownWithAddress.test(tag))
    .join('');
}

/** In linear time, whatever is left open; a bracket in a quoted value ends no tag. */
function markupIn(html: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    const end = html.startsWith('<!--', open) ? endOfComment(html, open) : endOfTag(html, open);
    found.push(html.slice(open, end));
    at = end;
  }
  return found;
}

function endOfComment(html: string, open: number): number {
  const close = html.indexOf('-->', open + 4);
  return close === -1 ? html.length : close + 3;
}

function endOfTag(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const sign = html[at] as string;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return html.length;
}
