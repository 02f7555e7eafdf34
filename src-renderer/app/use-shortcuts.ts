/** The window's keyboard shortcuts; the palette lists the same commands. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { isMac } from '#renderer/workspace/keys.ts';
import { ask, publishRequest, searchRequest } from '#renderer/workspace/requests.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';
import type { Pane } from './use-pane.ts';

export function useShortcuts({ library, details }: { library: Pane; details: Pane }): void {
  const { newPost, openDialog } = useWorkspace();
  const isOpeningSearch = useRef(false);

  const openSearch = () => {
    if (library.isOpen) ask(searchRequest);
    else {
      library.toggle();
      isOpeningSearch.current = true;
    }
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (key === 'f6') cyclePanes(event.shiftKey ? -1 : 1);
    else if (!command) return;
    else if (key === 'p' && event.shiftKey) openDialog('palette');
    else if (key === 'n' && event.shiftKey) newPost();
    else if (key === 'f' && event.shiftKey) openSearch();
    else if (key === 'enter') ask(publishRequest);
    else if (key === '\\') (event.shiftKey ? details : library).toggle();
    else if (key === ',') openDialog('settings');
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const onPaletteKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || !(isMac ? event.metaKey : event.ctrlKey))
      return;
    event.preventDefault();
    openDialog('palette');
  });
  useEffect(() => {
    if (!isOpeningSearch.current || !library.isOpen) return;
    isOpeningSearch.current = false;
    ask(searchRequest);
  }, [library.isOpen]);

  useEffect(() => {
    // Before the editor, which has shortcuts of its own.
    window.addEventListener('keydown', onKey, { capture: true });
    // After the editor: on selected words, and in a link, these keys are its own.
    window.addEventListener('keydown', onPaletteKey);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('keydown', onPaletteKey);
    };
  }, []);
}

function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at((at + step + panes.length) % panes.length);
  next
    ?.querySelector<HTMLElement>(
      '[contenteditable="true"], a[tabindex="0"], input, textarea, button:not([disabled])',
    )
    ?.focus();
}
