/** The native menu, in the interface's language. Roles bring the system's own behaviour and shortcuts. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/contract/settings.ts';

const words = {
  en: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  pl: { file: 'Plik', edit: 'Edycja', view: 'Widok', window: 'Okno' },
} as const;

export function menuTemplate(language: Language, isMac: boolean): MenuItemConstructorOptions[] {
  const { file, edit, view, window } = words[language];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: file, submenu: [{ role: isMac ? 'close' : 'quit' }] },
    {
      label: edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    {
      label: view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: window, role: 'windowMenu' },
  ];
}

export function setMenu(language: Language): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform === 'darwin')));
}
