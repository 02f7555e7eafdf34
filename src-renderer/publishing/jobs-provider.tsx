/** One subscription to the publish queue for the whole window. */
import { createContext, use, type ReactNode } from 'react';
import type { JobView, OpenJobState } from '#shared/contract/publishing.ts';
import { useJobs } from '#renderer/bridge/queries.ts';

const JobsContext = createContext<readonly JobView[]>([]);

export function JobsProvider({ children }: { children: ReactNode }) {
  return <JobsContext value={useJobs()}>{children}</JobsContext>;
}

/** Every job of the queue, newest first. */
export function useQueue(): readonly JobView[] {
  return use(JobsContext);
}

export type OpenJob = JobView & { readonly state: OpenJobState };

/** Whether a job is still on its way. */
export function isOpen(job: JobView): job is OpenJob {
  return job.state !== 'succeeded' && job.state !== 'cancelled';
}
