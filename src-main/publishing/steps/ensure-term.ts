/** Finds or makes a category or tag; safe to run again, for the blog knows terms by their names. */
import type { Taxonomy } from '#shared/contract/accounts.ts';
import type { RunStep } from './step.ts';

export const ensureTerm: RunStep = async ({ step, job, connector, library, signal }) => {
  // Left out by a person's choice: the journal says so by having no term.
  if (job.decisions.leftOut?.includes(step.key)) return { result: null };
  const taxonomy: Taxonomy = step.key.startsWith('ensure-term:category:') ? 'category' : 'tag';
  const term = await connector.ensureTerm(taxonomy, step.subject, signal);
  return { result: term, record: () => library.accounts.rememberTerms(job.accountId, taxonomy, [term]) };
};
