/** The editor: title, text, and the bar with Publish. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from '../texts.ts';

const turtle = new URL('../../fixtures/turtle.png', import.meta.url);

export class EditorPane {
  readonly title: Locator;
  readonly body: Locator;
  readonly publish: Locator;
  readonly update: Locator;
  readonly saveStatus: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say) {
    this.#page = page;
    this.#say = say;
    this.title = page.getByRole('textbox', { name: say('editor:title.label'), exact: true });
    this.body = page.getByRole('textbox', { name: say('editor:body.label'), exact: true });
    this.publish = page.getByRole('button', { name: say('publishing:publish'), exact: true });
    this.update = page.getByRole('button', { name: say('publishing:update'), exact: true });
    this.saveStatus = page.getByRole('status', { name: say('app:status.label') });
  }

  /** Types with a person's keys; a line break is the Enter key. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Pastes the picture of a turtle where the caret is, and says what it shows. */
  async pasteTurtle(alt: string): Promise<void> {
    const base64 = readFileSync(turtle).toString('base64');
    const before = await this.pictures.count();
    await this.body.evaluate((element, data) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'żółw.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, base64);
    await expect(this.pictures).toHaveCount(before + 1);
    await this.#page
      .getByRole('textbox', { name: this.#say('editor:image.alt'), exact: true })
      .nth(before)
      .fill(alt);
  }

  /** Pastes one thing after another at the end of the text, each by its type on the clipboard. */
  async paste(things: readonly { readonly type: string; readonly text: string }[]): Promise<void> {
    await this.body.click();
    await this.pasteWhereItIs(things);
  }

  /** The same over whatever is selected. */
  async pasteWhereItIs(things: readonly { readonly type: string; readonly text: string }[]): Promise<void> {
    await this.body.evaluate(async (element, pastes) => {
      for (const { type, text } of pastes) {
        const clipboardData = new DataTransfer();
        clipboardData.setData(type, text);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
        // The editor puts it into the page in a microtask of its own.
        await new Promise((done) => requestAnimationFrame(done));
      }
    }, things);
  }

  get pictures(): Locator {
    return this.body.locator('figure img');
  }

  /** Waits until the status line says that all is saved. */
  async saved(): Promise<void> {
    await expect(this.saveStatus.locator('[data-state]')).toHaveAttribute('data-state', 'saved');
  }

  /** Chooses one of the other ways to publish. */
  async chooseOther(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: this.#say('publishing:more'), exact: true }).click();
    await this.#page.getByRole('menuitem', { name }).click();
  }

  /** Schedules the post; `at` in the browser's own time, as its field takes it. */
  async schedule(at: string): Promise<void> {
    await this.chooseOther(this.#say('publishing:schedule'));
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel(this.#say('publishing:scheduleDialog.when')).fill(at);
    await dialog.getByRole('button', { name: this.#say('publishing:scheduleDialog.confirm') }).click();
    await expect(dialog).toBeHidden();
  }
}
