// A session on a page: what it was, what happened when, and each event.
import { type DetailOptions, detailOf, type Place } from './detail.ts'
import { button, fill, h } from './dom.ts'
import { createEntries } from './entries.ts'
import { createFilters } from './filters.ts'
import { jobLinks } from './links.ts'
import { createList } from './list.ts'
import { overviewOf } from './overview.ts'
import { createPace } from './pace.ts'
import { printable } from './printing.ts'
import { rowOf } from './row.ts'
import { select } from './selection.ts'
import type { Source } from './source.ts'
import { createTimeline } from './timeline.ts'
import { grouped } from './words.ts'

export interface ViewOptions {
  readonly source: Source
  /** Stands beside the overview. */
  readonly beside?: HTMLElement
  place?(index: number): Place | undefined
  /** Events that do not hold. */
  bad?(index: number): boolean
}

export interface View {
  readonly element: HTMLElement
  /** Reads what the source has now; resolves when all of it was. */
  read(): Promise<void>
  /** Shows an event, whatever was asked for before. */
  show(index: number): void
  /** What `bad` says has changed. */
  redraw(): void
}

export function createView({
  source,
  beside,
  place = () => undefined,
  bad = () => false,
}: ViewOptions): View {
  const entries = createEntries(source)
  const overview = h('section', { class: 'overview', 'aria-label': 'The session' })
  const count = h('p', { class: 'count quiet', role: 'status' })
  const detail = h(
    'section',
    { class: 'detail', 'aria-label': 'The event', tabindex: 0 },
    h('p', { class: 'quiet' }, 'Choose an event.'),
  )
  const filters = createFilters(entries, () => restart())
  let selection = select(source, entries, filters.value)
  let running: Promise<void> | undefined
  let awaited: number | undefined

  const list = createList({
    label: 'Events',
    count: () => selection.found.length,
    row: (position) => {
      const index = selection.found[position] ?? 0
      return rowOf(source, entries, index, { bad: bad(index), wanted: selection.filter.text })
    },
    onActive: (position, by) => open(selection.found[position] ?? 0, by),
  })
  const timeline = createTimeline(entries, (index) => list.activate(selection.position(index)))

  const open = (index: number, by: 'move' | 'click' | 'enter') => {
    const options: DetailOptions = { source, entries, links: jobLinks(entries.summary.claims), place }
    fill(detail, ...detailOf(options, index), back())
    detail.scrollTop = 0
    const heading = detail.querySelector('h2')
    // Beside the list it is seen anyway; below it somebody has to be taken there.
    const below = detail.offsetTop > list.element.offsetTop
    if (by === 'enter' || (by === 'click' && below)) heading?.focus()
  }
  const back = () => {
    const element = button('Back to the list', () => list.element.focus())
    element.className = 'back'
    return element
  }
  const draw = (done: boolean) => {
    const { found, scanned } = selection
    const part = done ? '' : `, ${Math.floor((scanned / Math.max(1, source.count)) * 100)} % read`
    fill(count, `${grouped(found.length)} of ${grouped(source.count)} events${part}`)
    element.classList.toggle('none', done && found.length === 0)
    list.update()
  }
  const catchUp = async (): Promise<void> => {
    const pace = createPace()
    let seen = 0
    while (!entries.complete || !selection.complete) {
      entries.advance(() => pace.due)
      selection.advance(() => pace.due)
      if (pace.due) {
        // The first rows at once, then a few times a second.
        if (seen === 0 || performance.now() - seen > 250) {
          seen = performance.now()
          draw(false)
        }
        await pace.turn()
      }
    }
    fill(overview, ...overviewOf(source, entries))
    filters.update()
    timeline.update()
    // A record without statements has none to choose.
    if (filters.value.type !== selection.filter.type) selection = select(source, entries, filters.value)
    if (!selection.complete) return catchUp()
    draw(true)
    if (awaited !== undefined) {
      const index = awaited
      awaited = undefined
      list.activate(selection.position(index))
    }
  }
  const read = () => {
    running ??= catchUp().finally(() => {
      running = undefined
    })
    return running
  }
  const restart = () => {
    selection = select(source, entries, filters.value)
    list.element.scrollTop = 0
    list.activate(-1)
    void read()
  }
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.matches('input, select, textarea')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      filters.focus()
    } else if (event.key === 'Escape' && detail.contains(document.activeElement)) list.element.focus()
  })
  const element = h(
    'div',
    { class: 'view' },
    h('div', { class: 'top' }, beside, overview),
    timeline.element,
    filters.element,
    count,
    h('p', { class: 'nothing' }, 'Nothing fits.'),
    h('div', { class: 'panes' }, list.element, detail),
    printable(source, entries, () => selection.found),
  )
  return {
    element,
    read,
    show(index) {
      awaited = index
      filters.set({})
      list.element.focus()
    },
    redraw: () => list.update(),
  }
}
