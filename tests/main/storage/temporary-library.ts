/** Libraries in temporary folders, removed after each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openLibrary, type Library } from '#main/storage/library.ts';
import { markdownToBody } from '#shared/document/markdown.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { emptyDocument } from '#shared/document/serialized.ts';

const open: Library[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const library of open.splice(0)) library.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'brulion-library-'));
  folders.push(folder);
  return folder;
}

export function temporaryLibrary(folder = temporaryFolder()): Library {
  const library = openLibrary(folder);
  open.push(library);
  return library;
}

/** Closes it now, as quitting does. */
export function closeLibrary(library: Library): void {
  open.splice(open.indexOf(library), 1);
  library.close();
}

export function documentOf(title: string, markdown = '', fields: Partial<PostDocument> = {}): PostDocument {
  return { ...emptyDocument('pl'), title, body: markdownToBody(markdown), ...fields };
}
