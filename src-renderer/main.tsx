/** The page's beginning: connects, learns the preferences, makes the first run, draws. */
import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { connect } from './bridge/connect.ts';
import { drawApp } from './app/draw-app.tsx';
import { drawLibraryClosed } from './backups/draw-library-closed.tsx';

const bridge = await connect();
bridge.client.library.reopened(() => window.location.reload());
const root = createRoot(document.querySelector('#root') as HTMLElement);
const library = await bridge.client.library.state();
await (library.state === 'open' ? drawApp(root, bridge) : drawLibraryClosed(root, bridge, library));
