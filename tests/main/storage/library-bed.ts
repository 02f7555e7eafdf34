/** A real library in a temporary folder, with a clock that tests set. */
import type { StoredAccount } from '#main/storage/account-store.ts';
import { openLibrary, type Library } from '#main/storage/library.ts';
import type { PostPage } from '#main/storage/post-list.ts';
import { posts, type Draft, type MarkedText } from '#shared/contract/posts.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { documentOf, temporaryFolder } from './temporary-library.ts';

export interface LibraryBed {
  readonly folder: string;
  readonly library: Library;
  /** Sets the clock; it stands still between. */
  at(time: string): void;
  now(): Date;
  /** A post by its title and Markdown. */
  write(title: string, markdown?: string, fields?: Partial<PostDocument>): Draft;
  /** What the library pane is answered; the contract's defaults for what is left out. */
  list(request?: unknown): PostPage;
  /** Titles of the posts found, in order. */
  titles(request?: unknown): string[];
  /** To be called after each test; the folder goes by itself. */
  close(): void;
  reopen(): void;
}

export function createLibraryBed(): LibraryBed {
  const folder = temporaryFolder();
  let time = new Date('2026-03-01T12:00:00.000Z');
  const now = () => time;
  const open = () => openLibrary(folder, { now });
  let library: Library | null = open();

  const bed: LibraryBed = {
    folder,
    now,
    get library() {
      if (!library) throw new Error('The library is closed.');
      return library;
    },
    at(iso) {
      time = new Date(iso);
    },
    write: (title, markdown = '', fields = {}) =>
      bed.library.posts.create(documentOf(title, markdown, fields)),
    list: (request = {}) => bed.library.posts.list(posts.list.input.parse(request)),
    titles: (request) => bed.list(request).items.map(({ title }) => textOf(title)),
    close() {
      library?.close();
      library = null;
    },
    reopen() {
      bed.close();
      library = open();
    },
  };
  return bed;
}

export function textOf(marked: MarkedText): string {
  return marked.map(({ text }) => text).join('');
}

/** The marked words, in order. */
export function marksOf(marked: MarkedText): string[] {
  return marked.filter((piece) => piece.marked).map(({ text }) => text);
}

/** An account named after its id. */
export function accountOf(id: string, change: Partial<StoredAccount> = {}): StoredAccount {
  return {
    id,
    kind: 'wordpress',
    name: `Blog ${id}`,
    address: `https://${id}.example/`,
    userName: 'ala',
    secretStorage: 'session',
    settings: { apiRoot: `https://${id}.example/wp-json/` },
    isDefault: false,
    createdAt: '2026-03-01T12:00:00.000Z',
    ...change,
  };
}
