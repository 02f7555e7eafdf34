/** Where a person's library lives when nothing else is said. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export function libraryFolder() {
  if (process.env.BRULION_LIBRARY) return resolve(process.env.BRULION_LIBRARY);
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Brulion');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Brulion');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'Brulion');
}
