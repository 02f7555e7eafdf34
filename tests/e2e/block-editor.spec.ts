/** WordPress's own block editor opens what we publish as native blocks, without a warning. */
import { expect, test } from './fixtures.ts';
import { postsOn } from './wordpress-posts.ts';

interface Block {
  readonly name: string;
  readonly isValid: boolean;
  readonly innerBlocks: readonly Block[];
}

test('every block we can write is a valid native block there', async ({ window, wordPress, context }) => {
  test.setTimeout(180_000);
  const { editor, library, queue, addBlog } = window;
  await addBlog.connect(wordPress, 'admin');
  await library.begin();
  await editor.type('Every block\n');
  await editor.type(
    'A *paragraph* with **bold**, ~~struck~~ and `code`.\n## Two\n### Three\n#### Four\n- one\ntwo\n\n1. first\nsecond\n\n[ ] open task\ndone\n\n',
  );
  await editor.type('> A quote\n\n--- \n');
  await editor.pasteTurtle('A turtle');
  await window.page.keyboard.press('Escape');
  await editor.publish.click();
  await queue.succeeded('publish');
  const [post] = await postsOn(wordPress);
  if (!post) throw new Error('There is no post on the blog.');

  const admin = await context.newPage();
  await admin.goto(`${wordPress.url}/wp-login.php`);
  await admin.locator('#user_login').fill(wordPress.users.admin.user);
  await admin.locator('#user_pass').fill(wordPress.users.admin.password);
  await admin.locator('#wp-submit').click();
  await admin.waitForURL(/wp-admin/);
  await admin.goto(`${wordPress.url}/wp-admin/post.php?post=${post.id}&action=edit`);
  // The editor's own store is the judge: it parses and validates each block.
  await admin.waitForFunction(
    'window.wp?.data?.select("core/block-editor")?.getBlocks()?.length > 0',
    undefined,
    { timeout: 120_000 },
  );
  const blocks = (await admin.evaluate(
    'wp.data.select("core/block-editor").getBlocks().map(function pick(b) { return { name: b.name, isValid: b.isValid, innerBlocks: b.innerBlocks.map(pick) } })',
  )) as Block[];
  const all = blocks.flatMap(function flat(block): Block[] {
    return [block, ...block.innerBlocks.flatMap(flat)];
  });
  expect(all.filter(({ isValid }) => !isValid)).toEqual([]);
  expect(new Set(all.map(({ name }) => name))).toEqual(
    new Set([
      'core/paragraph',
      'core/heading',
      'core/list',
      'core/list-item',
      'core/quote',
      'core/separator',
      'core/image',
    ]),
  );
  expect(await admin.evaluate('wp.data.select("core/editor").getEditedPostContent()')).toBe(post.content.raw);
});
