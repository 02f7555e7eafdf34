/** Opens a post's draft for the parts of the page below. */
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodedError } from '#shared/contract/errors.ts';
import { useClient, useConnection } from '#renderer/bridge/client-context.tsx';
import { createDraftSession, type DraftSession } from './saving/draft-session.ts';

const DraftContext = createContext<DraftSession | null>(null);

/** The open draft; null while it is being opened. */
export function useDraft(): DraftSession | null {
  return use(DraftContext);
}

/** Give it the post's id as its key too: another post is another session. */
export function DraftProvider({ postId, children }: { postId: string; children: ReactNode }) {
  const client = useClient();
  const connection = useConnection();
  const { t } = useTranslation('errors');
  const [session, setSession] = useState<DraftSession | null>(null);
  const [failure, setFailure] = useState<CodedError | null>(null);

  useEffect(() => {
    let ended = false;
    let opened: DraftSession | null = null;
    client.drafts.open({ postId }).then(
      (answer) => {
        if (ended) return;
        opened = createDraftSession(client, answer);
        setSession(opened);
      },
      (error: unknown) => setFailure(error instanceof CodedError ? error : new CodedError('internal', String(error))),
    );
    return () => {
      ended = true;
      setSession(null);
      void opened?.end();
    };
  }, [client, postId]);

  useSavingAtFarewell(session);
  useEffect(() => {
    // The new connection is a new window to the application: it takes hold of the draft again by saving.
    if (connection === 'open') session?.flush().catch(() => undefined);
  }, [connection, session]);

  if (failure) return <p role="alert">{t(failure.code)}</p>;
  return <DraftContext value={session}>{children}</DraftContext>;
}

/** At once on blur, hide, and quit. */
function useSavingAtFarewell(session: DraftSession | null): void {
  useEffect(() => {
    if (!session) return undefined;
    // A failure is in the status line already.
    const save = () => void session.flush().catch(() => undefined);
    const hidden = () => document.visibilityState === 'hidden' && save();
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', hidden);
    window.brulion?.onFlush?.(() => session.flush());
    return () => {
      window.removeEventListener('blur', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [session]);
}
