/** What a reader does to a review file, without a browser; and what somebody does who is not to. */
import type { ReaderComment } from '#shared/review-bundle/bundle-format.ts';

const element = /(<script data-own[^>]*type="application\/json"[^>]*>)([^<]*)(<\/script>)/;

export function dataIn(html: string): Record<string, unknown> {
  return JSON.parse(element.exec(html)?.[2] ?? 'null') as Record<string, unknown>;
}

export function withData(html: string, change: Readonly<Record<string, unknown>>): string {
  const data = JSON.stringify({ ...dataIn(html), ...change }).replaceAll('<', '\\u003c');
  return html.replace(element, (_all, begin: string, _data, end: string) => begin + data + end);
}

export function readerComment(change: Partial<ReaderComment> = {}): ReaderComment {
  return {
    id: crypto.randomUUID(),
    author: '',
    place: null,
    text: 'Dobre.',
    suggestion: null,
    createdAt: new Date().toISOString(),
    ...change,
  };
}
