/** What is drawn first: the window, or why the library stays closed. */
import { createRoot } from 'react-dom/client';
import { drawLibraryClosed } from '#renderer/backups/draw-library-closed.tsx';
import type { FirstAnswers } from '#renderer/bridge/first-answers.ts';
import { drawApp } from './draw-app.tsx';

export function draw(element: HTMLElement, answers: FirstAnswers): Promise<void> {
  const root = createRoot(element);
  return answers.state === 'open' ? drawApp(root, answers) : drawLibraryClosed(root, answers);
}
