/** A post's versions, and two of them compared. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from '../texts.ts';

export class HistoryPane {
  readonly revisions: Locator;
  readonly comparison: Locator;
  readonly changes: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say) {
    this.#page = page;
    this.#say = say;
    this.revisions = page.getByRole('list', { name: say('history:list') }).getByRole('listitem');
    this.comparison = page.getByRole('region', { name: say('history:compare.title') });
    this.changes = this.comparison.locator('[data-change]');
  }

  async show(): Promise<void> {
    await this.#page.getByRole('tab', { name: this.#say('history:tabs.history') }).click();
    await expect(
      this.#page.getByRole('region', { name: this.#say('history:title'), exact: true }),
    ).toBeVisible();
  }

  async name(name: string, note = ''): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('history:name.action') }).click();
    await this.#page.getByRole('textbox', { name: this.#say('history:name.label'), exact: true }).fill(name);
    await this.#page.getByRole('textbox', { name: this.#say('history:name.note'), exact: true }).fill(note);
    await this.#page.getByRole('button', { name: this.#say('history:name.save'), exact: true }).click();
    await expect(this.named(name)).toBeVisible();
  }

  named(name: string): Locator {
    return this.revisions.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  async compareWithDraft(name: string): Promise<void> {
    await this.named(name)
      .getByRole('button', { name: this.#say('history:compare.open') })
      .click();
    await expect(this.changes.first()).toBeVisible();
  }

  /** Presses what the comparison's bar offers. */
  async press(key: string): Promise<void> {
    await this.comparison.getByRole('button', { name: this.#say(`history:${key}`), exact: true }).click();
  }
}
