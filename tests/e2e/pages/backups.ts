/** Backups, as a person sees them: in the dialog, or where the library cannot be opened. */
import type { Locator, Page } from '@playwright/test';
import type { Say } from '../texts.ts';

export class Backups {
  readonly backUpNow: Locator;
  private readonly page: Page;
  private readonly say: Say;

  constructor(page: Page, say: Say) {
    this.page = page;
    this.say = say;
    this.backUpNow = page.getByRole('button', { name: say('backups:now') });
  }

  /** Backups made for this reason. */
  of(reason: 'daily' | 'request' | 'restore'): Locator {
    return this.page
      .getByRole('list', { name: this.say('backups:title') })
      .getByRole('listitem')
      .filter({ hasText: this.say(`backups:reason.${reason}`) });
  }

  /** Through the palette. */
  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+p');
    await this.page
      .getByRole('combobox')
      .or(this.page.getByRole('searchbox'))
      .last()
      .fill(this.say('backups:open'));
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog', { name: this.say('backups:title') }).waitFor();
  }

  /** Restores the backup whose row says this, and waits until the window has begun anew. */
  async restore(row: Locator): Promise<void> {
    const press = () => row.getByRole('button', { name: this.say('backups:restore'), exact: true }).click();
    await row.getByRole('button', { name: new RegExp(`^${this.say('backups:restore')}`) }).click();
    const reloaded = this.page.waitForEvent('load');
    await press();
    await reloaded;
  }
}
