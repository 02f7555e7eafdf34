/** A comparison as one HTML file that needs nothing else: for an e-mail, or for the files. */
import type { TFunction } from 'i18next';
import { mediaUrl } from '#shared/contract/media-address.ts';
import { exportedStyle } from '#shared/diff/rendering/exported-style.ts';
import type { AssetHash } from '#shared/document/post-document.ts';
import { assetsIn } from '#shared/document/text.ts';
import { interfaceLanguage } from '#renderer/i18n/i18n.ts';
import { download } from '#renderer/workspace/download.ts';
import type { DiffLayout } from './compare-view.tsx';
import { diffInWorker } from './diff-in-worker.ts';
import type { ComparisonResult } from './use-comparison-result.ts';
import { versionLabel } from './version-label.ts';

const style = `
:root { color-scheme: light dark; --ink: #1f1d1a; --soft: #5f5a52; --line: #d8d2c8; --edge: #8b8478; --paper: #fdfcfa; --panel: #f5f2ec; --ins: #d9efe0; --del: #f8dcd8; --form: #f6e7c6; --added: #1e6b3a; --removed: #a8261c }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --soft: #b3aca0; --line: #47423b; --edge: #80796d; --paper: #1b1a18; --panel: #24221f; --ins: #1d4a2b; --del: #5a221c; --form: #54431a; --added: #8fd6a6; --removed: #ff9d92 } }
body { max-width: 1100px; margin: 2rem auto; padding: 0 1rem; font: 17px/1.6 Georgia, serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
a { color: inherit } img { max-width: 100%; height: auto } pre { white-space: pre-wrap }
ins { background: var(--ins) } del { background: var(--del) } [data-format-change] { background: var(--form) }
[data-change] { border-left: 3px solid var(--edge); padding-left: 12px; margin-left: -15px }
[data-change][data-kind=added] { border-color: var(--added) } [data-change][data-kind=removed] { border-color: var(--removed) }
blockquote { margin-inline: 0; padding-left: 1rem; border-left: 3px solid var(--line); font-style: italic }
[data-note], summary { font: 13px system-ui, sans-serif; color: var(--soft) }
[data-row] { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem } [data-side] { min-width: 0 }
dt { font-weight: 600 } dd { margin: 0 0 .8rem }
${exportedStyle}`;

/** Downloads it; the file runs nothing and asks the network for nothing. */
export async function exportComparison(
  { documents, revisions }: ComparisonResult,
  layout: DiffLayout,
  language: string,
  t: TFunction<'history'>,
): Promise<void> {
  const { before, after } = documents;
  const pictures = new Map<AssetHash, string>();
  for (const asset of new Set([...assetsIn(before), ...assetsIn(after)])) {
    const address = await dataAddress(mediaUrl(asset));
    if (address) pictures.set(asset, address);
  }
  const shown = await diffInWorker('export', documents, {
    layout,
    language: interfaceLanguage(language),
    pictures,
  });
  const [from, to] = [revisions.before, revisions.after].map((revision) =>
    escape(revision ? versionLabel(revision, t, language) : t('compare.draft')),
  );
  const title = escape(after.title || t('unnamedTitle'));
  const html = `<!doctype html>
<html lang="${after.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1><p data-note>${from} → ${to}</p>${shown}</body></html>`;
  download(html, `${after.title.slice(0, 60) || 'brulion'}.html`);
}

/** Null for a picture that cannot be read: its alternative text is shown then. */
async function dataAddress(url: string): Promise<string | null> {
  try {
    const blob = await (await fetch(url)).blob();
    return await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(String(reader.result)));
      reader.addEventListener('error', () =>
        reject(reader.error ?? new Error('The picture cannot be read.')),
      );
      reader.readAsDataURL(blob);
    });
  } catch {
    return null;
  }
}

function escape(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '',
  );
}
