/** Runs in the reader's browser, so it uses nothing from outside itself. */
import type { ReaderComment, Sealed } from '#shared/review-bundle/bundle-format.ts';
import type { ScriptWords } from '../bundle-words.ts';

/** What a comment is about, in words; never as markup. */
export function aboutOf(
  place: ReaderComment['place'],
  { blocks, marks }: Pick<Sealed, 'blocks' | 'marks'>,
  words: ScriptWords,
): string {
  if (!place) return words.onPost;
  // A picture is told by its alternative text.
  const text = blocks[place.block] || marks[place.block]?.prefix.split('\n')[0] || '';
  const said = place.start === place.end ? text : text.slice(place.start, place.end);
  const flat = said.replace(/\s+/g, ' ').trim();
  const short = flat.length > 90 ? `${flat.slice(0, 90).trimEnd()}…` : flat;
  const sentence = place.start === place.end ? words.onBlock : words.onWords;
  return sentence.replace('{}', () => short || `${place.block + 1}`);
}

/** A comment in the list, with the way to take it back. */
export function commentEntry(
  { author, text, suggestion }: ReaderComment,
  about: string,
  words: ScriptWords,
  onRemove: () => void,
): HTMLLIElement {
  const entry = document.createElement('li');
  const add = (tag: string, content: string, className: string) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = content;
    entry.append(element);
    return element;
  };
  add('p', author === '' ? about : `${author} · ${about}`, 'about');
  if (text !== '') add('p', text, 'said');
  if (suggestion !== null)
    add(
      'p',
      words.suggests.replace('{}', () => suggestion),
      'said',
    );
  const remove = add('button', words.remove, 'quiet');
  remove.setAttribute('type', 'button');
  remove.addEventListener('click', onRemove);
  return entry;
}
