/** Text with the words that were searched for marked in it. */
import type { MarkedText } from '#shared/contract/posts.ts';

export function Marked({ text }: { text: MarkedText }) {
  // Parts have no identity but their place.
  // oxlint-disable-next-line react/no-array-index-key
  return text.map((part, at) =>
    part.marked ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
  );
}

export function plainText(text: MarkedText): string {
  return text.map((part) => part.text).join('');
}
