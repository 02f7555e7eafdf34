/** The finished site's one style sheet. System fonts, both colour schemes, nothing to load. */
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

.e-content h2 {
  margin: 2.75rem 0 0.75rem;
  font-size: 1.5rem;
}

.e-content h3 {
  margin: 2.25rem 0 0.6rem;
  font-size: 1.25rem;
}

.e-content h4 {
  margin: 2rem 0 0.5rem;
  font-size: 1.0625rem;
}

.e-content p,
.e-content ul,
.e-content ol {
  margin: 0 0 1.25rem;
}

.e-content li {
  margin-bottom: 0.35rem;
}

.e-content li > ul,
.e-content li > ol {
  margin: 0.35rem 0 0;
}

blockquote {
  margin: 1.75rem 0;
  padding-left: 1.25rem;
  border-left: 3px solid var(--line);
  color: var(--ink-soft);
  font-style: italic;
}

blockquote > :last-child {
  margin-bottom: 0;
}

figure {
  margin: 2rem 0;
}

figure.featured {
  margin: 0 0 2.25rem;
}

img {
  display: block;
  max-width: 100%;
  height: auto;
  margin: 0 auto;
  border-radius: 6px;
}

figcaption {
  margin-top: 0.6rem;
  color: var(--ink-soft);
  font: 0.9375rem/1.5 var(--sans);
  text-align: center;
}

pre {
  margin: 1.75rem 0;
  padding: 1rem 1.25rem;
  overflow-x: auto;
  border-radius: 6px;
  background: var(--panel);
  font: 0.9375rem/1.55 var(--mono);
}

code {
  padding: 0.1em 0.3em;
  border-radius: 4px;
  background: var(--panel);
  font-family: var(--mono);
  font-size: 0.9em;
}

pre code {
  padding: 0;
  background: none;
  font-size: inherit;
}

hr {
  width: 6rem;
  margin: 2.75rem auto;
  border: 0;
  border-top: 1px solid var(--line);
}

mark {
  background: #ffe9a8;
  color: #1f1d1a;
}

table {
  display: block;
  max-width: 100%;
  margin: 1.75rem 0;
  overflow-x: auto;
  border-collapse: collapse;
  font-size: 1rem;
}

th,
td {
  padding: 0.5rem 0.75rem;
  border-bottom: 1px solid var(--line);
  text-align: left;
}

.terms {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.75rem;
  margin: 3rem 0 0;
  color: var(--ink-soft);
  font: 0.9375rem/1.5 var(--sans);
}

.terms dt {
  font-weight: 600;
}

.terms dt:not(:first-child) {
  flex-basis: 100%;
  width: 0;
}

.terms dd {
  margin: 0;
}

@media print {
  .site-footer {
    display: none;
  }
}
`;
