// Paper does not scroll: what was found is printed as a table, as far as that is sensible.
import { fill, h } from './dom.ts'
import type { Entries } from './entries.ts'
import { rowOf } from './row.ts'
import type { Source } from './source.ts'
import { grouped } from './words.ts'

const MOST = 2000

export function printable(source: Source, entries: Entries, found: () => readonly number[]): HTMLElement {
  const paper = h('div', { class: 'paper' })
  window.addEventListener('beforeprint', () => {
    const all = found()
    const rows = all
      .slice(0, MOST)
      .map((index) =>
        h('tr', {}, ...rowOf(source, entries, index).map((cell) => h('td', {}, ...cell.childNodes))),
      )
    const note =
      all.length > MOST
        ? `The first ${grouped(MOST)} of ${grouped(all.length)} events.`
        : `${grouped(all.length)} events.`
    fill(paper, h('p', {}, note), h('table', {}, h('tbody', {}, ...rows)))
  })
  window.addEventListener('afterprint', () => fill(paper))
  return paper
}
