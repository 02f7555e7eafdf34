/** Preferences, and what the first run made. A value that cannot be read falls back to its default alone. */
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { z } from 'zod';
import { languageSchema, settingsSchema, type Settings } from '#shared/contract/settings.ts';
import type { LibraryDatabase } from './database.ts';

const welcomeSchema = z.object({ postId: z.uuid(), version: z.number().int(), language: languageSchema });
/** The welcome post as it was made: untouched while its version is the same. */
export type WelcomeRecord = z.infer<typeof welcomeSchema>;

const reviewKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export function createSettingsStore(db: LibraryDatabase) {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const put = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );

  function read<T>(key: string, schema: z.ZodType<T>, fallback: T): T {
    const row = select.get(key);
    const parsed = row ? schema.safeParse(JSON.parse(row.value)) : null;
    return parsed?.success ? parsed.data : fallback;
  }

  function get(): Settings {
    const { shape } = settingsSchema;
    return {
      language: read('language', shape.language, null),
      theme: read('theme', shape.theme, 'system'),
      textFont: read('textFont', shape.textFont, 'serif'),
      authorName: read('authorName', shape.authorName, systemUserName()),
      libraryPane: read('libraryPane', shape.libraryPane, true),
      detailsPane: read('detailsPane', shape.detailsPane, true),
    };
  }

  return {
    get,
    update: db.transaction(
      (change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings => {
        for (const [key, value] of Object.entries(change))
          if (value !== undefined) put.run(key, JSON.stringify(value));
        return get();
      },
    ),
    /** What review files of this library are sealed with, hex; made when first asked for, and never leaves the library. */
    reviewKey: db.transaction((): string => {
      const known = read('reviewKey', reviewKeySchema, null);
      if (known !== null) return known;
      const made = randomBytes(32).toString('hex');
      put.run('reviewKey', JSON.stringify(made));
      return made;
    }),
    welcome: (): WelcomeRecord | null => read('welcome', welcomeSchema.nullable(), null),
    setWelcome(record: WelcomeRecord): void {
      put.run('welcome', JSON.stringify(record));
    },
  };
}

function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some systems have a user id without a name.
    return '';
  }
}
