/** What the page asks before it can draw anything. Without React, so that it is asked while the rest is being compiled. */
import type { LibraryState } from '#shared/contract/library.ts';
import type { Language, Settings } from '#shared/contract/settings.ts';
import { interfaceLanguage } from '#renderer/i18n/interface-language.ts';
import { postIdAt } from '#renderer/workspace/post-address.ts';
import { connect, type Bridge } from './connect.ts';
import { beginOpening } from './openings.ts';

export type FirstAnswers =
  | {
      readonly state: 'open';
      readonly bridge: Bridge;
      readonly settings: Settings;
      readonly language: Language;
      /** The post that the first run made; null when it was another run. */
      readonly madePostId: string | null;
    }
  | {
      readonly state: 'closed';
      readonly bridge: Bridge;
      readonly closed: Extract<LibraryState, { state: 'closed' }>;
    };

/** Connects, learns the preferences, makes the first run, and asks for the post that stands in the address. */
export async function askFirst(location: Location, systemLanguage: string): Promise<FirstAnswers> {
  const bridge = await connect();
  const { client } = bridge;
  client.library.reopened(() => window.location.reload());
  const library = await client.library.state();
  if (library.state === 'closed') return { state: 'closed', bridge, closed: library };

  const postId = postIdAt(location);
  if (postId !== null) beginOpening(client, postId);
  const settings = await client.settings.get();
  const language = interfaceLanguage(settings.language, systemLanguage);
  const welcome = await client.app.welcome({ language });
  return {
    state: 'open',
    bridge,
    settings,
    language,
    madePostId: welcome.firstRun ? welcome.postId : null,
  };
}
