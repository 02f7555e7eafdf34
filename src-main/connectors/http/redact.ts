/**
 * Takes a request's credentials out of whatever a server said: some errors, and some plugins that mean well, repeat
 * them, and what a server says is kept in the library, shown, and logged.
 */

/** A piece of a secret this long is taken out too; a shorter one gives nothing away. */
const pieceLength = 8;
const shortestSecret = 4;
const hidden = '•••';

/** Puts dots in the place of the credentials, and of longer pieces of them, in every string within `value`. */
export function redact<T>(value: T, authorization: string | undefined): T {
  const secrets = authorization === undefined ? [] : formsOf(authorization);
  return secrets.length === 0 ? value : (redactWithin(value, secrets) as T);
}

function redactWithin(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactWithin(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    redactText(name, secrets),
    redactWithin(item, secrets),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** Every way the credentials may be written, in lower case. */
function formsOf(authorization: string): string[] {
  const token = authorization.replace(/^\w+ +/, '');
  const decoded = Buffer.from(token, 'base64').toString('utf8');
  const password = decoded.slice(decoded.indexOf(':') + 1);
  const spaceless = password.replaceAll(' ', '');
  const plain = [
    token,
    password,
    spaceless,
    base64(password),
    base64(spaceless),
    base64(decoded.replaceAll(' ', '')),
  ];
  const forms = plain.flatMap((form) => [
    form,
    encodeURIComponent(form),
    encodeURIComponent(form).replaceAll('%20', '+'),
    form.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    JSON.stringify(form).slice(1, -1),
    form.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]);
  return [...new Set(forms.map((form) => form.toLowerCase()))].filter(
    ({ length }) => length >= shortestSecret,
  );
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function redactText(text: string, secrets: readonly string[]): string {
  const lower = text.toLowerCase();
  // Some letters change their length with their case; then places would not match.
  const searched = lower.length === text.length ? lower : text;
  const secret = new Uint8Array(text.length);
  for (const form of secrets) {
    const length = Math.min(form.length, pieceLength);
    for (let from = 0; from + length <= form.length; from++) {
      const piece = form.slice(from, from + length);
      for (let at = searched.indexOf(piece); at >= 0; at = searched.indexOf(piece, at + 1)) {
        secret.fill(1, at, at + length);
      }
    }
  }
  let out = '';
  for (let at = 0; at < text.length; at++) {
    if (!secret[at]) out += text[at];
    else if (!secret[at - 1]) out += hidden;
  }
  return out;
}
