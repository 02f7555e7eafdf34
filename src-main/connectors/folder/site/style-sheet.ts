/** The finished site's one style sheet. System fonts, both colour schemes, nothing to load. */
import { textStyle } from './text-style.ts';

export const styleSheet = `/* Made by Brulion. Change it as you like: a changed style sheet is yours and is never overwritten. */
:root {
  color-scheme: light dark;
  --paper: #fdfcfa;
  --panel: #f5f3ef;
  --ink: #1f1d1a;
  --ink-soft: #5f5a52;
  --line: #e2ddd4;
  --accent: #2549b8;
  --serif: 'Iowan Old Style', Charter, 'Noto Serif', Georgia, Cambria, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, 'DejaVu Sans Mono', monospace;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1a1917;
    --panel: #262421;
    --ink: #ece8e1;
    --ink-soft: #aaa398;
    --line: #38342f;
    --accent: #9db4ff;
  }
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

body {
  max-width: 44rem;
  margin: 0 auto;
  padding: clamp(1.5rem, 5vw, 4rem) clamp(1.25rem, 5vw, 2rem) 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.65 var(--serif);
  overflow-wrap: break-word;
}

a {
  color: var(--accent);
  text-decoration-thickness: 1px;
  text-underline-offset: 0.18em;
}

a:hover {
  text-decoration-thickness: 2px;
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
  border-radius: 2px;
}

h1,
h2,
h3,
h4 {
  font-family: var(--sans);
  line-height: 1.25;
  letter-spacing: -0.012em;
  text-wrap: balance;
}

.site-header {
  margin-bottom: clamp(2rem, 6vw, 3.5rem);
  font-family: var(--sans);
}

.site-header p,
.site-header h1 {
  margin: 0;
}

.site-header h1 {
  font-size: 2rem;
}

.site-header p {
  font-weight: 600;
}

.site-header a {
  color: inherit;
  text-decoration: none;
}

.site-footer {
  display: flex;
  gap: 1.5rem;
  margin-top: 4rem;
  padding-top: 1.25rem;
  border-top: 1px solid var(--line);
  font: 0.9375rem/1.5 var(--sans);
}

time {
  color: var(--ink-soft);
  font: 0.9375rem/1.5 var(--sans);
}

.posts {
  display: grid;
  gap: 2.25rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

.posts h2 {
  margin: 0;
  font-size: 1.375rem;
}

.posts h2 a {
  color: inherit;
  text-decoration: none;
}

.posts h2 a:hover {
  color: var(--accent);
  text-decoration: underline;
}

.posts p {
  margin: 0.4rem 0 0;
  color: var(--ink-soft);
}

.empty {
  color: var(--ink-soft);
}

article > header h1 {
  margin: 0 0 0.5rem;
  font-size: clamp(1.875rem, 5vw, 2.5rem);
  letter-spacing: -0.02em;
}

article > header {
  margin-bottom: 2rem;
}

${textStyle}`;
