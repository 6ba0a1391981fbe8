// A record in one file: unpacks it, shows it, checks it.
import { FILES } from '../../format.ts'
import { isRecord } from '../../shapes.ts'
import type { Place } from './detail.ts'
import { fill, h } from './dom.ts'
import { createIntegrity } from './integrity.ts'
import { numberOf, textOf } from './members.ts'
import { linesFrom } from './source.ts'
import { fromBase64 } from './verify.ts'
import { createView } from './view.ts'

async function start(main: HTMLElement): Promise<void> {
  const session = await unpack(FILES.session)
  if (!session) throw new Error('there is no record in this page')
  const [chunks, receipts, seal] = await Promise.all([
    unpack(FILES.chunks),
    unpack(FILES.receipts),
    unpack(FILES.seal),
  ])
  const places = placesIn(document.getElementById('places')?.textContent ?? '{}')
  const integrity = createIntegrity({
    files: { session, chunks, receipts, seal },
    show: (index) => view.show(index),
    changed: () => view.redraw(),
  })
  const view = createView({
    source: linesFrom(session),
    beside: integrity.element,
    place: (index) => places.get(index),
    bad: (index) => integrity.bad.has(index),
  })
  fill(main, h('h1', {}, 'Session record'), view.element)
  await view.read()
  await integrity.check()
}

/** A file of the record; undefined when it is not there. Its text is dropped from the page: it may be large. */
async function unpack(name: string): Promise<Uint8Array | undefined> {
  const element = document.getElementById(name)
  if (!element) return undefined
  const packed = fromBase64(element.textContent ?? '')
  element.remove()
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}

function placesIn(text: string): Map<number, Place> {
  const places = new Map<number, Place>()
  const json: unknown = JSON.parse(text)
  if (!isRecord(json)) return places
  for (const [index, place] of Object.entries(json)) {
    if (!isRecord(place)) continue
    const [file, line] = [textOf(place.file), numberOf(place.line)]
    if (file !== undefined && line !== undefined) places.set(Number(index), { file, line })
  }
  return places
}

const main = document.getElementById('main')
if (main)
  start(main).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown error'
    fill(
      main,
      h('h1', {}, 'Session record'),
      h('p', { class: 'note' }, `It cannot be shown here (${why}). Use a newer browser, or sluice verify.`),
    )
  })
