/** Sets what is only known when the post is written: its slug, its date, and whether it is live. */
import { Document, parse } from 'yaml';
import { z } from 'zod';
import type { PostState } from './post-state.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
const frontMatter = /^---\n([\s\S]*?\n)?---\n/;

/**
 * The Markdown of a post as its page bundle holds it. A scheduled post is a draft with its date: not every
 * site generator leaves out posts of the future by itself.
 */
export function withFrontMatter(markdown: string, state: PostState): string {
  const found = frontMatter.exec(markdown);
  const yaml = new Document(fieldsSchema.parse(parse(found?.[1] ?? '') ?? { title: state.title }));
  const set = (key: string, value: unknown) =>
    value === null || value === '' ? yaml.delete(key) : yaml.set(key, value);
  set('slug', state.slug);
  set('date', state.date);
  set('lastmod', state.modified);
  set('draft', state.status !== 'published');
  const body = found ? markdown.slice(found[0].length) : markdown;
  return `---\n${yaml.toString({ lineWidth: 0 })}---\n${body}`;
}
