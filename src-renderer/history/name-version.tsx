/** Names the draft as it is, wherever in the window that was asked for. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Revision } from '#shared/contract/history.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useDraft } from '#renderer/editor/draft-provider.tsx';
import type { DraftSession } from '#renderer/editor/saving/draft-session.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import { nameVersionRequest, onRequest } from '#renderer/workspace/requests.ts';
import { NameDialog } from './name-dialog.tsx';

interface Asked {
  /** Another post that is opened meanwhile is not named. */
  readonly session: DraftSession;
  /** The version that says what the draft says, with the name it has already; null where there is none. */
  readonly revision: Revision | null;
}

export function NameVersion() {
  const client = useClient();
  const session = useDraft();
  const { attempt } = useNotices();
  const [asked, setAsked] = useState<Asked | null>(null);

  const begin = useEffectEvent(() => {
    if (!session) return;
    void attempt(async () => {
      await session.flush();
      const { draftHash, items } = await client.history.list({ postId: session.postId, limit: 1 });
      const newest = items[0];
      const isIt = newest?.contentHash === draftHash && !newest.isDamaged;
      setAsked({ session, revision: isIt ? newest : null });
    });
  });
  useEffect(() => onRequest(nameVersionRequest, () => begin()), []);

  if (!session || asked?.session !== session) return null;
  return <NameDialog session={session} revision={asked.revision} onClose={() => setAsked(null)} />;
}
