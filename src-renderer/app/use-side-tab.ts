/** Which of the side pane's tabs is shown; what asks for one opens the pane, too. */
import { useEffect, useEffectEvent, useState } from 'react';
import { historyRequest, onRequest, reviewRequest } from '#renderer/workspace/requests.ts';
import type { Pane } from './use-pane.ts';

export type SideTab = 'details' | 'history' | 'review';

export interface ShownSideTab {
  readonly tab: SideTab;
  choose(tab: SideTab): void;
}

export function useSideTab(pane: Pane): ShownSideTab {
  const [tab, choose] = useState<SideTab>('details');
  const show = useEffectEvent((asked: SideTab) => {
    choose(asked);
    if (!pane.isOpen) pane.toggle();
  });
  useEffect(() => {
    const stops = [
      onRequest(historyRequest, () => show('history')),
      onRequest(reviewRequest, () => show('review')),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { tab, choose };
}
