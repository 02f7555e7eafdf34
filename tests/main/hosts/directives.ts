/** A policy as a browser reads it, by directive. One that is there twice would be read once: that is a fault. */
export function directives(policy: string | readonly string[] | undefined): Record<string, string[]> {
  const parts = String(policy)
    .split(';')
    .map((part) => part.trim().split(/\s+/));
  const names = parts.map(([name]) => name);
  if (new Set(names).size < names.length) throw new Error(`A directive is there twice: ${names.join(' ')}`);
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values]));
}
