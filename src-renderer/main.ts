/** The page's beginning: what draws is fetched and compiled while the application is asked what there is to draw. */
import type { FirstAnswers } from './bridge/first-answers.ts';

const drawing = import('./app/draw.tsx');
const { askFirst } = await import('./bridge/first-answers.ts');
const answers: FirstAnswers = await askFirst(window.location, navigator.language);
await (await drawing).draw(document.querySelector('#root') as HTMLElement, answers);
