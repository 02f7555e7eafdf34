/** Reads revisions' documents back through their deltas, and moves a delta onto another base when its own goes. */
import { createHash } from 'node:crypto';
import { CodedError } from '#shared/contract/errors.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { upgradeDocument } from '#shared/document/upgrade-document.ts';
import { contentHash } from './content-hash.ts';
import type { LibraryDatabase } from './database.ts';
import { decodeRevision, encodeRevision } from './revision-deltas.ts';

interface DocumentRow {
  readonly id: string;
  readonly base_id: string | null;
  readonly depth: number;
  readonly content_hash: string;
  readonly document: Buffer;
}

export interface RevisionDocuments {
  /** The document as it was stored, checked against its hash; CodedErrors `revision-not-found`, `revision-damaged`. */
  bytes(revisionId: string): Buffer;
  document(revisionId: string): PostDocument;
  /** Whether its bytes are what was stored; one whose are not is noted as damaged. CodedError `revision-not-found`. */
  isReadable(revisionId: string): boolean;
  /** What a new revision may be written as a delta of; null when the newest one cannot be read. */
  baseFor(revisionId: string): { readonly document: Buffer; readonly depth: number } | null;
  /** This was just written: the next one is likely to be written as a delta of it. */
  remember(revisionId: string, document: Buffer): void;
  /** Writes what hangs on this revision anew without it; call before removing it, in one transaction. */
  detach(revisionId: string): void;
}

function isVersion(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function digestOf(rows: readonly DocumentRow[]): string {
  const hash = createHash('sha256');
  for (const { id, document } of rows) hash.update(id).update(document);
  return hash.digest('hex');
}

export function createRevisionDocuments(db: LibraryDatabase): RevisionDocuments {
  const select = db.prepare<[string], DocumentRow>(
    'SELECT id, base_id, depth, content_hash, document FROM revisions WHERE id = ?',
  );
  const selectHanging = db.prepare<[string], DocumentRow>(
    'SELECT id, base_id, depth, content_hash, document FROM revisions WHERE base_id = ?',
  );
  const rewrite = db.prepare('UPDATE revisions SET base_id = ?, depth = ?, document = ? WHERE id = ?');
  const setDepth = db.prepare('UPDATE revisions SET depth = ? WHERE id = ?');
  const noteDamage = db.prepare('UPDATE revisions SET is_damaged = 1 WHERE id = ?');

  /** Of one only: documents may be large. Taken only while all it is made of lies as it was written. */
  let newest: { readonly id: string; readonly document: Buffer; readonly digest: string } | null = null;

  /** From this revision back to its full copy. */
  function chain(revisionId: string): DocumentRow[] {
    const rows: DocumentRow[] = [];
    for (let id: string | null = revisionId; id !== null;) {
      const row: DocumentRow | undefined = select.get(id);
      if (!row && rows.length > 0) throw damaged(revisionId);
      if (!row) throw new CodedError('revision-not-found', 'There is no such revision.', { revisionId });
      rows.push(row);
      id = row.base_id;
    }
    return rows;
  }

  function decode(rows: readonly DocumentRow[]): Buffer {
    let document: Buffer | null = null;
    for (const row of rows.toReversed()) document = decodeRevision(row.document, document);
    return document as Buffer;
  }

  /** What came of it is noted, so that the timeline can say so. */
  function damaged(revisionId: string): CodedError {
    if (!db.readonly) noteDamage.run(revisionId);
    return new CodedError('revision-damaged', 'A revision is damaged.', { revisionId });
  }

  function read(revisionId: string): { readonly bytes: Buffer; readonly stored: PostDocument } {
    const rows = chain(revisionId);
    try {
      const bytes = decode(rows);
      const stored = JSON.parse(bytes.toString()) as PostDocument;
      // Checked as it was stored: an upgrade may change what is hashed. The version is no part of the hash.
      const isIntact = contentHash(stored) === rows[0]?.content_hash && isVersion(stored.documentVersion);
      if (isIntact) return { bytes, stored };
    } catch {
      // Whatever is wrong with it, it is not what was stored.
    }
    throw damaged(revisionId);
  }

  const bytes = (revisionId: string): Buffer => read(revisionId).bytes;

  return {
    bytes,
    document: (revisionId) => upgradeDocument(read(revisionId).stored),
    baseFor(revisionId) {
      try {
        const rows = chain(revisionId);
        const isKnown = newest?.id === revisionId && newest.digest === digestOf(rows);
        const document = newest && isKnown ? newest.document : bytes(revisionId);
        return { document, depth: rows[0]?.depth ?? 0 };
      } catch (error) {
        if (error instanceof CodedError && error.code === 'revision-damaged') return null;
        throw error;
      }
    },
    isReadable(revisionId) {
      try {
        const rows = chain(revisionId);
        if (newest?.id !== revisionId || newest.digest !== digestOf(rows)) read(revisionId);
        return true;
      } catch (error) {
        if (error instanceof CodedError && error.code === 'revision-damaged') return false;
        throw error;
      }
    },
    remember: (id, document) => void (newest = { id, document, digest: digestOf(chain(id)) }),
    detach(revisionId) {
      const gone = select.get(revisionId);
      for (const row of selectHanging.all(revisionId)) {
        const document = bytes(row.id);
        const base = gone?.base_id ? { document: bytes(gone.base_id), depth: gone.depth - 1 } : null;
        const stored = encodeRevision(document, base);
        rewrite.run(stored.depth === 0 ? null : (gone?.base_id ?? null), stored.depth, stored.bytes, row.id);
        deepen(row.id, stored.depth);
      }
    },
  };

  /** Those that hang on it hang no deeper than is written. */
  function deepen(revisionId: string, depth: number): void {
    for (const row of selectHanging.all(revisionId)) {
      setDepth.run(depth + 1, row.id);
      deepen(row.id, depth + 1);
    }
  }
}
