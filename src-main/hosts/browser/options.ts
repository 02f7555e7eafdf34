/** The browser host's command line. */
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

export interface BrowserHostOptions {
  readonly library: string;
  /** Null: the library's own where it is free, else any. */
  readonly port: number | null;
  readonly token: string;
}

/** Reads `--library DIR --port N --token T`; throws an Error with one plain sentence when they do not make sense. */
export function readOptions(args: readonly string[]): BrowserHostOptions {
  const { values } = parseArgs({
    args: valuesJoined(args),
    options: { library: { type: 'string' }, port: { type: 'string' }, token: { type: 'string' } },
  });
  if (!values.library) throw new Error('Say where the library is: --library DIR.');
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && (!Number.isInteger(port) || port < 0 || port > 65_535))
    throw new Error(`${values.port} is not a port.`);
  const token = values.token ?? randomBytes(32).toString('base64url');
  if (!/^[\w-]{8,200}$/.test(token)) {
    throw new Error('A token is 8 to 200 letters, digits, hyphens or underscores.');
  }
  return { library: resolve(values.library), port, token };
}

/** A token may begin with a hyphen: what follows an option is its value, whatever it looks like. */
function valuesJoined(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const option = args[at] as string;
    const value = args[at + 1];
    if (!/^--(library|port|token)$/.test(option) || value === undefined) joined.push(option);
    else {
      joined.push(`${option}=${value}`);
      at++;
    }
  }
  return joined;
}
