/** The window on an open library. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { ClientProvider } from '#renderer/bridge/client-context.tsx';
import type { FirstAnswers } from '#renderer/bridge/first-answers.ts';
import { watchForFarewells } from '#renderer/bridge/farewell.ts';
import { createQueries, followEvents } from '#renderer/bridge/queries.ts';
import { startTexts } from '#renderer/i18n/i18n.ts';
import { applyLook } from '#renderer/theme/look.ts';
import { postIdAt } from '#renderer/workspace/post-address.ts';
import { openPostAt } from '#renderer/workspace/route.ts';
import { App } from './app.tsx';

export async function drawApp(
  root: Root,
  { bridge, settings, language, madePostId }: Extract<FirstAnswers, { state: 'open' }>,
): Promise<void> {
  const { client } = bridge;
  applyLook(settings);
  await startTexts(language);

  const queries = createQueries();
  queries.setQueryData(['settings'], settings);
  followEvents(client, queries);
  watchForFarewells();
  for (const kind of ['online', 'offline'] as const) {
    window.addEventListener(kind, () => void client.app.networkChanged({ online: kind === 'online' }));
  }

  if (madePostId && !postIdAt(window.location)) openPostAt(madePostId, { replace: true });

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
