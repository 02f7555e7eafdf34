/** A real WordPress: connect it, publish, open the permalink, edit, update, schedule, unpublish. */
import { expect, test } from './fixtures.ts';
import { languages } from './texts.ts';
import { adminCall } from '../main/connectors/wordpress/admin-call.ts';
import { postsOn } from './wordpress-posts.ts';

for (const language of languages) {
  test.describe(`WordPress, ${language}`, () => {
    test.use({ language });
    test.setTimeout(120_000);

    test('from the first word to the live page and back', async ({ window, wordPress, context, say }) => {
      const { editor, library, queue, addBlog } = window;
      await addBlog.connect(wordPress);
      await library.begin();
      await editor.type(
        'Marketing dla programistów\n## Zaczynamy\nTekst – z **pogrubieniem**.\n- raz\ndwa\n\n> Cytat\n',
      );
      await editor.pasteTurtle('Żółw');
      await editor.publish.click();
      await queue.succeeded('publish');

      const live = await context.newPage();
      const permalink = await queue.permalink();
      await live.goto(permalink);
      await expect(live.getByRole('heading', { level: 1, name: 'Marketing dla programistów' })).toBeVisible();
      await expect(live.locator('strong', { hasText: 'pogrubieniem' })).toBeVisible();
      const picture = live.getByRole('img', { name: 'Żółw' });
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
        .toBeGreaterThan(0);

      await editor.title.fill('Marketing bez bólu');
      await editor.update.click();
      await expect(queue.jobs).toHaveCount(2);
      await queue.succeeded('update');
      await live.reload();
      await expect(live.getByRole('heading', { level: 1, name: 'Marketing bez bólu' })).toBeVisible();

      await editor.chooseOther(say('publishing:unpublish'));
      await expect(queue.newest).toContainText(say('publishing:did.unpublish'), { timeout: 30_000 });
      await expect(editor.publish).toBeVisible();

      await editor.schedule('2035-05-06T07:08');
      await expect(queue.newest).toContainText('2035', { timeout: 30_000 });
      const posts = await postsOn(wordPress);
      expect(posts.map(({ status, title }) => ({ status, title: title.raw }))).toEqual([
        { status: 'future', title: 'Marketing bez bólu' },
      ]);
    });

    test('a wrong password is said at the form; nothing is connected before it is right', async ({
      window: { addBlog, library, page },
      wordPress,
      say,
    }) => {
      await addBlog.open();
      await addBlog.submit(wordPress.url, 'author', 'wrong wrong wrong');
      await expect(addBlog.dialog.getByRole('alert')).toHaveText(say('errors:sign-in-refused'));
      const connected = page.getByRole('button', {
        name: say('publishing:blog.to').replace('{{name}}', 'Test blog'),
        includeHidden: true,
      });
      await expect(connected).toHaveCount(0);
      const { user, appPassword } = wordPress.users.author;
      await addBlog.submit(wordPress.url, user, appPassword);
      await expect(addBlog.dialog).toBeHidden({ timeout: 30_000 });
      await library.begin();
      await expect(connected).toBeVisible();
    });

    test('a revoked password is asked for in the queue, and the post goes on with a new one', async ({
      window: { editor, library, queue, addBlog, page },
      wordPress,
      say,
    }) => {
      await addBlog.connect(wordPress);
      await library.begin();
      await editor.type('Hasło cofnięte\nTekst.\n');
      const me = await adminCall(wordPress, 'wp/v2/users', { query: { search: 'author', context: 'edit' } });
      const [author] = (await me.json()) as { id: number }[];
      const passwords = `wp/v2/users/${author?.id}/application-passwords`;
      await adminCall(wordPress, passwords, { method: 'DELETE' });
      await editor.publish.click();
      await queue.is('needs-attention');
      await expect(queue.newest).toContainText(say('errors:problem.sign-in-refused'));

      const made = await adminCall(wordPress, passwords, { method: 'POST', body: { name: 'new' } });
      const { password } = (await made.json()) as { password: string };
      await queue.newest.getByRole('button', { name: say('publishing:choice.enter-password') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('textbox', { name: say('accounts:address') })).toHaveValue(
        new RegExp(wordPress.url),
      );
      await dialog.getByLabel(say('accounts:password')).fill('not this one');
      await dialog.getByRole('button', { name: say('accounts:signIn') }).click();
      await expect(dialog.getByRole('alert')).toHaveText(say('errors:sign-in-refused'));
      await dialog.getByLabel(say('accounts:password')).fill(password);
      await dialog.getByRole('button', { name: say('accounts:signIn') }).click();
      await expect(dialog).toBeHidden({ timeout: 30_000 });
      await queue.succeeded('publish');
      expect((await postsOn(wordPress)).map(({ title }) => title.raw)).toEqual(['Hasło cofnięte']);
    });

    test('offline, the post waits; after a restart it goes out once, by itself', async ({
      window,
      wordPress,
      app,
      say,
    }) => {
      const { editor, library, queue, addBlog, page } = window;
      await addBlog.connect(wordPress);
      await library.begin();
      await editor.type('Napisane w pociągu\nBez sieci.\n');
      await editor.pasteTurtle('Żółw w pociągu');
      await wordPress.pause();
      await editor.publish.click();
      await queue.is('waiting');
      await expect(queue.newest).toContainText(say('errors:problem.offline'));
      await app.kill();
      await app.start();
      await page.reload();
      await queue.open();
      await queue.is('waiting');
      await wordPress.resume();
      await queue.succeeded('publish');
      const posts = await postsOn(wordPress);
      expect(posts.map(({ status, title }) => ({ status, title: title.raw }))).toEqual([
        { status: 'publish', title: 'Napisane w pociągu' },
      ]);
      expect(posts[0]?.content.raw.match(/wp-image-\d+/g)).toHaveLength(1);
    });
  });
}
