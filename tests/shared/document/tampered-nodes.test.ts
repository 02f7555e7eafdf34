/** Nodes as somebody else's page may put them on the clipboard, in Lexical's own words. */
import { $getRoot, $insertNodes, $parseSerializedNode, type SerializedLexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import { createDocumentEditor } from '#shared/document/document-extension.ts';
import { blocksOf, image, opaque, paragraph, text, type BlockJson } from '#shared/document/serialized.ts';

/** The body after these nodes were pasted into an empty one. */
function pasted(...nodes: readonly unknown[]): readonly BlockJson[] {
  const editor = createDocumentEditor();
  editor.update(
    () => {
      $getRoot().selectEnd();
      $insertNodes(nodes.map((node) => $parseSerializedNode(node as SerializedLexicalNode)));
    },
    { discrete: true },
  );
  const blocks = blocksOf(editor.getEditorState().toJSON());
  editor.dispose();
  return blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
}

test.each(['text', 'tab', 'code-highlight'])('a style on %s is not taken in', (type) => {
  const covering = { ...text(type === 'tab' ? '\t' : 'x'), type, style: 'position:fixed;inset:0' };
  const [block] = pasted({ ...paragraph(), children: [covering] });
  expect(block).toMatchObject({ children: [{ type, style: '' }] });
});

test('a picture has an asset of the library or an address that shows, and words for words', () => {
  const wrong = {
    src: 'javascript:1',
    asset: '../site/x',
    alt: { toString: 1 },
    caption: ['x'],
    width: 'wide',
  };
  expect(pasted({ type: 'image', version: 1, ...wrong })).toEqual([image({})]);
  const right = image({ asset: 'a'.repeat(64), alt: 'A', caption: 'C', width: 3, height: 2 });
  expect(pasted(right)).toEqual([right]);
  const elsewhere = image({ src: 'https://example.org/a.png', remoteId: '7' });
  expect(pasted(elsewhere)).toEqual([elsewhere]);
});

test('what is kept as it came is words too', () => {
  const wrong = { type: 'opaque', version: 1, dialect: 'javascript', raw: { length: 3 }, label: null };
  expect(pasted(wrong)).toEqual([opaque('html', '', '')]);
  expect(pasted(opaque('wordpress', '<x>', 'x'))).toEqual([opaque('wordpress', '<x>', 'x')]);
});

test.each(['script', 'style', 'iframe', 'h7'])('a heading is never an element <%s>', (tag) => {
  expect(pasted({ type: 'heading', version: 1, tag, children: [] })).toMatchObject([
    { type: 'heading', tag: expect.stringMatching(/^h[1-6]$/) as string },
  ]);
});
