/** A file a person chose or dropped, into the library. */
import type { BrulionClient } from '#shared/contract/contract.ts';
import { CodedError } from '#shared/contract/errors.ts';
import { maxMediaBytes } from '#shared/contract/limits.ts';
import type { MediaAsset } from '#shared/contract/media.ts';

/** Rejects with the CodedError that says why the file is not taken in; what is too large is not even read. */
export async function importPicture(client: BrulionClient, file: File): Promise<MediaAsset> {
  // A message that long would end the connection, and what else is on its way with it.
  if (file.size > maxMediaBytes)
    throw new CodedError('media-too-large', 'The picture is too large.', { bytes: file.size });
  return client.media.import({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
}
