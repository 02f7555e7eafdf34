/** Links that leave the window: the web goes to the system’s browser, a folder blog’s page to whatever opens such files. */
import { shell } from 'electron';
import type { Application } from '../../application.ts';
import { findStaticFile } from '../static-files.ts';
import { isForSystem, sitePage } from './navigation-policy.ts';

/** Does nothing with a link that is neither. */
export async function openLink(url: string, application: Pick<Application, 'siteFolder'>): Promise<void> {
  if (isForSystem(url)) {
    await shell.openExternal(url);
    return;
  }
  const page = sitePage(url);
  const folder = page && application.siteFolder(page.accountId);
  const file = folder && (await findStaticFile(folder, page.path));
  if (file) await shell.openPath(file.path);
}
