/** The disk fills up in the middle of what goes on behind an author's back, a few kilobytes further each time. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups, verifyBackup } from '#main/storage/backups.ts';
import { openDatabase } from '#main/storage/database.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import { currentLibraryVersion } from '#main/storage/migrations/index.ts';
import { libraryVersion } from '#main/storage/migrator.ts';
import { CodedError } from '#shared/contract/errors.ts';
import { posts } from '#shared/contract/posts.ts';
import { oldPostId, seedOldLibrary } from '#tests/torture/old-library.ts';
import { documentOf } from '../storage/temporary-library.ts';
import { makeSmallDisk, smallDiskMissing, type SmallDisk } from './small-disk.ts';

const missing = smallDiskMissing();
const pageBytes = 4_096;

describe.skipIf(missing !== null)(
  `maintenance on a small disk${missing ? ` (${missing})` : ''}`,
  { timeout: 120_000 },
  () => {
    let disk: SmallDisk;
    beforeEach(() => void (disk = makeSmallDisk(6)));
    afterEach(() => disk.remove());

    const file = () => join(disk.folder, 'library.sqlite');

    /** Version and health of the closed library, looked at without changing it. */
    function look(): { readonly version: number; readonly health: unknown; readonly posts: unknown } {
      const db = openDatabase(file(), { readonly: true });
      try {
        return {
          version: libraryVersion(db),
          health: db.pragma('integrity_check', { simple: true }),
          posts: db.prepare('SELECT count(*) FROM posts').pluck().get(),
        };
      } finally {
        db.close();
      }
    }

    const find = (library: Library, query: string) =>
      library.posts.list(posts.list.input.parse({ query })).total;

    test('a migration happens or it does not, and happens once there is room', () => {
      seedOldLibrary(disk.folder, 300, 100);
      const refusals: unknown[] = [];
      for (let leaving = 0; ; leaving += 24 * pageBytes) {
        disk.fill(leaving);
        const refusal = refusalOf(() => openLibrary(disk.folder).close());
        disk.empty();
        if (refusal === null) break;
        refusals.push(refusal);
        const { version, health, posts: count } = look();
        expect([health, count]).toEqual(['ok', 300]);
        expect(version).toBeLessThanOrEqual(currentLibraryVersion);
        for (const { name } of listBackups(disk.folder)) verifyBackup(join(disk.folder, 'backups', name));
      }
      expect(refusals.length).toBeGreaterThan(5);
      expect(new Set(refusals)).toEqual(new Set(['disk-full']));
      const library = openLibrary(disk.folder);
      try {
        expect(libraryVersion(library.db)).toBe(currentLibraryVersion);
        expect(library.posts.draft(oldPostId(299)).document.title).toBe('stary299x');
        expect(library.revisions.document(`r${oldPostId(7)}`).title).toBe('stary7x');
        expect(
          listBackups(disk.folder).filter(({ reason }) => reason === 'migration').length,
        ).toBeGreaterThan(0);
      } finally {
        library.close();
      }
    });

    test('what was saved outlives a log that cannot be brought home, and closing with it', () => {
      let version = 0;
      let library = openLibrary(disk.folder);
      const { postId } = library.posts.create(documentOf('Początek'));
      for (let round = 0; round < 12; round++) {
        // The log has pages that the file has no room for yet.
        version = library.posts.saveDraft({
          postId,
          baseVersion: version,
          document: documentOf(`Runda ${round}`, `${'długi tekst '.repeat(800 * (round + 1))}`),
        }).version;
        disk.fill(round * 3 * pageBytes);
        // Closing brings the log home, or tries to.
        library.close();
        disk.empty();
        library = openLibrary(disk.folder);
        expect(library.posts.draft(postId)).toMatchObject({ version, document: { title: `Runda ${round}` } });
        expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
      }
      library.close();
    });

    test('the search index catches up wholly or not at all, and never stands in the way of a list', () => {
      const library = openLibrary(disk.folder);
      try {
        const drafts = Array.from({ length: 8 }, (_draft, at) =>
          library.posts.create(documentOf(`Wpis ${at}`)),
        );
        let late = 0;
        for (let round = 0; round < 16; round++) {
          const word = `słowo${round}x`;
          for (const { postId } of drafts) {
            const { version } = library.posts.draft(postId);
            const document = documentOf('Wpis', `${word} ${words(round).join(' ')}`);
            library.posts.saveDraft({ postId, baseVersion: version, document });
          }
          library.db.pragma('wal_checkpoint(TRUNCATE)');
          disk.fill((round % 8) * 6 * pageBytes);
          expect([0, drafts.length]).toContain(find(library, word));
          if (find(library, word) === 0) late++;
          expect(find(library, '')).toBe(drafts.length);
          disk.empty();
          expect(find(library, word)).toBe(drafts.length);
        }
        expect(late).toBeGreaterThan(3);
        expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
      } finally {
        library.close();
      }
    });
  },
);

/** Words no other round has. */
function words(round: number): string[] {
  return Array.from({ length: 1_500 }, (_word, at) => `w${round}q${at}`);
}

/** The code of what the action threw; null when it threw nothing. */
function refusalOf(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
}
