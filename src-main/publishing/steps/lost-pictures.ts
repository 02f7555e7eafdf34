/** Pictures that somebody deleted on the blog after they were uploaded: no post goes live without them. */
import type { PublishJob } from '../../domain/publish-job.ts';
import { uploadsOf, type StepInput } from './step.ts';
import { uploadMedia } from './upload-media.ts';

/** Uploads again what is gone from the blog and keeps the new uploads in the journal; answers the job as it is then. */
export async function renewLostPictures(input: StepInput): Promise<PublishJob> {
  const { job, connector, library, signal } = input;
  const uploads = uploadsOf(job);
  if (uploads.size === 0) return job;
  const lost = new Set(await connector.missingMedia([...uploads.values()], signal));
  if (lost.size === 0) return job;
  for (const [hash, { id }] of uploads) {
    const step = job.steps.find(({ key }) => key === `upload-media:${hash}`);
    if (!step || !lost.has(id)) continue;
    const { result } = await uploadMedia({ ...input, step });
    library.jobs.endStep(job.id, step.key, 'done', result);
  }
  return library.jobs.get(job.id) ?? job;
}
