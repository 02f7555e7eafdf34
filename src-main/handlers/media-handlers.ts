/** Answers for pictures. */
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import type { ApplicationParts } from './application-parts.ts';

export function mediaHandlers({ library }: ApplicationParts): BrulionHandlers['media'] {
  return {
    import: ({ bytes, fileName }) => library.media.import(bytes, fileName),
    get: ({ hash }) => library.media.get(hash),
  };
}
