// How much happened when: bars over time, and a slider to go there.
import { h } from './dom.ts'
import type { Entries } from './entries.ts'
import { grouped, timeInWords } from './words.ts'

const BARS = 120
const SVG = 'http://www.w3.org/2000/svg'

export interface Timeline {
  readonly element: HTMLElement
  update(): void
}

/** `go` gets the index of the first event at or after a moment. */
export function createTimeline(entries: Entries, go: (index: number) => void): Timeline {
  const chart = document.createElementNS(SVG, 'svg')
  chart.setAttribute('viewBox', `0 0 ${BARS} 40`)
  chart.setAttribute('preserveAspectRatio', 'none')
  chart.setAttribute('aria-hidden', 'true')
  const slider = h('input', { type: 'range', id: 'moment', min: 0, max: BARS * 8, value: 0 })
  const ends = h('div', { class: 'ends quiet' })
  const span = () => {
    const first = entries.time(0)
    return { first, length: Math.max(1, entries.time(entries.count - 1) - first) }
  }
  const say = () => {
    const { first, length } = span()
    slider.setAttribute(
      'aria-valuetext',
      `${timeInWords(first + (Number(slider.value) / (BARS * 8)) * length)} UTC`,
    )
  }
  slider.addEventListener('input', () => {
    const { first, length } = span()
    const wanted = first + (Number(slider.value) / (BARS * 8)) * length
    say()
    go(firstAt(entries, wanted))
  })
  return {
    element: h(
      'section',
      { class: 'timeline', 'aria-labelledby': 'timeline' },
      h('h2', { id: 'timeline' }, 'When'),
      chart,
      h('label', { for: 'moment', class: 'unseen' }, 'Go to a moment'),
      slider,
      ends,
    ),
    update() {
      if (entries.count === 0) return
      const { first, length } = span()
      chart.replaceChildren(...bars(entries, first, length))
      say()
      ends.replaceChildren(
        h('span', {}, `${timeInWords(first)} UTC`),
        h('span', {}, `${grouped(entries.count)} events`),
        h('span', {}, `${timeInWords(first + length)} UTC`),
      )
    },
  }
}

/** Square roots, so that a few events are seen beside thousands. */
function bars(entries: Entries, first: number, length: number): SVGElement[] {
  const all = new Array<number>(BARS).fill(0)
  const marked = { bad: new Set<number>(), wait: new Set<number>() }
  for (let index = 0; index < entries.count; index++) {
    const place = Math.floor(((entries.time(index) - first) / length) * BARS)
    const at = Math.max(0, Math.min(BARS - 1, place))
    all[at] = (all[at] ?? 0) + 1
    const type = entries.type(index)
    if (type === 'denied') marked.bad.add(at)
    else if (type === 'held') marked.wait.add(at)
  }
  const most = Math.sqrt(Math.max(...all))
  return all.flatMap((value, at) => {
    const tone = marked.bad.has(at) ? 'bad' : marked.wait.has(at) ? 'wait' : undefined
    const tall = value === 0 ? 0 : Math.max(2, (Math.sqrt(value) / most) * 34)
    return [bar(at, tall, 'bar'), ...(tone ? [bar(at, 40, tone)] : [])]
  })
}

function bar(at: number, height: number, name: string): SVGElement {
  const rect = document.createElementNS(SVG, 'rect')
  const attributes = { x: at + 0.1, y: 40 - height, width: name === 'bar' ? 0.8 : 0.3, height, class: name }
  for (const [key, value] of Object.entries(attributes)) rect.setAttribute(key, String(value))
  return rect
}

function firstAt(entries: Entries, time: number): number {
  let [low, high] = [0, entries.count - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (entries.time(middle) < time) low = middle + 1
    else high = middle
  }
  return low
}
