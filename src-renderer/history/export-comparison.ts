/** A comparison as one HTML file that needs nothing else: for an e-mail, or for the files. */
import { toHtml } from 'hast-util-to-html';
import type { TFunction } from 'i18next';
import { mediaUrl } from '#shared/contract/media-address.ts';
import { diffToHast } from '#shared/diff/diff-to-hast.ts';
import { assetsIn } from '#shared/document/text.ts';
import { download } from '#renderer/workspace/download.ts';
import type { DiffLayout } from './compare-view.tsx';
import { diffTexts } from './diff-texts.ts';
import type { ComparisonResult } from './use-comparison-result.ts';
import { versionLabel } from './version-label.ts';

const style = `
body { max-width: 1100px; margin: 2rem auto; padding: 0 1rem; font: 17px/1.6 Georgia, serif; color: #1f1d1a; background: #fdfcfa; }
img { max-width: 100%; height: auto } pre { white-space: pre-wrap }
ins { background: #d9efe0 } del { background: #f8dcd8 } [data-format-change] { background: #f6e7c6 }
[data-change] { border-left: 3px solid #8b8478; padding-left: 12px; margin-left: -15px }
[data-kind=added] { border-color: #1e6b3a } [data-kind=removed] { border-color: #a8261c }
[data-note], summary { font: 13px sans-serif; color: #5f5a52 }
[data-row] { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem } [data-side] { min-width: 0 }
dt { font-weight: 600 } dd { margin: 0 0 .8rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1a18 } ins { background: #1d4a2b } del { background: #5a221c } }
`;

/** Downloads it; the file runs nothing and asks the network for nothing. */
export async function exportComparison(
  { diff, before, after, revisions }: ComparisonResult,
  layout: DiffLayout,
  t: TFunction<'history'>,
  language: string,
): Promise<void> {
  const pictures = new Map<string, string>();
  for (const asset of new Set([...assetsIn(before), ...assetsIn(after)])) {
    const address = await dataAddress(mediaUrl(asset));
    if (address) pictures.set(asset, address);
  }
  const tree = diffToHast(diff, {
    layout,
    context: Infinity,
    pictureUrl: (asset) => pictures.get(asset) ?? null,
    texts: diffTexts(t),
  });
  const [from, to] = [revisions.before, revisions.after].map((revision) =>
    escape(revision ? versionLabel(revision, t, language) : t('compare.draft')),
  );
  const title = escape(after.title || t('unnamedTitle'));
  const html = `<!doctype html>
<html lang="${after.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1><p data-note>${from} → ${to}</p>${toHtml(tree)}</body></html>`;
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
