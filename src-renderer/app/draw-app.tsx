/** The window on an open library. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { ClientProvider } from '#renderer/bridge/client-context.tsx';
import type { Bridge } from '#renderer/bridge/connect.ts';
import { watchForFarewells } from '#renderer/bridge/farewell.ts';
import { createQueries, followEvents } from '#renderer/bridge/queries.ts';
import { interfaceLanguage, startTexts } from '#renderer/i18n/i18n.ts';
import { applyLook } from '#renderer/theme/look.ts';
import { openPostAt, postIdAt } from '#renderer/workspace/route.ts';
import { App } from './app.tsx';

export async function drawApp(root: Root, bridge: Bridge): Promise<void> {
  const { client } = bridge;
  const settings = await client.settings.get();
  const language = interfaceLanguage(settings.language);
  applyLook(settings);
  await startTexts(language);

  const queries = createQueries();
  queries.setQueryData(['settings'], settings);
  followEvents(client, queries);
  watchForFarewells();
  for (const kind of ['online', 'offline'] as const) {
    window.addEventListener(kind, () => void client.app.networkChanged({ online: kind === 'online' }));
  }

  const { firstRun, postId } = await client.app.welcome({ language });
  if (firstRun && postId && !postIdAt(window.location)) openPostAt(postId, { replace: true });

  root.render(
    <StrictMode>
      <ClientProvider bridge={bridge}>
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </ClientProvider>
    </StrictMode>,
  );
}
