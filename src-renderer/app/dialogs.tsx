/** The window's dialogs, one at a time. */
import { AddBlogDialog } from '#renderer/accounts/add-blog-dialog.tsx';
import { BackupsDialog } from '#renderer/backups/backups-dialog.tsx';
import { SettingsDialog } from '#renderer/settings/settings-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useWorkspace } from '#renderer/workspace/workspace.tsx';

export function Dialogs() {
  const { dialog, openDialog } = useWorkspace();
  const close = () => openDialog(null);
  switch (dialog) {
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'add-blog':
      return <AddBlogDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'backups':
      return <BackupsDialog onClose={close} />;
    case null:
      return null;
  }
}
