/**
 * The other trace of our post, for when the marker's slug has already given way to the real one: a post at the slug
 * we would give it, saying exactly what we would send.
 */
import type { RemotePost } from '../connectors/connector.ts';
import { contentToSend } from './content-to-send.ts';
import { saysTheSame } from './remote-comparison.ts';
import type { StepInput } from './steps/step.ts';

export async function findOwnTwin(input: StepInput): Promise<RemotePost | null> {
  const content = contentToSend(input);
  if (content.slug === '') return null;
  const twin = await input.connector.findBySlug(content.slug, null, input.signal);
  return twin && saysTheSame(twin, content) ? twin : null;
}
