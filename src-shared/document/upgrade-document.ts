/** Brings stored documents to the present shape, one pure step a version. */
import { currentDocumentVersion } from './document-version.ts';
import { postDocumentSchema, type PostDocument } from './post-document.ts';

/** Thrown for a document that a newer program wrote: it is left as it is. */
export class DocumentTooNewError extends Error {
  override readonly name = 'DocumentTooNewError';
}

type Upgrade = (document: Record<string, unknown>) => Record<string, unknown>;

/** `upgrades[n]` brings version n to n + 1. Append only. */
const upgrades: Readonly<Record<number, Upgrade>> = {};

/** The document in the present shape. Throws DocumentTooNewError, or a ZodError when it is no document at all. */
export function upgradeDocument(stored: unknown): PostDocument {
  let document = stored as Record<string, unknown>;
  for (let version = Number(document['documentVersion']); version !== currentDocumentVersion; version++) {
    const upgrade = upgrades[version];
    if (!upgrade) throw new DocumentTooNewError(`Version ${version} of a document is not understood here.`);
    document = { ...upgrade(document), documentVersion: version + 1 };
  }
  return postDocumentSchema.parse(document);
}
