/** Pictures in a WordPress media library, found again by the content hash in their file name. */
import { z } from 'zod';
import type { MediaUpload, RemoteMedia } from '../connector.ts';
import { ConnectorError, type ConnectorErrorKind } from '../connector-error.ts';
import { asciiFileName, hashMark } from '../media-file-name.ts';
import type { WordPressApi } from './wordpress-api.ts';

const mediaPath = 'wp/v2/media';
/** WordPress lists no more at once. */
const longestList = 100;
const idSchema = z.object({ id: z.number().int() });
const sizeSchema = z.object({ source_url: z.string(), width: z.number(), height: z.number() });
const mediaSchema = z.object({
  id: z.number().int(),
  source_url: z.string(),
  alt_text: z.string().catch(''),
  // Empty when the blog could not read the picture.
  media_details: z
    .object({ sizes: z.object({ full: sizeSchema.optional() }).catch({}) })
    .catch({ sizes: {} }),
});
type Media = z.infer<typeof mediaSchema>;

export function createWordPressMedia(api: WordPressApi) {
  async function setAlt({ id, alt_text }: Media, alt: string, signal: AbortSignal): Promise<void> {
    if (alt === '' || alt_text === alt) return;
    await api.post(`${mediaPath}/${id}`, { _fields: 'id' }, { alt_text: alt }, idSchema, signal);
  }

  /** A list may leave out what this user may not see; only WordPress's own word says that a picture is gone. */
  async function isGone(id: string, signal: AbortSignal): Promise<boolean> {
    try {
      await api.get(`${mediaPath}/${id}`, { _fields: 'id' }, idSchema, signal);
      return false;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (error.info.serverCode === 'rest_post_invalid_id') return true;
      if (error.kind === 'forbidden' || error.kind === 'sign-in-refused') return false;
      throw error;
    }
  }

  return {
    async missingMedia(media: readonly RemoteMedia[], signal: AbortSignal): Promise<string[]> {
      const listed = new Set<string>();
      for (let from = 0; from < media.length; from += longestList) {
        const include = media.slice(from, from + longestList).map(({ id }) => id);
        const query = { include: include.join(','), per_page: longestList, _fields: 'id' };
        const { data } = await api.get(mediaPath, query, z.array(idSchema), signal);
        for (const { id } of data) listed.add(String(id));
      }
      const missing: string[] = [];
      for (const { id } of media) if (!listed.has(id) && (await isGone(id, signal))) missing.push(id);
      return missing;
    },

    /** Null also for an upload that this user may not edit: it is somebody else's. */
    async findMedia(upload: MediaUpload, signal: AbortSignal): Promise<RemoteMedia | null> {
      const mark = hashMark(upload.hash);
      const query = { search: mark, per_page: longestList };
      const { data } = await api.get(mediaPath, query, z.array(mediaSchema), signal);
      const found = data.find(({ source_url }) => fileNameIn(source_url).includes(mark));
      if (!found) return null;
      try {
        await setAlt(found, upload.alt, signal);
      } catch (error) {
        if (error instanceof ConnectorError && error.kind === 'forbidden') return null;
        throw error;
      }
      return toRemoteMedia(found, upload);
    },

    async uploadMedia(upload: MediaUpload, signal: AbortSignal): Promise<RemoteMedia> {
      const file = { bytes: upload.bytes, mime: upload.mime, fileName: asciiFileName(upload) };
      const media = await api
        .upload(mediaPath, file, mediaSchema, signal)
        .then(({ data }) => data)
        .catch((error: unknown) => {
          throw uploadRefused(error) ?? error;
        });
      try {
        await setAlt(media, upload.alt, signal);
      } catch (error) {
        throw afterUpload(error);
      }
      return toRemoteMedia(media, upload);
    },
  };
}

/** WordPress scales large pictures down; `full` is the one it shows then (`…-scaled.jpg`). */
function toRemoteMedia(media: Media, upload: MediaUpload): RemoteMedia {
  const { source_url, width, height } = media.media_details.sizes.full ?? {
    source_url: media.source_url,
    width: upload.width,
    height: upload.height,
  };
  return { id: String(media.id), url: source_url, width, height };
}

function fileNameIn(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

const uploadRefusals: Readonly<Record<string, ConnectorErrorKind>> = {
  // With status 500, for a file type it does not take: the same file will never be taken.
  rest_upload_sideload_error: 'rejected',
  rest_upload_file_too_big: 'too-large',
};

/** What WordPress says in codes of its own. */
function uploadRefused(error: unknown): ConnectorError | null {
  if (!(error instanceof ConnectorError)) return null;
  const kind = uploadRefusals[error.info.serverCode ?? ''];
  return kind
    ? new ConnectorError(kind, error.message, { ...error.info, mayHaveActed: false, cause: error })
    : null;
}

/** The picture is on the blog, only its alt text is not: whatever failed, look for the upload before another. */
function afterUpload(error: unknown): unknown {
  if (!(error instanceof ConnectorError)) return error;
  return new ConnectorError(error.kind, error.message, { ...error.info, mayHaveActed: true, cause: error });
}
