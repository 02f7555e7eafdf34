/** How a review file looks: the text as it is read, the comments beside it; on paper the text alone. */
import { exportedStyle } from '#shared/diff/rendering/exported-style.ts';

export const pageStyle = `
:root { color-scheme: light dark; --ink: #1f1d1a; --soft: #5f5a52; --line: #d8d2c8; --paper: #fdfcfa; --panel: #f5f2ec; --accent: #1d4f8c; --on-accent: #fff; --mark: #ffe7a3; --ins: #d9efe0; --del: #f8dcd8; --form: #f6e7c6 }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --soft: #b3aca0; --line: #47423b; --paper: #1b1a18; --panel: #24221f; --accent: #8fb8ea; --on-accent: #10233b; --mark: #5c4a12; --ins: #1d4a2b; --del: #5a221c; --form: #54431a } }
* { box-sizing: border-box }
[hidden] { display: none !important }
body { display: grid; grid-template-columns: minmax(0, 1fr) 340px; margin: 0; color: var(--ink); background: var(--paper); font: 18px/1.6 Georgia, 'Times New Roman', serif }
main { max-width: 46rem; width: 100%; margin: 0 auto; padding: 2rem 3.5rem 6rem; overflow-wrap: anywhere }
h1 { line-height: 1.2 } a { color: var(--accent) }
img { max-width: 100%; height: auto } figure { margin: 1.2rem 0 } figcaption { color: var(--soft); font-size: .85em }
pre { white-space: pre-wrap; padding: .8rem; background: var(--panel); font-size: .8em } table { border-collapse: collapse } td, th { border: 1px solid var(--line); padding: .2rem .5rem }
blockquote { margin-inline: 0; padding-left: 1rem; border-left: 3px solid var(--line) }
.lead, .left-out, .excerpt, summary, [data-note] { color: var(--soft) } .lead, summary, [data-note], aside { font: 15px/1.5 system-ui, sans-serif }
.left-out { font-style: italic }
[data-block] { position: relative }
.beside { position: absolute; inset: 0 auto auto -2.6rem; width: 2rem; height: 2rem; padding: 0; border-radius: 50%; opacity: 0 }
[data-block]:hover > .beside, .beside:focus-visible { opacity: 1 }
@media (hover: none) { .beside { opacity: .7 } }
aside { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.2rem; background: var(--panel); border-left: 1px solid var(--line) }
aside h2 { margin: 0 0 .8rem; font-size: 1.1rem }
label { display: block; margin-bottom: .8rem } label > span { display: block; color: var(--soft) }
input[data-part], textarea { width: 100%; padding: .4rem .5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 6px }
button { padding: .4rem .9rem; font: inherit; color: var(--accent); background: transparent; border: 1px solid var(--accent); border-radius: 6px; cursor: pointer }
button.main { width: 100%; color: var(--on-accent); background: var(--accent) } button.quiet { padding: 0; border: 0; text-decoration: underline }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
aside ol { margin: 1rem 0; padding: 0; list-style: none } aside li { padding: .6rem 0; border-top: 1px solid var(--line) } aside li p { margin: 0 0 .3rem; white-space: pre-wrap; overflow-wrap: anywhere } .about { color: var(--soft) }
::highlight(comments) { background: var(--mark); color: inherit } ::highlight(target) { background: color-mix(in srgb, var(--accent) 30%, transparent) }
ins { background: var(--ins) } del { background: var(--del) } [data-format-change] { background: var(--form) }
[data-change] { border-left: 3px solid var(--soft); padding-left: 12px; margin-left: -15px }
dt { font-weight: 600 } dd { margin: 0 0 .8rem }
${exportedStyle.trim()}
main > details { margin: 0 0 2rem; padding: .6rem 1rem; border: 1px solid var(--line); border-radius: 6px } summary { cursor: pointer }
@media (max-width: 60rem) { body { display: block } main { padding-inline: 3rem 1rem } aside { position: static; height: auto; border: 0; border-top: 1px solid var(--line) } }
@media print { body { display: block } aside, .beside, .lead { display: none } }
`;
