/** Uploads one picture, unless the blog already has it. */
import { CodedError } from '#shared/contract/errors.ts';
import { altOf } from '#shared/document/text.ts';
import type { MediaUpload } from '../../connectors/connector.ts';
import { ProblemError } from '../problem-error.ts';
import type { RunStep, StepInput } from './step.ts';

/** Twice what a text column shows on a dense display, and below the size WordPress scales down itself. */
const webWidth = 2_048;

/**
 * The hash of the original is in the upload's name, so the blog can always be asked for it: after a lost answer,
 * and also before the first try, which spares a second upload of a picture an earlier job sent.
 */
export const uploadMedia: RunStep = async (input) => {
  const upload = await prepare(input);
  const found = await input.connector.findMedia(upload, input.signal);
  return { result: found ?? (await input.connector.uploadMedia(upload, input.signal)) };
};

async function prepare({ step, document, library }: StepInput): Promise<MediaUpload> {
  const hash = step.key.slice('upload-media:'.length);
  try {
    const copy = await library.media.webCopy(hash, { maxWidth: webWidth });
    return { ...copy, hash, alt: document ? altOf(document, hash) : '' };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const code = error.code === 'media-not-found' ? 'media-missing' : 'media-unreadable';
    throw new ProblemError(code, ['try-again', 'cancel'], error.message, { cause: error });
  }
}
