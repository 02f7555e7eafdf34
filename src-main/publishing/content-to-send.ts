/** The post as this blog will be sent it, out of the frozen document and what the journal holds. */
import { slugify } from '#shared/document/slug.ts';
import type { RemoteContent } from '../connectors/connector.ts';
import { termsOf, uploadsOf, type StepInput } from './steps/step.ts';

export function contentToSend({
  job,
  document,
  connector,
  standing,
}: Pick<StepInput, 'job' | 'document' | 'connector' | 'standing'>): RemoteContent {
  if (!document) throw new Error(`Job ${job.id} has no document to send.`);
  const content = connector.render({
    document,
    media: uploadsOf(job),
    categories: termsOf(job, 'category'),
    tags: termsOf(job, 'tag'),
  });
  return { ...content, slug: document.slug || knownSlug(standing) || slugify(document.title) };
}

/** The address readers know stays when the title changes, unless the author chooses another. */
function knownSlug(standing: StepInput['standing']): string | undefined {
  return standing === null || standing.standing === 'draft' ? undefined : standing.base?.slug;
}
