/** Preferences, and facts about this running application. */
import { z } from 'zod';
import { call, event } from './define.ts';

export const languageSchema = z.enum(['en', 'pl']);
export type Language = z.infer<typeof languageSchema>;

export const settingsSchema = z.object({
  /** Interface language; null until chosen: then the system's. */
  language: languageSchema.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  textFont: z.enum(['serif', 'sans']),
  /** Name written into revisions. */
  authorName: z.string().max(200),
  libraryPane: z.boolean(),
  detailsPane: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settings = {
  get: call(z.object({}).optional(), settingsSchema),
  update: call(settingsSchema.partial(), settingsSchema),
  changed: event(settingsSchema),
};

export const app = {
  info: call(
    z.object({}).optional(),
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      libraryFolder: z.string(),
      platform: z.string(),
      canChooseFolder: z.boolean(),
      suggestedBlogFolder: z.string(),
    }),
  ),
  /**
   * Makes the welcome post and the folder blog on the first start, in this language; asked again with the
   * other language while the post is untouched, it is written anew. Later calls only answer.
   */
  welcome: call(
    z.object({ language: languageSchema }),
    z.object({ firstRun: z.boolean(), postId: z.uuid().nullable() }),
  ),
  /** Opens the system's folder picker; null when dismissed or when this host has none. */
  chooseFolder: call(z.object({}).optional(), z.string().nullable()),
  /** The machine says it is online again: what waits for the network tries now. */
  networkChanged: call(z.object({ online: z.boolean() }), z.null()),
};
