/** How long a key takes: from the input to the first task after the frame that shows it, ms. */
import type { Page } from '@playwright/test';

/** Puts the caret at the end of the block in the middle of the text. */
export async function placeCaret(page: Page): Promise<void> {
  const block = page.locator('.b-body > p');
  const middle = block.nth(Math.floor((await block.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
}

/** Types so many letters, one after the other; answers the time of each. */
export async function timeKeys(page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let key = 0; key < count; key++) {
    const measured = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          document.addEventListener(
            'beforeinput',
            () => {
              const start = performance.now();
              window.afterFrame(() => resolve(performance.now() - start));
            },
            { once: true, capture: true },
          );
        }),
    );
    // The listener is there once a second evaluation has answered.
    await page.evaluate(() => null);
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a');
    times.push(await measured);
  }
  return times;
}
