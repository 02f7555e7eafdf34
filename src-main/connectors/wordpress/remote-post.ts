/** A post as WordPress's REST API writes it (wp/v2, context=edit), and as the queue reads it. */
import { z } from 'zod';
import type { RemotePost, RemoteStatus } from '../connector.ts';
import { decodeEntities } from './entities.ts';

/** The fields asked for: leaving the rendered ones out spares the blog from rendering the post. */
export const postFields =
  'id,status,slug,title.raw,content.raw,excerpt.raw,categories,tags,featured_media,link,date_gmt,modified_gmt';

const rawSchema = z.object({ raw: z.string() });
/** A date of garbage makes the answer unreadable; it is no reason to fail without a reason. */
export const gmtSchema = z.string().refine((gmt) => !Number.isNaN(timeOf(gmt)), 'no date');

export const wordPressPostSchema = z.object({
  id: z.number().int(),
  status: z.string(),
  slug: z.string(),
  title: rawSchema,
  content: rawSchema,
  excerpt: rawSchema,
  categories: z.array(z.number()).default([]),
  tags: z.array(z.number()).default([]),
  featured_media: z.number().default(0),
  link: z.string(),
  date_gmt: gmtSchema.nullable(),
  modified_gmt: gmtSchema,
});
export type WordPressPost = z.infer<typeof wordPressPostSchema>;

/** Everything that no reader can see yet is a draft (pending, auto-draft, a plugin's own status). */
const statuses: Readonly<Record<string, RemoteStatus>> = {
  publish: 'published',
  // Live for those who may see it; `fill` keeps it private.
  private: 'published',
  future: 'scheduled',
};

export function toRemotePost(post: WordPressPost): RemotePost {
  const status = statuses[post.status] ?? 'draft';
  return {
    id: String(post.id),
    status,
    slug: decodeSlug(post.slug),
    title: decodeEntities(post.title.raw),
    content: post.content.raw,
    excerpt: decodeEntities(post.excerpt.raw),
    categoryIds: post.categories.map(String),
    tagIds: post.tags.map(String),
    featuredMediaId: post.featured_media === 0 ? null : String(post.featured_media),
    permalink: webAddress(post.link),
    openUrl: webAddress(post.link),
    // A draft always shows some date; it means nothing until the post is published.
    date: status === 'draft' || post.date_gmt === null ? null : fromGmt(post.date_gmt),
    modified: fromGmt(post.modified_gmt),
  };
}

/** The interface offers it as a link: anything but an address of the web is left out. */
function webAddress(link: string): string {
  const protocol = URL.parse(link)?.protocol;
  return protocol === 'https:' || protocol === 'http:' ? link : '';
}

export function fromGmt(gmt: string): string {
  return new Date(timeOf(gmt)).toISOString();
}

/** WordPress writes UTC without saying so: `2026-11-23T02:59:11`. NaN for what is no date. */
function timeOf(gmt: string): number {
  return Date.parse(`${gmt.replace(/Z$/, '')}Z`);
}

/** UTC as WordPress takes it, whole seconds. */
export function toGmt(date: Date): string {
  return date.toISOString().slice(0, 19);
}

/** Slugs of other scripts are stored percent-encoded. */
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    // A lone percent sign: then it is no encoding, and the slug is what it says.
    return slug;
  }
}
