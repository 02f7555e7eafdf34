/** The welcome post, in Markdown: it shows the editor by being written with it. */
import type { Language } from '#shared/contract/settings.ts';

export interface WelcomeText {
  readonly title: string;
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly blogName: string;
  readonly markdown: string;
}

export const welcomeTexts: Readonly<Record<Language, WelcomeText>> = {
  en: {
    title: 'Welcome to Brulion',
    excerpt: 'A rough notebook for your blog: write offline, press Publish once.',
    tags: ['brulion'],
    blogName: 'My blog',
    markdown: `A brulion is Polish for a rough notebook. This one keeps every word you type, with or without a network, and puts it on your blog when you press **Publish** — once.

## Write

Just type. There is nothing to save: the line at the bottom says when your words are safe. Some things that help:

- Type \`/\` on an empty line to choose a block, or \`## \` for a heading, \`- \` for a list, \`> \` for a quote.
- Select some words for **bold**, *italic*, \`code\` or a [link](https://example.org/).
- Paste or drop a picture right into the text, and say in a few words what it shows.

> A draft is a place where you may be wrong.

## Publish

1. Press **Publish**. This library comes with a blog in a folder, so it works right now.
2. Open *Publish queue* below to see each step, and the receipt that says what the live page shows.
3. Press **Add blog** to connect WordPress. Offline? The post waits, and goes out by itself.

## Find it again

Search looks through every post as you type, and knows that *zolw* is *żółw*.

---

Press **New post** when you are ready. You can throw this one away.
`,
  },
  pl: {
    title: 'Witaj w Brulionie',
    excerpt: 'Brulion dla Twojego bloga: pisz bez sieci, opublikuj jednym kliknięciem.',
    tags: ['brulion'],
    blogName: 'Mój blog',
    markdown: `Brulion to zeszyt na pierwsze wersje. Ten przechowuje każde słowo, z siecią czy bez niej, a gdy naciśniesz **Opublikuj**, umieszcza wpis na blogu – dokładnie raz.

## Pisz

Po prostu pisz. Nie trzeba niczego zapisywać: wiersz na dole okna mówi, kiedy słowa są bezpieczne. Co się przydaje:

- Wpisz \`/\` w pustym wierszu, żeby wybrać blok, albo \`## \` dla nagłówka, \`- \` dla listy, \`> \` dla cytatu.
- Zaznacz słowa, żeby je **pogrubić**, *pochylić*, oznaczyć jako \`kod\` albo dodać [odnośnik](https://example.org/).
- Wklej lub upuść obrazek wprost w tekście i opisz w kilku słowach, co przedstawia.

> W brulionie wolno się mylić.

## Publikuj

1. Naciśnij **Opublikuj**. Biblioteka ma już blog w folderze, więc zadziała to od razu.
2. Otwórz na dole *Kolejkę publikacji*, żeby zobaczyć każdy krok i potwierdzenie tego, co pokazuje opublikowana strona.
3. Naciśnij **Dodaj blog**, żeby połączyć się z WordPressem. Nie ma sieci? Wpis poczeka i wyjdzie sam.

## Znajdź

Wyszukiwanie przegląda wszystkie wpisy podczas pisania i wie, że *zolw* to *żółw*.

---

Gdy zechcesz zacząć, naciśnij **Nowy wpis**. Ten możesz wyrzucić.
`,
  },
};
