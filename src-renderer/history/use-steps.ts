/** Steps through the changes of a comparison: by buttons, by F7 and Shift+F7. */
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { ComparisonResult } from './use-comparison-result.ts';

export interface Steps {
  /** Which change it stands at, from 1; 0 before the first step. */
  readonly at: number;
  go(step: 1 | -1): void;
}

/** Begins anew with every other pair of texts. */
export function useSteps(
  page: RefObject<HTMLElement | null>,
  result: Pick<ComparisonResult, 'ids' | 'documents'> | null,
): Steps {
  const ids = result?.ids ?? [];
  const texts = result?.documents ?? null;
  const [stood, setStood] = useState({ at: 0, texts });
  const at = stood.texts === texts ? stood.at : 0;

  function go(step: 1 | -1): void {
    if (ids.length === 0) return;
    const next = at === 0 && step === -1 ? ids.length : ((at - 1 + step + ids.length) % ids.length) + 1;
    setStood({ at: next, texts });
    show(page.current, ids[next - 1] as string);
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F7') return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { at, go };
}

function show(page: HTMLElement | null, id: string): void {
  for (const marked of page?.querySelectorAll('[data-current]') ?? []) marked.removeAttribute('data-current');
  const change = page?.querySelector(`[data-change="${CSS.escape(id)}"]`);
  if (!change) return;
  // It may lie in a stretch that is folded away.
  change.closest('details')?.setAttribute('open', '');
  change.setAttribute('data-current', '');
  change.scrollIntoView({ block: 'center' });
  // Of a table or text larger than the page, what changed in it must be in sight.
  change
    .querySelector('ins, del, [data-format-change], li[data-item]:not([data-item="holder"])')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
