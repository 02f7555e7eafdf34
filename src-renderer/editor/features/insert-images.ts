/** Pictures into the text: from the clipboard, dropped, or picked. */
import { $createParagraphNode, $insertNodes, $getSelection, $getRoot, type LexicalEditor } from 'lexical';
import type { BrulionClient } from '#shared/contract/contract.ts';
import { $createImageNode } from '#shared/document/image-node.ts';
import { importPicture } from './import-picture.ts';

/** Stores each file in the library and puts it where the caret is. Rejects with the CodedError of the first that is none. */
export async function insertImages(
  editor: LexicalEditor,
  client: BrulionClient,
  files: readonly File[],
): Promise<void> {
  for (const file of files) {
    const { hash, width, height } = await importPicture(client, file);
    editor.update(() => {
      if (!$getSelection()) $getRoot().selectEnd();
      const image = $createImageNode({ asset: hash, width, height });
      $insertNodes([image]);
      // The writing goes on below the picture.
      if (!image.getNextSibling()) image.insertAfter($createParagraphNode());
      image.selectNext(0, 0);
    });
  }
}

/** Lets a person pick pictures; empty when they change their mind. */
export function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/gif,image/webp,image/avif';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
