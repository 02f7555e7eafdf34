/** The library: the list and its search. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from '../texts.ts';

export class LibraryPane {
  readonly newPost: Locator;
  readonly search: Locator;
  readonly posts: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say) {
    this.#page = page;
    this.#say = say;
    this.newPost = page.getByRole('button', { name: say('library:newPost'), exact: true });
    this.search = page.getByRole('searchbox', { name: say('library:search') });
    this.posts = page.getByRole('list', { name: say('library:posts'), exact: true });
  }

  post(title: string): Locator {
    return this.posts.getByRole('listitem').filter({ hasText: title });
  }

  /** Begins a post; its title waits for the first key then. */
  async begin(): Promise<void> {
    const before = this.#page.url();
    await this.newPost.click();
    await this.#page.waitForURL((url) => url.href !== before);
    await expect(
      this.#page.getByRole('textbox', { name: this.#say('editor:title.label'), exact: true }),
    ).toBeFocused();
  }

  async open(title: string): Promise<void> {
    await this.post(title).getByRole('link').click();
  }

  /** Chooses from a post's own menu. */
  async choose(title: string, action: 'duplicate' | 'trash' | 'undelete' | 'deleteForever'): Promise<void> {
    await this.post(title).click({ button: 'right' });
    await this.#page.getByRole('menuitem', { name: this.#say(`library:${action}`) }).click();
  }

  async showTrash(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('library:filter.all') }).click();
    await this.#page.getByRole('menuitem', { name: this.#say('library:filter.trash') }).click();
  }

  async titles(count: number): Promise<string[]> {
    const links = this.posts.getByRole('link');
    await expect(links).toHaveCount(count);
    return links.locator('> span:first-child').allInnerTexts();
  }
}
