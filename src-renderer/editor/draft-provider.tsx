/** Opens a post's draft for the parts of the page below. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { CodedError, type ErrorCode } from '#shared/contract/errors.ts';
import { useClient, useConnection } from '#renderer/bridge/client-context.tsx';
import { atFarewell } from '#renderer/bridge/farewell.ts';
import { openDraft } from '#renderer/bridge/openings.ts';
import { createDraftSession, type DraftSession } from './saving/draft-session.ts';

interface OpenDraft {
  /** The open draft; null while it is being opened, when it cannot be, and when no post is open. */
  readonly session: DraftSession | null;
  /** Why it cannot be opened. */
  readonly failure: ErrorCode | null;
}

const DraftContext = createContext<OpenDraft>({ session: null, failure: null });

export function useDraft(): DraftSession | null {
  return use(DraftContext).session;
}

export function useDraftFailure(): ErrorCode | null {
  return use(DraftContext).failure;
}

export function DraftProvider({ postId, children }: { postId: string | null; children: ReactNode }) {
  const client = useClient();
  const connection = useConnection();
  const [session, setSession] = useState<DraftSession | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  useEffect(() => {
    if (postId === null) return undefined;
    let ended = false;
    let opened: DraftSession | null = null;
    openDraft(client, postId).then(
      (answer) => {
        if (ended) return;
        opened = createDraftSession(client, answer);
        setSession(opened);
      },
      (error: unknown) => !ended && setFailure(error instanceof CodedError ? error.code : 'internal'),
    );
    return () => {
      ended = true;
      setSession(null);
      setFailure(null);
      void opened?.end();
    };
  }, [client, postId]);

  useEffect(() => (session ? atFarewell(() => session.flush()) : undefined), [session]);
  useEffect(() => {
    // The new connection is a new window to the application: it takes hold of the draft again by saving.
    if (connection === 'open') session?.flush().catch(() => undefined);
  }, [connection, session]);

  const value = useMemo(() => ({ session, failure }), [session, failure]);
  return <DraftContext value={value}>{children}</DraftContext>;
}
