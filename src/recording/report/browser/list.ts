// A list of any length: only the rows that can be seen are there.
import { h } from './dom.ts'

export interface ListOptions {
  readonly label: string
  count(): number
  /** The content of the row at a position. */
  row(position: number): readonly Node[]
  /** A row became the active one, on the way or because somebody wants to read it. */
  onActive(position: number, by: 'move' | 'click' | 'enter'): void
}

export interface List {
  readonly element: HTMLElement
  /** Count or content changed. */
  update(): void
  /** Makes a row the active one and scrolls to it; -1 for none. */
  activate(position: number): void
  readonly active: number
}

/** Rows before and behind what is seen. */
const MARGIN = 6
/** Browsers draw nothing beyond some 17 million pixels; from here on scrolling is in proportion. */
const TALLEST = 10_000_000

export function createList({ label, count, row, onActive }: ListOptions): List {
  const layer = h('div', { role: 'presentation', class: 'rows' })
  const probe = h('div', { class: 'row probe', 'aria-hidden': 'true' })
  const room = h('div', { role: 'presentation', class: 'room' }, probe, layer)
  const element = h('div', { role: 'listbox', class: 'list', tabindex: 0, 'aria-label': label }, room)
  const shown = new Map<number, HTMLElement>()
  let active = -1
  let awaited = false

  let tallRow = 0

  /** Where the rows are: their height, all of them, and how far the list is scrolled, as if nothing were in proportion. */
  const measure = () => {
    tallRow ||= probe.offsetHeight
    const each = tallRow || 36
    const all = count() * each
    const tall = Math.min(all, TALLEST)
    // A short list is as high as its rows: what can be seen depends on it.
    room.style.height = `${tall}px`
    const view = element.clientHeight
    const scale = tall > view ? (all - view) / (tall - view) : 1
    return { each, view, scale, top: element.scrollTop * scale }
  }
  const make = (position: number) => {
    const node = h(
      'div',
      {
        role: 'option',
        class: 'row',
        id: `row-${position}`,
        'aria-posinset': position + 1,
        'aria-setsize': count(),
      },
      // Without blanks it would be read out, and copied, as one word.
      ...row(position).flatMap((cell) => [cell, ' ']),
    )
    node.dataset.position = String(position)
    return node
  }
  const draw = () => {
    awaited = false
    const { each, view, top } = measure()
    const first = Math.max(0, Math.floor(top / each) - MARGIN)
    const last = Math.min(count(), Math.ceil((top + view) / each) + MARGIN)
    for (const [position, node] of shown)
      if (position < first || position >= last) {
        node.remove()
        shown.delete(position)
      }
    for (let position = first, after: Element | null = layer.firstElementChild; position < last; position++) {
      const there = shown.get(position)
      const node = there ?? make(position)
      if (there) after = there.nextElementSibling
      else {
        shown.set(position, node)
        layer.insertBefore(node, after)
      }
      node.setAttribute('aria-selected', String(position === active))
    }
    layer.style.transform = `translateY(${element.scrollTop - top + first * each}px)`
    if (shown.has(active)) element.setAttribute('aria-activedescendant', `row-${active}`)
    else element.removeAttribute('aria-activedescendant')
  }
  const later = () => {
    if (!awaited) requestAnimationFrame(draw)
    awaited = true
  }
  const reveal = (position: number) => {
    const { each, view, top, scale } = measure()
    const start = position * each
    if (start < top) element.scrollTop = start / scale
    else if (start + each > top + view) element.scrollTop = (start + each - view) / scale
  }
  const activate = (position: number, by: 'move' | 'click' | 'enter' = 'move') => {
    const to = Math.min(position, count() - 1)
    active = to
    if (to >= 0) reveal(to)
    draw()
    if (to >= 0) onActive(to, by)
  }
  element.addEventListener('scroll', later, { passive: true })
  element.addEventListener('click', (event) => {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-position]') : null
    if (target) activate(Number(target.dataset.position), 'click')
  })
  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count() === 0) return
    const { each, view } = measure()
    const to = destination(event.key, active, count(), Math.max(1, Math.floor(view / each) - 1))
    if (to === undefined) return
    event.preventDefault()
    activate(to, event.key === 'Enter' ? 'enter' : 'move')
  })
  const sizes = new ResizeObserver(() => {
    tallRow = 0
    later()
  })
  sizes.observe(element)
  // It grows with the font.
  sizes.observe(probe)
  return {
    element,
    update() {
      layer.replaceChildren()
      shown.clear()
      later()
    },
    activate: (position) => activate(position),
    get active() {
      return active
    },
  }
}

function destination(key: string, active: number, count: number, page: number): number | undefined {
  const within = (position: number) => Math.max(0, Math.min(count - 1, position))
  switch (key) {
    case 'ArrowDown':
      return within(active + 1)
    case 'ArrowUp':
      return within(active - 1)
    case 'PageDown':
      return within(Math.max(active, 0) + page)
    case 'PageUp':
      return within(active - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
    case ' ':
      return within(active)
    default:
      return undefined
  }
}
