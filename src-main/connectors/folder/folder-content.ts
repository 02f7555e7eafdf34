/** What a folder blog is sent for a post: the text in both forms it is written in, rendered from the document. */
import { z } from 'zod';
import { excerptOf } from '#shared/document/text.ts';
import { bodyToHtml } from '#shared/document/html.ts';
import { documentToMarkdown } from '#shared/document/markdown.ts';
import { postLanguageSchema, type AssetHash } from '#shared/document/post-document.ts';
import { slugify } from '#shared/document/slug.ts';
import type { RemoteContent, RenderInput } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';

const folderContentSchema = z.object({
  language: postLanguageSchema,
  /** With front matter; slug, date and draft are set when the post is written. */
  markdown: z.string(),
  /** The body alone, without scripts; pictures by their file names. */
  html: z.string(),
  summary: z.string(),
  featuredAlt: z.string(),
  /** File names of every picture the post shows. */
  media: z.array(z.string()),
});
export type FolderContent = z.infer<typeof folderContentSchema>;

const summaryLength = 200;

export function renderForFolder({ document, media, categories, tags }: RenderInput): RemoteContent {
  const placed = ({ asset }: { readonly asset: AssetHash | null }) => {
    const found = asset === null ? undefined : media.get(asset);
    return found ? { src: found.url, width: found.width, height: found.height } : null;
  };
  const featured = document.featuredImage;
  const featuredMedia = (featured && media.get(featured.asset)) ?? null;
  const slug = slugify(document.slug || document.title);
  const front = { slug, date: null, draft: true, image: featuredMedia?.url ?? null };
  const content: FolderContent = {
    language: document.language,
    markdown: documentToMarkdown(document, front, { resolveImage: placed }),
    html: bodyToHtml(document.body, { resolveImage: placed }),
    summary: document.excerpt || excerptOf(document.body, summaryLength),
    featuredAlt: featured?.alt ?? '',
    media: [...new Set([...media.values()].map(({ id }) => id))],
  };
  return {
    title: document.title,
    content: JSON.stringify(content),
    excerpt: document.excerpt,
    slug,
    categories,
    tags,
    featuredMedia,
  };
}

/** Reads what `renderForFolder` wrote. ConnectorError `rejected` for anything else. */
export function parseFolderContent(content: string): FolderContent {
  try {
    return folderContentSchema.parse(JSON.parse(content));
  } catch (error) {
    throw new ConnectorError('rejected', 'This is not what a folder blog takes.', {
      mayHaveActed: false,
      cause: error,
    });
  }
}
