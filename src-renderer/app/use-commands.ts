/** Everything the window can be told to do, for the palette. */
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/contract/settings.ts';
import { useClient } from '#renderer/bridge/client-context.tsx';
import { useSettings } from '#renderer/bridge/queries.ts';
import { useNotices } from '#renderer/workspace/notices.tsx';
import {
  ask,
  historyRequest,
  nameVersionRequest,
  publishRequest,
  reviewRequest,
  searchRequest,
} from '#renderer/workspace/requests.ts';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

export function useCommands(): readonly Command[] {
  const { t } = useTranslation(['app', 'backups', 'history']);
  const client = useClient();
  const settings = useSettings();
  const { attempt } = useNotices();
  const { postId, newPost, openDialog, setQueueOpen } = useWorkspace();
  const update = (change: Partial<Settings>) => void attempt(() => client.settings.update(change));
  // The palette closes with its own command; what opens a dialog comes after it.
  const later = (run: () => void) => () => setTimeout(run, 0);

  return [
    { id: 'new', label: t('command.newPost'), keys: 'Ctrl+Shift+N', run: newPost },
    { id: 'search', label: t('command.search'), keys: 'Ctrl+Shift+F', run: later(() => ask(searchRequest)) },
    ...(postId
      ? [
          {
            id: 'publish',
            label: t('command.publish'),
            keys: 'Ctrl+Enter',
            run: later(() => ask(publishRequest)),
          },
          { id: 'history', label: t('command.history'), run: later(() => ask(historyRequest)) },
          { id: 'review', label: t('command.review'), run: later(() => ask(reviewRequest)) },
          { id: 'name-version', label: t('history:name.action'), run: later(() => ask(nameVersionRequest)) },
        ]
      : []),
    { id: 'queue', label: t('command.queue'), run: () => setQueueOpen(true) },
    {
      id: 'library',
      label: t('command.toggleLibrary'),
      keys: 'Ctrl+\\',
      run: () => update({ libraryPane: !settings.libraryPane }),
    },
    {
      id: 'details',
      label: t('command.toggleDetails'),
      keys: 'Ctrl+Shift+\\',
      run: () => update({ detailsPane: !settings.detailsPane }),
    },
    { id: 'add-blog', label: t('command.addBlog'), run: later(() => openDialog('add-blog')) },
    {
      id: 'settings',
      label: t('command.settings'),
      keys: 'Ctrl+,',
      run: later(() => openDialog('settings')),
    },
    { id: 'backups', label: t('backups:open'), run: later(() => openDialog('backups')) },
    { id: 'shortcuts', label: t('command.shortcuts'), run: later(() => openDialog('shortcuts')) },
    { id: 'light', label: t('command.light'), run: () => update({ theme: 'light' }) },
    { id: 'dark', label: t('command.dark'), run: () => update({ theme: 'dark' }) },
    { id: 'en', label: t('command.english'), run: () => update({ language: 'en' }) },
    { id: 'pl', label: t('command.polish'), run: () => update({ language: 'pl' }) },
  ];
}
