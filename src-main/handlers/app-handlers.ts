/** Answers about the application itself, and preferences. */
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { BrulionHandlers } from '#shared/contract/contract.ts';
import { welcome } from '../welcome/welcome.ts';
import type { ApplicationParts } from './application-parts.ts';

export function appHandlers(parts: ApplicationParts): BrulionHandlers['app'] {
  const { library, queue, host } = parts;
  return {
    info: () => ({
      version: packageJson.version,
      host: host.kind,
      libraryFolder: library.folder,
      platform: process.platform,
      canChooseFolder: host.chooseFolder !== null,
      suggestedBlogFolder: join(library.folder, 'blog'),
    }),
    chooseFolder: async () => (host.chooseFolder ? host.chooseFolder() : null),
    welcome: ({ language }) => welcome(parts, language),
    networkChanged({ online }) {
      if (online) queue.wake('online');
      return null;
    },
  };
}

export function settingsHandlers({ library, emit }: ApplicationParts): BrulionHandlers['settings'] {
  return {
    get: () => library.settings.get(),
    update(change) {
      const settings = library.settings.update(change);
      emit('settings.changed', settings);
      return settings;
    },
  };
}
