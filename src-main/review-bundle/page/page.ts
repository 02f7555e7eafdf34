/** The page of a review file: the post, what changed since it was published, and room for comments. */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { longestQuote } from '#shared/contract/limits.ts';
import { bundleWords, type BundleWords, type PostLanguage } from '../bundle-words.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

export interface PageContent {
  readonly language: PostLanguage;
  readonly title: string;
  /** Behind which the file is named. */
  readonly slug: string;
  /** Between the title and the text. */
  readonly opening: readonly ElementContent[];
  /** Every block, safe and self-contained. */
  readonly blocks: readonly (readonly ElementContent[])[];
  /** The same of a comparison; null when there is nothing to compare with. */
  readonly comparison: readonly ElementContent[] | null;
}

/** All of the file, with this text as its data. */
export function pageWith(content: PageContent, data: string): string {
  const words = bundleWords(content.language);
  const script = pageScript();
  const head = [
    h('meta', { dataOwn: '', charSet: 'utf-8' }),
    h('meta', { dataOwn: '', httpEquiv: 'Content-Security-Policy', content: policyFor(script) }),
    h('meta', { dataOwn: '', name: 'viewport', content: 'width=device-width' }),
    h('meta', { dataOwn: '', name: 'referrer', content: 'no-referrer' }),
    h('title', { dataOwn: '' }, content.title || words.untitled),
  ];
  // Written by hand where an element's text is not escaped in HTML.
  return `<!doctype html>
<html lang="${content.language}"><head>${head.map((element) => toHtml(element)).join('\n')}
<style data-own>${pageStyle}</style></head><body>${toHtml(mainOf(content, words))}
${toHtml(panelOf(content, words))}
<script data-own type="application/json">${data}</script>
<script data-own>${script}</script></body></html>
`;
}

/** Nothing is loaded or sent, and nothing runs but our own script. */
function policyFor(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function mainOf({ title, opening, blocks, comparison }: PageContent, words: BundleWords): Element {
  const shown = blocks.map((content, at) =>
    h('div', { dataBlock: String(at) }, [h('div', { dataContent: '' }, [...content])]),
  );
  return h('main', { dataOwn: '' }, [
    h('p', { className: 'lead' }, words.intro),
    h('p', { className: 'lead', dataWithoutScript: '' }, words.withoutScript),
    ...(comparison ? [h('details', [h('summary', words.comparison), ...comparison])] : []),
    h('article', [h('h1', title || words.untitled), ...opening, ...shown]),
  ]);
}

function panelOf({ slug }: PageContent, words: BundleWords): Element {
  const field = (label: string, input: Element, facts: Record<string, string> = {}) =>
    h('label', facts, [h('span', label), input]);
  const button = (name: string, label: string, className = '') =>
    h('button', { type: 'button', dataPart: name, className }, label);
  const facts = {
    dataOwn: '',
    hidden: true,
    ariaLabel: words.comments,
    dataWords: JSON.stringify(words.script),
    dataLongest: String(longestQuote),
    dataFileName: `${slug}-${words.savedFileName}.html`,
  };
  return h('aside', facts, [
    h('h2', words.comments),
    field(words.yourName, h('input', { dataPart: 'reader', maxLength: '200', autoComplete: 'off' })),
    h('p', { dataPart: 'target', className: 'about', ariaLive: 'polite' }),
    field(words.comment, h('textarea', { dataPart: 'text', rows: '4', maxLength: '10000' })),
    field(words.suggestion, h('textarea', { dataPart: 'suggestion', rows: '2', maxLength: '10000' }), {
      dataPart: 'suggest',
    }),
    h('p', [button('add', words.add), ' ', button('on-post', words.onPostInstead, 'quiet')]),
    h('ol', { dataPart: 'list', ariaLabel: words.comments }),
    h('p', { dataPart: 'status', role: 'status' }),
    button('save', words.save, 'main'),
    h('p', { className: 'about' }, words.sendBack),
  ]);
}
