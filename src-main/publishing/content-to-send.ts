/** The post as this blog will be sent it, out of the frozen document and what the journal holds. */
import { slugify } from '#shared/document/slug.ts';
import type { RemoteContent } from '../connectors/connector.ts';
import { termsOf, uploadsOf, type StepInput } from './steps/step.ts';

export function contentToSend({
  job,
  document,
  connector,
}: Pick<StepInput, 'job' | 'document' | 'connector'>): RemoteContent {
  if (!document) throw new Error(`Job ${job.id} has no document to send.`);
  const content = connector.render({
    document,
    media: uploadsOf(job),
    categories: termsOf(job, 'category'),
    tags: termsOf(job, 'tag'),
  });
  return content.slug === '' ? { ...content, slug: slugify(document.title) } : content;
}
