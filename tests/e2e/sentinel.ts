/** Watches a browser for anything that ran, or left, because of what a post held. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';

export interface Sentinel {
  /** Nobody may ask this address. */
  readonly canary: string;
  /** What ran, opened a dialog, or was stopped only by the page's policy, in order. */
  readonly told: readonly string[];
  /** What a browser asked the canary for. The receipt's own look whether a published picture can be had is left aside. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Begins to watch every page the context opens from now on. */
export async function watch(context: BrowserContext): Promise<Sentinel> {
  const told: string[] = [];
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    if (request.headers['user-agent'] !== 'Brulion') asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await context.exposeFunction('__told', (what: string) => void told.push(what));
  await context.addInitScript(() => {
    const tell = (what: string) => void (window as unknown as { __told(what: string): void }).__told(what);
    Object.assign(window, { __xss: (id: unknown) => tell(`ran: ${String(id)}`) });
    // A policy that had to stop something is the second line: the first one let it into the page.
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      tell(`stopped: ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  context.on('dialog', (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => told.push(`error: ${error.error().message}`));
  return {
    canary: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    asked,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What in the page could still run or lead astray; by the browser's own reading of each attribute. */
export function faultsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = 'script,iframe,frame,object,embed,applet,base,meta[http-equiv],link,style,template';
    const faults = [...document.body.querySelectorAll(running)]
      .map(({ outerHTML }) => outerHTML.slice(0, 200))
      // The interface library counts tabs in one; nothing is in it.
      .filter((html) => html !== '<template></template>');
    for (const element of document.body.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const isAddress = /^(xlink:)?(href|src|action|formaction|data|poster|background)$/.test(name);
        const protocol = isAddress ? URL.parse(value, document.baseURI)?.protocol : undefined;
        const harmless = ['http:', 'https:', 'mailto:', 'tel:', 'about:', 'blob:', undefined];
        const asksElsewhere = name === 'style' && /url\(|expression|position\s*:\s*fixed/i.test(value);
        if (/^on|^srcdoc$|^srcset$|^ping$/i.test(name) || !harmless.includes(protocol) || asksElsewhere) {
          faults.push(`${element.tagName} ${name}="${value}"`);
        }
      }
    }
    return faults;
  });
}

/** Gives every element the chance to react that a person moving about would give it. */
export async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const element of document.body.querySelectorAll('*')) {
      for (const type of [
        'mouseover',
        'pointerenter',
        'focus',
        'blur',
        'animationstart',
        'toggle',
        'load',
        'error',
      ]) {
        element.dispatchEvent(new Event(type, { bubbles: false }));
      }
    }
    for (const details of document.querySelectorAll('details')) details.open = true;
    // Pictures and style sheets begin to load with the next frames.
    for (let frame = 0; frame < 3; frame++) await new Promise((shown) => requestAnimationFrame(shown));
  });
}
