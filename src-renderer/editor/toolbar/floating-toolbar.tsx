/** Formats beside the selected words; Alt-F10 goes there by keyboard, Escape back. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FormatButtons } from './format-buttons.tsx';
import styles from './toolbar.module.css';
import { useSelectionState } from './use-selection-state.ts';

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Of the bar, px; what it has to stay clear of is known before it is drawn. */
const height = 44;
const barWidth = 212;

export function FloatingToolbar({ onLink }: { onLink: () => void }) {
  const { t } = useTranslation('editor');
  const [editor] = useLexicalComposerContext();
  const state = useSelectionState();
  const [place, setPlace] = useState<Place | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const isShown = state.hasRange && place !== null;

  useEffect(() => {
    if (!state.hasRange) return undefined;
    const follow = () => {
      const selection = document.getSelection();
      const root = editor.getRootElement();
      if (root && !root.checkVisibility()) setPlace(null);
      if (!selection || selection.rangeCount === 0 || !root?.contains(selection.anchorNode)) return;
      const { left, top, bottom, width } = selection.getRangeAt(0).getBoundingClientRect();
      if (width === 0) return;
      const above = top - height - 8;
      // Over the text's own column, never over the panes beside it.
      const column = root.getBoundingClientRect();
      const leftmost = Math.max(8, column.left);
      const rightmost = Math.min(window.innerWidth - 8, column.right) - barWidth;
      setPlace({
        left: Math.max(leftmost, Math.min(left + width / 2 - barWidth / 2, rightmost)),
        top: above > 56 ? above : bottom + 8,
      });
    };
    follow();
    // A comparison may take the text's place, and give it back.
    const seen = new ResizeObserver(follow);
    const root = editor.getRootElement();
    if (root) seen.observe(root);
    document.addEventListener('selectionchange', follow);
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      seen.disconnect();
      document.removeEventListener('selectionchange', follow);
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [editor, state.hasRange]);

  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'F10') bar.current?.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', reach);
    return () => document.removeEventListener('keydown', reach);
  }, []);

  if (!isShown) return null;
  return createPortal(
    <div
      ref={bar}
      className={styles['floating']}
      style={{ left: place.left, top: place.top }}
      role="presentation"
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && editor.focus()}
    >
      <AriaToolbar className={styles['group'] ?? ''} aria-label={t('toolbar.floating')}>
        <FormatButtons state={state} onLink={onLink} />
      </AriaToolbar>
    </div>,
    document.body,
  );
}
