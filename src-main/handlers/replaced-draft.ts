/** Before and after another document takes a draft's place. */
import { CodedError } from '#shared/contract/errors.ts';
import type { ApplicationParts } from './application-parts.ts';

/** CodedError `draft-conflict` while another window writes in the draft. */
export function holdDraft(holders: ApplicationParts['holders'], postId: string, clientId: string): void {
  if (holders.hold(postId, clientId) === 'other')
    throw new CodedError('draft-conflict', 'Another window is writing in this draft.', { held: true });
}

/** The draft is another one now, and its timeline longer. */
export function tellReplaced(
  { checkpoints, emit }: Pick<ApplicationParts, 'checkpoints' | 'emit'>,
  postId: string,
  version: number,
): void {
  checkpoints.left(postId);
  emit('drafts.saved', { postId, version });
  emit('posts.changed', { postIds: [postId] });
  emit('history.changed', { postId });
}
