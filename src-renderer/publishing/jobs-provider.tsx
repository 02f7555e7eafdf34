/** One subscription to the publish queue for the whole window. */
import { createContext, use, type ReactNode } from 'react';
import type { JobView } from '#shared/contract/publishing.ts';
import { useJobs } from '#renderer/bridge/queries.ts';

const JobsContext = createContext<readonly JobView[]>([]);

export function JobsProvider({ children }: { children: ReactNode }) {
  return <JobsContext value={useJobs()}>{children}</JobsContext>;
}

/** Every job of the queue, newest first. */
export function useQueue(): readonly JobView[] {
  return use(JobsContext);
}

/** Whether a job is still on its way. */
export function isOpen({ state }: JobView): boolean {
  return state !== 'succeeded' && state !== 'cancelled';
}
