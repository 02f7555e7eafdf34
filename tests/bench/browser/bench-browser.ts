/** A browser for measuring: frames come as fast as they can be made, so that waiting for the next one is not measured. */
import { chromium, type Browser, type Page } from '@playwright/test';

export async function launchBrowser(): Promise<Browser> {
  const browser = process.env['BRULION_TEST_BROWSER'];
  if (!browser) throw new Error('Run this by `npm run bench`, which finds a browser.');
  return chromium.launch({
    ...(browser === 'playwright' ? {} : { executablePath: browser }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-gpu-vsync',
      '--disable-frame-rate-limit',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--js-flags=--expose-gc',
    ],
  });
}

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.afterFrame = (then) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', then, { once: true });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
  });
  return page;
}

declare global {
  interface Window {
    /** Calls in the first task after the next frame was drawn. */
    afterFrame: (then: () => void) => void;
  }
}
