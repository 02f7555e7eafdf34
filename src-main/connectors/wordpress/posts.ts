/** Posts of a WordPress blog: reserve, find, fill, read, unpublish. */
import { z } from 'zod';
import type { FillInput, RemotePost, RemoteStatus } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { decodeEntities, encodeText } from './entities.ts';
import { fromGmt, gmtSchema, postFields, toGmt, toRemotePost, wordPressPostSchema } from './remote-post.ts';
import type { WordPressApi } from './wordpress-api.ts';

const postsPath = 'wp/v2/posts';
const editable = { context: 'edit', _fields: postFields };
const wordPressStatus: Readonly<Record<RemoteStatus, string>> = {
  draft: 'draft',
  scheduled: 'future',
  published: 'publish',
};

export function createWordPressPosts(api: WordPressApi) {
  /** `status=any` is every status but the trash. A draft keeps the slug it was made with. */
  async function editableBySlug(slug: string, signal: AbortSignal): Promise<RemotePost[]> {
    const query = { ...editable, slug, status: 'any', per_page: 20 };
    const { data } = await api.get(postsPath, query, z.array(wordPressPostSchema), signal);
    return data.map(toRemotePost);
  }

  async function update(
    remoteId: string,
    fields: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<RemotePost> {
    const path = `${postsPath}/${remoteId}`;
    const { data } = await api.post(path, editable, fields, wordPressPostSchema, signal);
    return toRemotePost(data);
  }

  return {
    async findReserved(marker: string, signal: AbortSignal): Promise<RemotePost | null> {
      return (await editableBySlug(marker, signal))[0] ?? null;
    },

    async reserve(marker: string, title: string, signal: AbortSignal): Promise<RemotePost> {
      // WordPress refuses a post without any text.
      const fields = { slug: marker, status: 'draft', title: encodeText(title) || marker };
      const { data } = await api.post(postsPath, editable, fields, wordPressPostSchema, signal);
      return toRemotePost(data);
    },

    async fill({ remoteId, content, status, date }: FillInput, signal: AbortSignal): Promise<RemotePost> {
      const timing =
        status === 'published'
          ? await goLive(api, remoteId, date, signal)
          : await waitForTime(api, remoteId, status, date, signal);
      return update(
        remoteId,
        {
          title: encodeText(content.title),
          content: content.content,
          excerpt: encodeText(content.excerpt),
          slug: content.slug,
          categories: content.categories.map(({ id }) => Number(id)),
          tags: content.tags.map(({ id }) => Number(id)),
          featured_media: content.featuredMedia === null ? 0 : Number(content.featuredMedia.id),
          ...timing,
        },
        signal,
      );
    },

    async read(remoteId: string, signal: AbortSignal): Promise<RemotePost | null> {
      try {
        const { data } = await api.get(`${postsPath}/${remoteId}`, editable, wordPressPostSchema, signal);
        return data.status === 'trash' ? null : toRemotePost(data);
      } catch (error) {
        if (isDeletedPost(error)) return null;
        throw error;
      }
    },

    /**
     * Other people's posts are not for this user to edit, but they do stand at their slug: those are read
     * as the public reads them, their content rendered.
     */
    async findBySlug(slug: string, exceptId: string | null, signal: AbortSignal): Promise<RemotePost | null> {
      const own = (await editableBySlug(slug, signal)).find(({ id }) => id !== exceptId);
      if (own) return own;
      const query = { slug, per_page: 20, _fields: publicFields };
      const { data } = await api.get(postsPath, query, z.array(publicPostSchema), signal);
      const other = data.find(({ id }) => String(id) !== exceptId);
      return other ? toRemotePost(other) : null;
    },

    unpublish: (remoteId: string, signal: AbortSignal): Promise<RemotePost> =>
      update(remoteId, { status: 'draft' }, signal),
  };
}

const publicFields = postFields.replaceAll('.raw', '.rendered');
const renderedSchema = z.object({ rendered: z.string() }).transform(({ rendered }) => ({ raw: rendered }));
const publicPostSchema = wordPressPostSchema.extend({
  title: renderedSchema.transform(({ raw }) => ({ raw: decodeEntities(raw) })),
  content: renderedSchema,
  excerpt: renderedSchema,
});

const currentQuery = { context: 'edit', _fields: 'status,date_gmt' };
const currentSchema = z.object({ status: z.string(), date_gmt: gmtSchema.nullable() });

/**
 * Status and date that make a post live. Without a date WordPress takes now, or keeps the date of a post
 * that is live already; but a date still to come (it was scheduled) would keep the post scheduled, so it is
 * set to now by the blog's own clock. A post made private on the blog stays private.
 */
async function goLive(api: WordPressApi, remoteId: string, date: string | null, signal: AbortSignal) {
  const path = `${postsPath}/${remoteId}`;
  const { data: current, headers } = await api.get(path, currentQuery, currentSchema, signal);
  const status = current.status === 'private' ? 'private' : 'publish';
  if (date !== null) return { status, date_gmt: toGmt(new Date(date)) };
  const blogNow = new Date(headers.get('date') ?? Date.now());
  const stillToCome = current.date_gmt !== null && new Date(fromGmt(current.date_gmt)) > blogNow;
  return stillToCome ? { status, date_gmt: toGmt(blogNow) } : { status };
}

/**
 * Status and date of a post that is not to be seen yet. WordPress makes a post live at once when its date is over by
 * the blog's own clock; the author chose a time to come, so one of the two clocks is wrong, and a person must look.
 */
async function waitForTime(
  api: WordPressApi,
  remoteId: string,
  status: 'draft' | 'scheduled',
  date: string | null,
  signal: AbortSignal,
) {
  if (date === null) return { status: wordPressStatus[status] };
  if (status === 'scheduled') {
    const { headers } = await api.get(`${postsPath}/${remoteId}`, currentQuery, currentSchema, signal);
    const blogNow = Date.parse(headers.get('date') ?? '');
    if (Date.parse(date) <= blogNow) {
      throw new ConnectorError('clock-differs', 'That time is over by the clock of the blog.', {
        mayHaveActed: false,
      });
    }
  }
  return { status: wordPressStatus[status], date_gmt: toGmt(new Date(date)) };
}

/** Only WordPress's own word counts: a 404 page of a blog that moved does not mean that the post is gone. */
function isDeletedPost(error: unknown): boolean {
  return (
    error instanceof ConnectorError &&
    error.kind === 'not-found' &&
    error.info.serverCode === 'rest_post_invalid_id'
  );
}
