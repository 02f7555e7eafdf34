/** How the text of a post looks in the finished site. */
export const textStyle = `.e-content h2 {
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
  margin: 3rem 0 0;
  color: var(--ink-soft);
  font: 0.9375rem/1.5 var(--sans);
}

.terms div {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.75rem;
}

.terms div + div {
  margin-top: 0.4rem;
}

.terms dt {
  font-weight: 600;
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
