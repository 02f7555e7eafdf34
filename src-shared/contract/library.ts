/** The library's file itself: whether it is open, its backups, and the way back to one of them. */
import { z } from 'zod';
import { call, event } from './define.ts';
import { errorCodes } from './errors.ts';

export const backupReasonSchema = z.enum(['daily', 'migration', 'restore', 'request']);
/** Why a backup was made: by the day, before a migration, before another one was restored, or because a person asked. */
export type BackupReason = z.infer<typeof backupReasonSchema>;

export const backupSchema = z.object({
  /** Its file's name within the library's `backups` folder; names it in calls. */
  name: z.string(),
  reason: backupReasonSchema,
  madeAt: z.iso.datetime(),
  bytes: z.number().int(),
  /** How many posts are in it; null when the file cannot be read as a library. */
  posts: z.number().int().nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

const errorCodeSchema = z.enum(errorCodes);

export const libraryStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), folder: z.string() }),
  /** It could not be opened, `code` says why; only the calls of this group are answered until it is. */
  z.object({ state: z.literal('closed'), folder: z.string(), code: errorCodeSchema }),
]);
export type LibraryState = z.infer<typeof libraryStateSchema>;

export const library = {
  state: call(z.object({}).optional(), libraryStateSchema),
  /** Backups there are, newest first, and why the last one could not be made (null when it could). */
  backups: call(
    z.object({}).optional(),
    z.object({ backups: z.array(backupSchema), failure: errorCodeSchema.nullable() }),
  ),
  /** Makes a verified backup now. */
  backUp: call(z.object({}).optional(), z.null()),
  /**
   * Puts a backup in the library's place. What is there now is backed up first, or kept aside as a file when it is
   * damaged. Publish jobs that had not ended wait for a person. Every window begins anew (`reopened`).
   */
  restore: call(z.object({ name: z.string().max(100) }), z.null(), ['backup-not-found', 'backup-damaged']),
  /** Tries to open a closed library again. */
  openAgain: call(z.object({}).optional(), libraryStateSchema),
  /** The library was closed and opened: what a window knows of it is no longer true. */
  reopened: event(z.object({})),
  /** A backup could not be made, or making it showed that the library is damaged. */
  backupFailed: event(z.object({ code: errorCodeSchema })),
};
