/** Runs in the reader's browser: its parts are given to it, and it uses nothing else from outside itself. */
import type { BundleData, ReaderComment, Sealed } from '#shared/review-bundle/bundle-format.ts';
import type { ScriptWords } from '../bundle-words.ts';
import type { aboutOf, commentEntry } from './comment-entry.ts';
import type { markWords } from './mark-words.ts';
import type { newId } from './new-id.ts';
import type { preparePage } from './save-page.ts';
import type { selectionIn } from './selection-in.ts';
import type { textOfBlock } from './text-of-block.ts';
import type { undoReading } from './undo-reading.ts';

export interface PageParts {
  readonly textOfBlock: typeof textOfBlock;
  readonly selectionIn: typeof selectionIn;
  readonly markWords: typeof markWords;
  readonly preparePage: typeof preparePage;
  readonly aboutOf: typeof aboutOf;
  readonly commentEntry: typeof commentEntry;
  readonly newId: typeof newId;
  readonly undoReading: typeof undoReading;
}

/** Lets the reader comment, and save the page with the comments in it. */
export function startReading(parts: PageParts): void {
  const dataElement = document.currentScript?.previousElementSibling as HTMLScriptElement;
  const panel = document.querySelector('aside[data-own]') as HTMLElement;
  const article = document.querySelector('main[data-own] > article') as HTMLElement;
  const withoutScript = document.querySelectorAll<HTMLElement>('[data-without-script]');
  parts.undoReading(panel, article, withoutScript);
  const write = parts.preparePage(dataElement);
  const data = JSON.parse(dataElement.textContent ?? '') as BundleData;
  const sealed = JSON.parse(data.sealed) as Sealed;
  const { blocks } = sealed;
  const longest = Number(panel.dataset['longest']);
  const words = JSON.parse(panel.dataset['words'] ?? '') as ScriptWords;
  const part = <T extends HTMLElement>(name: string) => panel.querySelector(`[data-part="${name}"]`) as T;
  const reader = part<HTMLInputElement>('reader');
  const text = part<HTMLTextAreaElement>('text');
  const suggestion = part<HTMLTextAreaElement>('suggestion');
  const status = part('status');
  let comments: readonly ReaderComment[] = data.comments;
  let place: ReaderComment['place'] = null;
  let isSaved = true;

  const about = (at: ReaderComment['place']) => parts.aboutOf(at, sealed, words);
  const mark = (name: string, places: readonly ReaderComment['place'][]) =>
    parts.markWords(
      article,
      name,
      places.filter((at) => at !== null),
      parts.textOfBlock,
    );
  const showTarget = () => {
    part('target').textContent = about(place);
    part('on-post').hidden = place === null;
    const length = place === null ? 0 : place.end - place.start;
    const isInLine = place !== null && !blocks[place.block]?.slice(place.start, place.end).includes('\n');
    part('suggest').hidden = length === 0 || length > longest || !isInLine;
    mark('target', [place]);
  };
  const aim = (at: ReaderComment['place']) => {
    place = at;
    showTarget();
  };
  const showComments = () => {
    part('list').replaceChildren(
      ...comments.map((comment) =>
        parts.commentEntry(comment, about(comment.place), words, () =>
          change(
            comments.filter(({ id }) => id !== comment.id),
            words.removed,
          ),
        ),
      ),
    );
    mark(
      'comments',
      comments.map((comment) => comment.place),
    );
  };
  const dataNow = () =>
    JSON.stringify({ ...data, reader: reader.value.trim(), comments }).replaceAll('<', '\\u003c');
  const change = (to: readonly ReaderComment[], said: string) => {
    comments = to;
    isSaved = false;
    // A browser that saves the page its own way keeps them, too.
    dataElement.textContent = dataNow();
    status.textContent = said;
    showComments();
  };
  const isWritten = () => text.value.trim() !== '' || (!part('suggest').hidden && suggestion.value !== '');
  const add = () => {
    const said = text.value.trim();
    const isSuggested = !part('suggest').hidden && suggestion.value !== '';
    if (!isWritten()) {
      status.textContent = words.nothing;
      text.focus();
      return;
    }
    const comment = {
      id: parts.newId(),
      author: reader.value.trim(),
      place,
      text: said,
      suggestion: isSuggested ? suggestion.value : null,
      createdAt: new Date().toISOString(),
    };
    [text.value, suggestion.value] = ['', ''];
    change([...comments, comment], words.added);
    aim(null);
  };
  const save = () => {
    // What was written and not added yet is meant to be in it.
    if (isWritten()) add();
    const html = write(dataNow());
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    link.download = panel.dataset['fileName'] ?? '';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    isSaved = true;
    status.textContent = words.saved;
  };

  for (const block of article.querySelectorAll<HTMLElement>('[data-block]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'beside';
    button.textContent = '+';
    button.title = words.commentOnBlock;
    button.setAttribute('aria-label', words.commentOnBlock);
    button.addEventListener('click', () => {
      aim({ block: Number(block.dataset['block']), start: 0, end: 0 });
      text.focus();
    });
    block.append(button);
  }
  document.addEventListener('selectionchange', () => {
    const selected = parts.selectionIn(article, blocks, parts.textOfBlock);
    const selection = document.getSelection();
    // The title, or what has changed, is no block of the text: then it is about the whole.
    const isBeside =
      selection?.isCollapsed === false && article.parentElement?.contains(selection.anchorNode) === true;
    if (selected || isBeside) aim(selected);
  });
  reader.value = data.reader;
  reader.addEventListener('input', () => {
    isSaved = false;
  });
  part('on-post').addEventListener('click', () => aim(null));
  part('add').addEventListener('click', add);
  part('save').addEventListener('click', save);
  addEventListener('beforeunload', (event) => {
    if (!isSaved || isWritten()) event.preventDefault();
  });
  for (const element of withoutScript) element.hidden = true;
  panel.hidden = false;
  showTarget();
  showComments();
}
