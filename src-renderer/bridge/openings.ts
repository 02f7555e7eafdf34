/** Drafts asked for at the press that opens them, before anything is drawn anew: drawing takes as long as the answer. */
import type { BrulionClient } from '#shared/contract/contract.ts';

type OpenedDraft = Awaited<ReturnType<BrulionClient['drafts']['open']>>;

let begun: { readonly postId: string; readonly answer: Promise<OpenedDraft> } | null = null;

/** Asks for a draft that is about to be shown. */
export function beginOpening(client: BrulionClient, postId: string): void {
  const answer = client.drafts.open({ postId });
  // Whoever takes it hears of a failure; when nobody does, nobody wanted it.
  answer.catch(() => undefined);
  begun = { postId, answer };
}

/** The draft that was asked for, or else asks for it now. Taken once: what is opened again is asked for again. */
export function openDraft(client: BrulionClient, postId: string): Promise<OpenedDraft> {
  const taken = begun;
  begun = null;
  return taken?.postId === postId ? taken.answer : client.drafts.open({ postId });
}
