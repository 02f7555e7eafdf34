/** Thrown by a step that a person must decide about; the job then needs attention. */
import type { JobChoice, ProblemCode } from '#shared/contract/publishing.ts';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly choices: readonly JobChoice[];
  /** The blog's own words, or what the problem is about. */
  readonly detail: string;

  constructor(code: ProblemCode, choices: readonly JobChoice[], detail = '', options?: ErrorOptions) {
    super(`${code} ${detail}`.trim(), options);
    this.code = code;
    this.choices = choices;
    this.detail = detail;
  }
}
