/** A login that stands before the whole site, so that not even its front can be seen. */
import { fromHtml } from 'hast-util-from-html';
import { EXIT, visit } from 'unist-util-visit';
import type { HttpAnswer } from '../http/http-message.ts';

/** True for a page that asks for a login: by status 401 (the server's own), at WordPress's address for it, or by a form. */
export function isLoginPage({ status, url, text }: HttpAnswer): boolean {
  if (status === 401 || url.pathname.endsWith('/wp-login.php')) return true;
  if (!/type\s*=\s*["']?password/i.test(text)) return false;
  let asks = false;
  visit(fromHtml(text), 'element', ({ tagName, properties }) => {
    if (tagName !== 'input' || String(properties.type).toLowerCase() !== 'password') return undefined;
    asks = true;
    return EXIT;
  });
  return asks;
}
