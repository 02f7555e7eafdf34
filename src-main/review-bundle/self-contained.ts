/** Makes a sanitized tree need nothing from elsewhere: pictures are in it or named, links open beside, ids are its own. */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { AssetHash } from '#shared/document/post-document.ts';
import type { BundleWords } from './bundle-words.ts';

/** Where pictures of the library stand until they are put in; it passes the sanitizer and leads nowhere. */
const placeholder = 'https://picture.invalid/';

export function placeholderOf(asset: AssetHash | null): string {
  return `${placeholder}${asset ?? 'none'}`;
}

/** Pictures by their hash, as data addresses. */
export type BundlePictures = ReadonlyMap<AssetHash, string>;

/** Changes the tree in place. */
export function makeSelfContained(root: Root, pictures: BundlePictures, words: BundleWords): Root {
  visit(root, 'element', (element, at, parent) => {
    const instead = insteadOf(element, pictures, words);
    if (instead && parent && at !== undefined) {
      parent.children.splice(at, 1, ...instead);
      return at + instead.length;
    }
    settle(element);
    return undefined;
  });
  return root;
}

function insteadOf(
  { tagName, properties }: Element,
  pictures: BundlePictures,
  words: BundleWords,
): ElementContent[] | null {
  if (tagName === 'source' || tagName === 'track') return [];
  if (tagName === 'audio' || tagName === 'video') return [leftOut(words.mediaLeftOut)];
  if (tagName !== 'img') return null;
  const { src, alt, width, height } = properties;
  const data = pictures.get(String(src).slice(placeholder.length));
  const said = typeof alt === 'string' ? alt : '';
  if (data === undefined || !String(src).startsWith(placeholder))
    return [leftOut(words.pictureLeftOut(said))];
  return [h('img', { src: data, alt: said, width, height })];
}

function leftOut(text: string): Element {
  return h('span', { className: 'left-out' }, text);
}

function settle({ tagName, properties }: Element): void {
  for (const name of ['name', 'accessKey', 'cite', 'longDesc', 'useMap', 'itemProp', 'itemType', 'action'])
    delete properties[name];
  // What the page's own script looks for is never found in the post.
  if (properties['id'] !== undefined) properties['id'] = `post-${String(properties['id'])}`;
  if (tagName === 'a') settleLink(properties);
}

function settleLink(properties: Element['properties']): void {
  const href = typeof properties['href'] === 'string' ? properties['href'] : '';
  if (/^#./.test(href)) {
    properties['href'] = `#post-${href.slice(1)}`;
    delete properties['target'];
  } else if (/^(https?|mailto|tel):/i.test(href)) {
    properties['target'] = '_blank';
    properties['rel'] = ['noopener', 'noreferrer'];
  } else {
    // Beside a file on a disk a relative address leads into that disk; an empty one leads nowhere.
    delete properties['href'];
  }
}
