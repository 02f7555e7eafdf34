/** Class names Lexical gives its elements; `body.css` says how they look. */
import type { EditorThemeClasses } from 'lexical';

export const theme: EditorThemeClasses = {
  paragraph: 'b-paragraph',
  heading: { h2: 'b-h2', h3: 'b-h3', h4: 'b-h4' },
  quote: 'b-quote',
  code: 'b-code',
  link: 'b-link',
  hr: 'b-divider',
  hrSelected: 'b-selected',
  list: {
    ul: 'b-list',
    ol: 'b-list',
    listitem: 'b-item',
    listitemChecked: 'b-item-checked',
    listitemUnchecked: 'b-item-open',
    nested: { listitem: 'b-item-nested' },
    checklist: 'b-checklist',
  },
  text: {
    bold: 'b-bold',
    italic: 'b-italic',
    strikethrough: 'b-strike',
    underline: 'b-underline',
    underlineStrikethrough: 'b-underline-strike',
    code: 'b-inline-code',
    highlight: 'b-highlight',
    subscript: 'b-sub',
    superscript: 'b-sup',
  },
};
