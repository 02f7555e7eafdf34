/** Going back to a backup. The application opens the library anew, and this window begins anew with it. */
import { useState } from 'react';
import type { Backup } from '#shared/contract/library.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { flushAll } from '#renderer/bridge/farewell.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';

/** Told again after the window has begun anew. */
const restoredKey = 'brulion-restored';

export function useRestore() {
  const client = useClient();
  const { attempt } = useNotices();
  const [isRestoring, setRestoring] = useState(false);
  async function restore({ name, madeAt }: Backup): Promise<void> {
    setRestoring(true);
    const isDone = await attempt(async () => {
      // What was typed a moment ago belongs into the backup of what is there now.
      await flushAll().catch(() => undefined);
      sessionStorage.setItem(restoredKey, madeAt);
      await client.library.restore({ name });
    });
    if (isDone) return;
    sessionStorage.removeItem(restoredKey);
    setRestoring(false);
  }
  return { restore, isRestoring };
}

/** When the backup was made that this window was begun anew for; null otherwise, and the second time. */
export function takeRestored(): string | null {
  const madeAt = sessionStorage.getItem(restoredKey);
  sessionStorage.removeItem(restoredKey);
  return madeAt;
}
