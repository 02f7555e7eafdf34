/** The window while the library cannot be opened: preferences are in it, so language and look are the system's. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Root } from 'react-dom/client';
import { ClientProvider } from '#renderer/bridge/client-context.tsx';
import type { FirstAnswers } from '#renderer/bridge/first-answers.ts';
import { createQueries } from '#renderer/bridge/queries.ts';
import { startTexts } from '#renderer/i18n/i18n.ts';
import { interfaceLanguage } from '#renderer/i18n/interface-language.ts';
import { applyLook } from '#renderer/theme/look.ts';
import { NoticesProvider } from '#renderer/workspace/notices.tsx';
import { LibraryClosed } from './library-closed.tsx';

export async function drawLibraryClosed(
  root: Root,
  { bridge, closed }: Extract<FirstAnswers, { state: 'closed' }>,
): Promise<void> {
  const language = interfaceLanguage(null);
  applyLook({ theme: 'system', textFont: 'serif' });
  await startTexts(language);
  root.render(
    <StrictMode>
      <ClientProvider bridge={bridge}>
        <QueryClientProvider client={createQueries()}>
          <I18nProvider locale={language}>
            <NoticesProvider>
              <LibraryClosed closed={closed} />
            </NoticesProvider>
          </I18nProvider>
        </QueryClientProvider>
      </ClientProvider>
    </StrictMode>,
  );
}
