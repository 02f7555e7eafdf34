/** Takes over what a reader wrote in a review file. */
import { CodedError } from '#shared/contract/errors.ts';
import type { Library } from '../storage/library.ts';
import { readBundle } from './read-bundle.ts';

export interface ImportOutcome {
  readonly postId: string;
  readonly added: number;
  readonly alreadyThere: number;
}

/** All of its comments or none; reading a file again adds nothing. CodedErrors as `readBundle`, and `post-not-found`. */
export function importBundle(
  library: Library,
  html: string,
  { author, device, now }: { readonly author: string; readonly device: string; readonly now: Date },
): ImportOutcome {
  const { postId, revisionId, comments } = readBundle(html, library.settings.reviewKey(), now);
  return library.transaction(() => {
    library.posts.contentHash(postId);
    const on = hasRevision(library, revisionId)
      ? revisionId
      : // It was thinned away meanwhile: the comments find their words in the draft as it is.
        library.revisions.freeze({ postId, cause: 'checkpoint', author, device }).revisionId;
    const isNew = comments.map((comment) =>
      library.review.addImported({ ...comment, postId, revisionId: on }),
    );
    const added = isNew.filter(Boolean).length;
    return { postId, added, alreadyThere: comments.length - added };
  });
}

function hasRevision({ revisions }: Library, revisionId: string): boolean {
  try {
    revisions.contentHash(revisionId);
    return true;
  } catch (error) {
    if (error instanceof CodedError && error.code === 'revision-not-found') return false;
    throw error;
  }
}
