/** The publish queue's panel. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from '../texts.ts';

export class PublishQueue {
  readonly region: Locator;
  readonly jobs: Locator;
  readonly #say: Say;

  constructor(page: Page, say: Say) {
    this.#say = say;
    this.region = page.getByRole('region', { name: say('publishing:queue.label') });
    this.jobs = this.region.locator('[data-state]');
  }

  /** The newest job. */
  get newest(): Locator {
    return this.jobs.first();
  }

  /** Opens the panel by hand; publishing opens it by itself. */
  async open(): Promise<void> {
    await this.region.locator('button[aria-expanded="false"]').click();
  }

  async close(): Promise<void> {
    await this.region.getByRole('button', { name: this.#say('publishing:queue.close'), exact: true }).click();
  }

  /** Waits until the newest job ended well, its receipt is there, and nothing differs on the live page. */
  async succeeded(kind: 'publish' | 'update'): Promise<void> {
    await expect(this.newest).toHaveAttribute('data-state', 'succeeded', { timeout: 40_000 });
    await expect(this.newest).toContainText(this.#say(`publishing:did.${kind}`));
    await expect(this.newest).toContainText(this.#say('publishing:receipt.same'));
  }

  async is(state: 'waiting' | 'needs-attention' | 'succeeded' | 'running' | 'cancelled'): Promise<void> {
    await expect(this.newest).toHaveAttribute('data-state', state, { timeout: 40_000 });
  }

  /** Where the newest job's post is. */
  async permalink(): Promise<string> {
    const href = await this.newest
      .getByRole('link', { name: this.#say('publishing:openLive') })
      .getAttribute('href');
    if (!href) throw new Error('The job has no link.');
    return href;
  }
}
