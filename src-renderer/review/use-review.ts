/** What was said of the open post, kept fresh by events; open comments' words are marked in the text. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Comment, Verdict } from '#shared/contract/review.ts';
import { standing, type Standing } from '#shared/review/standing.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';

export interface Review {
  readonly comments: readonly Comment[];
  readonly verdicts: readonly Verdict[];
  readonly standing: Standing;
}

/** Null while it is not known. */
export function useReview(session: DraftSession): Review | null {
  const client = useClient();
  const { postId } = session;
  const said = useQuery({ queryKey: ['review', postId], queryFn: () => client.review.of({ postId }) }).data;
  const timeline = useQuery({
    queryKey: ['history', postId, 'newest'],
    queryFn: () => client.history.list({ postId, limit: 1 }),
  }).data;

  useEffect(() => {
    const open = said?.comments.filter(({ resolvedAt }) => resolvedAt === null) ?? [];
    session.commentedWords.set(open.flatMap(({ anchor }) => (anchor ? [anchor] : [])));
  }, [session, said]);
  if (!said || !timeline) return null;
  return { ...said, standing: standing(said.verdicts, timeline.draftHash) };
}
