/** Every way a secret may be written, and a search for all of them in bytes of any kind. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Pieces this long count as the secret too. */
const pieceLength = 8;

/** The writings of a blog's login: as it is, encoded, escaped, and in pieces. */
export function formsOfLogin(user: string, password: string): string[] {
  const spaceless = password.replaceAll(' ', '');
  const logins = [`${user}:${password}`, `${user}:${spaceless}`];
  const whole = [
    password,
    ...[...logins, password, spaceless].map((text) =>
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ),
    ...[password, ...logins].flatMap((text) => [encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]),
    Buffer.from(password).toString('hex'),
  ];
  const pieces = Array.from({ length: spaceless.length - pieceLength + 1 }, (_, at) =>
    spaceless.slice(at, at + pieceLength),
  );
  const spaced = Array.from({ length: password.length - 2 * pieceLength + 1 }, (_, at) =>
    password.slice(at, at + 2 * pieceLength),
  );
  return [...new Set([...whole, ...pieces, ...spaced])];
}

/** Which of the secrets are in there; named by their place in the list, so that a failing test repeats none. */
export function secretsIn(bytes: Buffer | string, secrets: readonly string[]): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  // SQLite may hold text as UTF-16.
  const narrow = typeof bytes === 'string' ? '' : text.replaceAll('\0', '');
  return secrets.flatMap((secret, at) =>
    text.includes(secret) || narrow.includes(secret)
      ? [`secret ${at}, ${secret.length} characters long`]
      : [],
  );
}

/** Every file below the folder that has one, with what was found. */
export async function filesWithSecrets(folder: string, secrets: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const inside = secretsIn(await readFile(path), secrets);
    if (inside.length > 0) found.push(`${relative(folder, path)}: ${inside.join('; ')}`);
  }
  return found;
}

/** The permission bits of a file, as `ls` would count them. */
export async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}
