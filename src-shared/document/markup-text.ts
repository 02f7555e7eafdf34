/** The words in HTML, roughly: for finding and counting, not for showing. In linear time, whatever is left open. */

/** Tags and comments become spaces; what only looks like the beginning of one stays. */
export function markupText(html: string): string {
  const pieces: string[] = [];
  /** What is not in the rest is not looked for again at every bracket. */
  let [hasComments, at] = [true, 0];
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    let end = -1;
    if (hasComments && html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      hasComments = close !== -1;
      end = close === -1 ? -1 : close + 3;
    }
    if (end === -1) end = html.indexOf('>', open) + 1;
    // No bracket is closed from here on.
    if (end === 0) break;
    pieces.push(html.slice(at, open));
    at = end;
  }
  pieces.push(html.slice(at));
  return pieces.join(' ');
}
