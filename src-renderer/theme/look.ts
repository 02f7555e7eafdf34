/** Light or dark, serif or sans: what the style sheets look at on the root element. */
import type { Settings } from '#shared/contract/settings.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let theme: Settings['theme'] = 'system';

/** Follows the system when that is the choice, also when the system changes later. */
export function applyLook(settings: Pick<Settings, 'theme' | 'textFont'>): void {
  theme = settings.theme;
  document.documentElement.dataset['textFont'] = settings.textFont;
  applyTheme();
}

function applyTheme(): void {
  document.documentElement.dataset['theme'] =
    theme === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : theme;
}

systemIsDark.addEventListener('change', applyTheme);
