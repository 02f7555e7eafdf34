/** A post's own page in the finished site, its pictures beside it. */
import type { ElementContent } from 'hast';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { readBlog } from '../blog-file.ts';
import { readIfThere, removeIfEmpty, writeAtomic } from '../atomic-files.ts';
import type { FolderContent } from '../folder-content.ts';
import type { FolderPaths } from '../folder-paths.ts';
import { mediaNames, placeMedia } from '../page-bundle.ts';
import type { PlacedPost, PostState } from '../post-state.ts';
import { generatorMark, pageHtml } from './page-frame.ts';
import { siteWords, writtenDate } from './site-words.ts';

export const pageFile = 'index.html';

export async function writePage(paths: FolderPaths, state: PostState, content: FolderContent): Promise<void> {
  const folder = join(paths.sitePosts, state.slug);
  await placeMedia(paths, folder, state, () => true);
  const { title } = await readBlog(paths);
  await writeAtomic(join(folder, pageFile), postPageHtml(title, state, content));
}

/** Removes the page of an older version: all of it, or only the pictures that the post shows no more. */
export async function removeOldPage(paths: FolderPaths, state: PostState, old: PlacedPost): Promise<void> {
  if (old.slug === '') return;
  const folder = join(paths.sitePosts, old.slug);
  const page = join(folder, pageFile);
  const stays = old.slug === state.slug && state.status === 'published';
  const isOurs = (await readIfThere(page))?.includes(generatorMark) ?? true;
  // Somebody else's page has come to this address: then nothing here is ours to remove.
  if (!isOurs) return;
  if (!stays) await rm(page, { force: true });
  for (const name of mediaNames(old)) {
    if (!stays || !(name in state.files)) await rm(join(folder, name), { force: true });
  }
  await removeIfEmpty(folder);
}

export function postPageHtml(siteTitle: string, state: PostState, { html }: FolderContent): string {
  const { language, featured } = state;
  const title = state.title || siteWords(language).untitled;
  const article = h('article', { className: 'h-entry' }, [
    h('header', [
      h('h1', { className: 'p-name' }, title),
      ...(state.date === null
        ? []
        : [
            h('time', { className: 'dt-published', dateTime: state.date }, writtenDate(state.date, language)),
          ]),
    ]),
    ...(featured === null ? [] : [featuredFigure(featured)]),
    h('div', { className: 'e-content' }, fromHtml(html, { fragment: true }).children as ElementContent[]),
    ...terms(state),
  ]);
  return pageHtml({
    language,
    siteTitle,
    pageTitle: title,
    description: state.summary,
    root: '../../',
    isFront: false,
    main: [article],
  });
}

function featuredFigure({
  fileName,
  alt,
  width,
  height,
}: NonNullable<PostState['featured']>): ElementContent {
  return h('figure', { className: 'featured' }, [
    h('img', { className: 'u-featured', src: fileName, alt, width, height }),
  ]);
}

function terms({ categories, tags, language }: PostState): ElementContent[] {
  const words = siteWords(language);
  const groups = [
    { label: words.categories, names: categories },
    { label: words.tags, names: tags },
  ].filter(({ names }) => names.length > 0);
  if (groups.length === 0) return [];
  return [
    h(
      'dl',
      { className: 'terms' },
      groups.map(({ label, names }) =>
        h('div', [h('dt', label), ...names.map(({ name }) => h('dd', { className: 'p-category' }, name))]),
      ),
    ),
  ];
}
