/** The dialog that connects a blog. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { TestWordPress } from '../../servers/wordpress/server.ts';
import type { Say } from '../texts.ts';

export class AddBlogDialog {
  readonly dialog: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say) {
    this.#page = page;
    this.#say = say;
    this.dialog = page.getByRole('dialog', { name: say('accounts:title') });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('library:addBlog'), exact: true }).click();
  }

  /** Fills the form in and sends it; what the blog answers is for the caller to look at. */
  async submit(address: string, user: string, password: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: this.#say('accounts:address') }).fill(address);
    await this.dialog.getByRole('textbox', { name: this.#say('accounts:userName') }).fill(user);
    await this.dialog.getByLabel(this.#say('accounts:password')).fill(password);
    await this.dialog.getByRole('button', { name: this.#say('accounts:add') }).click();
  }

  async connect({ url, users }: TestWordPress, role: keyof TestWordPress['users'] = 'author'): Promise<void> {
    await this.open();
    await this.submit(url, users[role].user, users[role].appPassword);
    await expect(this.dialog).toBeHidden({ timeout: 30_000 });
  }
}
