/** A pane that folds away: where there is room its state is remembered, on a narrow window it lies over the text. */
import { useEffect, useState } from 'react';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useSettings } from '#renderer/bridge/queries.ts';

/** Widths of the window below which a pane no longer stands beside the text, CSS pixels. */
const needed = { libraryPane: 700, detailsPane: 1120 } as const;

export interface Pane {
  readonly isOpen: boolean;
  readonly isOver: boolean;
  toggle(): void;
  close(): void;
}

export function usePane(name: keyof typeof needed): Pane {
  const client = useClient();
  const remembered = useSettings()[name];
  const isNarrow = useMedia(`(max-width: ${needed[name] - 1}px)`);
  const [isOpenOver, setOpenOver] = useState(false);
  if (isNarrow) {
    return {
      isOpen: isOpenOver,
      isOver: true,
      toggle: () => setOpenOver(!isOpenOver),
      close: () => setOpenOver(false),
    };
  }
  const set = (isOpen: boolean) => void client.settings.update({ [name]: isOpen });
  return { isOpen: remembered, isOver: false, toggle: () => set(!remembered), close: () => set(false) };
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = () => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
