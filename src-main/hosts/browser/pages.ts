/** The small pages that are shown instead of the application, or on the way to it. */
const texts = {
  refused: {
    status: 401,
    en: 'This address needs the token that Brulion printed when it started. Open the whole address from there.',
    pl: 'Ten adres wymaga tokenu, który Brulion wypisał przy starcie. Otwórz stamtąd cały adres.',
  },
  foreign: {
    status: 403,
    en: 'Brulion answers only its own pages on this computer.',
    pl: 'Brulion odpowiada tylko własnym stronom na tym komputerze.',
  },
  missing: { status: 404, en: 'There is nothing here.', pl: 'Tu nic nie ma.' },
} as const;

export type PageName = keyof typeof texts;

export function plainPage(name: PageName): { readonly status: number; readonly html: string } {
  const { status, en, pl } = texts[name];
  const html = `<!doctype html><meta charset="utf-8"><title>Brulion</title><p lang="en">${en}</p><p lang="pl">${pl}</p>\n`;
  return { status, html };
}

/** Leads to the application at once, and takes the place of the address that led here. */
export const movingOn =
  '<!doctype html><meta charset="utf-8"><title>Brulion</title><meta http-equiv="refresh" content="0;url=/"><p><a href="/">Brulion</a></p>\n';
