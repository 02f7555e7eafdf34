/** The window's frame of providers: language, look, notices, what is open. */
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useSettings } from '#renderer/bridge/queries.ts';
import { speak } from '#renderer/i18n/i18n.ts';
import { interfaceLanguage } from '#renderer/i18n/interface-language.ts';
import { applyLook } from '#renderer/theme/look.ts';
import { BackupNotices } from '#renderer/backups/backup-notices.tsx';
import { Dialogs } from './dialogs.tsx';
import { NoticesProvider } from '#renderer/workspace/notices.tsx';
import { Shell } from './shell.tsx';
import { WorkspaceProvider } from '#renderer/workspace/workspace.tsx';

export function App() {
  const settings = useSettings();
  const language = interfaceLanguage(settings.language);
  useEffect(() => void speak(language), [language]);
  useEffect(() => applyLook(settings), [settings]);

  return (
    <I18nProvider locale={language}>
      <NoticesProvider>
        <WorkspaceProvider>
          <Shell />
          <Dialogs />
          <BackupNotices />
        </WorkspaceProvider>
      </NoticesProvider>
    </I18nProvider>
  );
}
