/** How compared text, tables and kept blocks look in a file that needs nothing else; colours are the page's own variables. */
export const exportedStyle = `
[data-diff] :is(p, h1, h2, h3, h4, h5, h6, li, td, th, caption, figcaption, pre), [data-part=fields] dd { white-space: pre-wrap }
[data-diff] :is(p, h1, h2, h3, h4, h5, h6, li):empty { min-height: 1lh }
[data-sign] { font: .75em system-ui, sans-serif; color: var(--soft) }
[data-diff] li[data-item] { box-shadow: -3px 0 var(--line) } [data-diff] li[data-item=added] { box-shadow: -3px 0 var(--ins) } [data-diff] li[data-item=removed] { box-shadow: -3px 0 var(--del) } [data-diff] li[data-item=holder] { list-style: none; box-shadow: none }
[data-table] { margin-inline: 0; overflow-x: auto } [data-table] table { border-collapse: collapse; min-width: 50% }
[data-table] caption { padding-bottom: .3rem; color: var(--soft); font-size: .85em; text-align: start }
[data-table] :is(td, th) { min-width: 3.5em; padding: .25rem .5rem; border: 1px solid var(--line); vertical-align: top; text-align: start; overflow-wrap: break-word }
[data-table] :is(td, th) :is(figure, [data-picture]) { margin: 0 }
[data-table] :is(td, th) > :first-child { margin-top: 0 } [data-table] :is(td, th) > :last-child { margin-bottom: 0 }
[data-table] th { background: var(--panel) }
[data-table] :is(td, th)[data-item=added] { background: var(--ins) } [data-table] :is(td, th)[data-item=removed] { background: var(--del) }
[data-table] :is(td, th)[data-item] > :is(ins, del) { background: none } [data-table] [data-item=none] { background: var(--panel) }
[data-table] tr:is([data-item=moved], [data-item=moved-away]) > * { border-block: 2px dashed var(--soft) }
[data-table] tr[data-item=changed] > :first-child { box-shadow: inset 3px 0 var(--soft) }
[data-opaque] { margin-inline: 0 } [data-opaque] > figcaption { color: var(--soft); font: 13px system-ui, sans-serif }
`;
