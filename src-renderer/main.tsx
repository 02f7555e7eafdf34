/** The page's beginning: connects, learns the preferences, makes the first run, draws. */
import './no-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { openPostAt, postIdAt } from './workspace/route.ts';
import { ClientProvider } from './bridge/client-context.tsx';
import { connect } from './bridge/connect.ts';
import { watchForFarewells } from './bridge/farewell.ts';
import { followEvents } from './bridge/queries.ts';
import { interfaceLanguage, startTexts } from './i18n/i18n.ts';
import { applyLook } from './theme/look.ts';

const bridge = await connect();
const { client } = bridge;
const settings = await client.settings.get();
const language = interfaceLanguage(settings.language);
applyLook(settings);
await startTexts(language);

// Everything is on this machine: what was asked stays true until an event says otherwise, with or without a network.
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, networkMode: 'always', retry: 1 },
    mutations: { networkMode: 'always' },
  },
});
queries.setQueryData(['settings'], settings);
followEvents(client, queries);
watchForFarewells();
for (const kind of ['online', 'offline'] as const) {
  window.addEventListener(kind, () => void client.app.networkChanged({ online: kind === 'online' }));
}

const { firstRun, postId } = await client.app.welcome({ language });
if (firstRun && postId && !postIdAt(window.location)) openPostAt(postId, { replace: true });

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <ClientProvider bridge={bridge}>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </ClientProvider>
  </StrictMode>,
);
