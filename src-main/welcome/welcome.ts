/** The first run: a welcome post that shows the editor, and one blog that needs nothing. */
import { join } from 'node:path';
import type { Language } from '#shared/contract/settings.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';
import type { ApplicationParts } from '../handlers/application-parts.ts';
import { welcomeTexts } from './welcome-texts.ts';

export interface WelcomeAnswer {
  /** True until the person has chosen a language. */
  readonly firstRun: boolean;
  /** The welcome post, while it exists. */
  readonly postId: string | null;
}

/** Makes the welcome post and the folder blog once; while the post is untouched its language may still change. */
export async function welcome(
  { library, accounts, emit }: ApplicationParts,
  language: Language,
): Promise<WelcomeAnswer> {
  const firstRun = library.settings.get().language === null;
  const made = library.settings.welcome();
  if (!made) {
    // The folder first: if it cannot be made the next start tries again, and there is still just one post.
    if ((await accounts.list()).length === 0) {
      await accounts.addFolder(join(library.folder, 'blog'), welcomeTexts[language].blogName, true);
      emit('accounts.changed', {});
    }
    const draft = library.posts.create(welcomeDocument(language));
    library.settings.setWelcome({ postId: draft.postId, version: draft.version, language });
    emit('posts.changed', { postIds: [draft.postId] });
    return { firstRun, postId: draft.postId };
  }

  const draft = library.posts.find(made.postId);
  if (!draft || draft.trashedAt !== null) return { firstRun, postId: null };
  if (made.language !== language && draft.version === made.version) {
    const saved = library.posts.saveDraft({
      postId: made.postId,
      baseVersion: draft.version,
      document: welcomeDocument(language),
    });
    library.settings.setWelcome({ postId: made.postId, version: saved.version, language });
    emit('drafts.saved', { postId: made.postId, version: saved.version });
    emit('posts.changed', { postIds: [made.postId] });
  }
  return { firstRun, postId: made.postId };
}

function welcomeDocument(language: Language): PostDocument {
  const { title, excerpt, tags, markdown } = welcomeTexts[language];
  return { ...emptyDocument(language), title, excerpt, tags: [...tags], body: markdownToBody(markdown) };
}
