/** What a review file itself says, in the language of its post. */
import type { PostDocument } from '#shared/document/post-document.ts';

export type PostLanguage = PostDocument['language'];

export interface BundleWords {
  readonly untitled: string;
  readonly intro: string;
  readonly withoutScript: string;
  readonly comparison: string;
  readonly pictureLeftOut: (alt: string) => string;
  readonly mediaLeftOut: string;
  readonly comments: string;
  readonly yourName: string;
  readonly comment: string;
  readonly suggestion: string;
  readonly add: string;
  readonly onPostInstead: string;
  readonly save: string;
  readonly sendBack: string;
  /** How the file is called: behind the post's slug, and once it has comments. */
  readonly fileName: string;
  readonly savedFileName: string;
  /** For a reader who gave no name. */
  readonly someone: string;
  /** What the page's script says. */
  readonly script: ScriptWords;
}

/** `{}` stands for the words that are commented on. */
export interface ScriptWords {
  readonly onPost: string;
  readonly onBlock: string;
  readonly onWords: string;
  readonly commentOnBlock: string;
  readonly remove: string;
  readonly suggests: string;
  readonly added: string;
  readonly removed: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly nothing: string;
}

const words: Readonly<Record<PostLanguage, BundleWords>> = {
  en: {
    untitled: 'Untitled',
    intro:
      'You are asked to read this text. Select words, or use the button beside a block, and write your comment. Then save the file and send it back.',
    withoutScript: 'To comment, save this file and open it in a browser.',
    comparison: 'What has changed since it was published',
    pictureLeftOut: (alt) =>
      alt === '' ? 'Picture, not included in this file' : `Picture, not included in this file: ${alt}`,
    mediaLeftOut: 'Recording, not included in this file',
    comments: 'Comments',
    yourName: 'Your name',
    comment: 'Comment',
    suggestion: 'Suggest other words (optional)',
    add: 'Add comment',
    onPostInstead: 'Comment on the whole text instead',
    save: 'Save file with comments',
    sendBack: 'The file is saved with your downloads. Send it back to whoever sent it to you.',
    fileName: 'review',
    savedFileName: 'comments',
    someone: 'A reader',
    script: {
      onPost: 'On the whole text',
      onBlock: 'On this block: {}',
      onWords: 'On “{}”',
      commentOnBlock: 'Comment on this block',
      remove: 'Remove',
      suggests: 'Instead: {}',
      added: 'Added. Save the file when you are done.',
      removed: 'Removed.',
      saved: 'Saved with your downloads. Send that file back.',
      unsaved: 'Not saved yet.',
      nothing: 'Write a comment or suggest other words first.',
    },
  },
  pl: {
    untitled: 'Bez tytułu',
    intro:
      'To tekst do przeczytania. Zaznacz słowa albo użyj przycisku obok akapitu i napisz komentarz. Na koniec zapisz plik i odeślij go.',
    withoutScript: 'Żeby skomentować, zapisz ten plik i otwórz go w przeglądarce.',
    comparison: 'Co zmieniło się od publikacji',
    pictureLeftOut: (alt) =>
      alt === '' ? 'Obrazek, którego nie ma w tym pliku' : `Obrazek, którego nie ma w tym pliku: ${alt}`,
    mediaLeftOut: 'Nagranie, którego nie ma w tym pliku',
    comments: 'Komentarze',
    yourName: 'Imię',
    comment: 'Komentarz',
    suggestion: 'Zaproponuj inne słowa (nieobowiązkowe)',
    add: 'Dodaj komentarz',
    onPostInstead: 'Skomentuj cały tekst',
    save: 'Zapisz plik z komentarzami',
    sendBack: 'Plik zapisze się w pobranych. Odeślij go osobie, od której go masz.',
    fileName: 'recenzja',
    savedFileName: 'komentarze',
    someone: 'Czytelnik',
    script: {
      onPost: 'Do całego tekstu',
      onBlock: 'Do tego akapitu: {}',
      onWords: 'Do słów „{}”',
      commentOnBlock: 'Skomentuj ten akapit',
      remove: 'Usuń',
      suggests: 'Zamiast tego: {}',
      added: 'Dodano. Gdy skończysz, zapisz plik.',
      removed: 'Usunięto.',
      saved: 'Zapisano w pobranych. Odeślij ten plik.',
      unsaved: 'Jeszcze nie zapisano.',
      nothing: 'Najpierw napisz komentarz albo zaproponuj inne słowa.',
    },
  },
};

export function bundleWords(language: PostLanguage): BundleWords {
  return words[language];
}
