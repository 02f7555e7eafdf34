/** How long a post takes to open: until all of it stands there and can be written in, and a frame has shown it, ms. */
import type { Page } from '@playwright/test';

/** By a press on its title in the list. */
export function timeOpening(page: Page, title: string, blocks: number): Promise<number> {
  return page.evaluate(
    ([wanted, count]) =>
      new Promise<number>((resolve, reject) => {
        const link = [...document.querySelectorAll('a')].find((a) => a.textContent.includes(wanted));
        if (!link) return reject(new Error(`${wanted} is not in the list.`));
        const start = performance.now();
        link.click();
        const look = () => {
          const body = document.querySelector<HTMLElement>('.b-body');
          if (body?.isContentEditable && body.childElementCount === count)
            window.afterFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [title, blocks] as const,
  );
}

/** Bare Lexical parses the same text and shows it. */
export function timeBareOpening(page: Page, body: string): Promise<number> {
  return page.evaluate(
    (json) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        window.openBare?.(json);
        const look = () => {
          if ((document.querySelector('.b-body')?.childElementCount ?? 0) > 0)
            window.afterFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        look();
      }),
    body,
  );
}
