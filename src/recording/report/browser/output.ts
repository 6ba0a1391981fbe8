// What a command showed, under its statement: text with times, and a replay of what it drew on a terminal.

import type { Replay } from '../../replay/browser/replay.ts'
import { createCast } from '../../terminal/cast.ts'
import {
  isShort,
  sinceInWords,
  sizeInWords,
  type Transcript,
  transcriptOf,
} from '../../terminal/transcript.ts'
import { button, fill, h } from './dom.ts'
import type { StatementEntry } from './entries.ts'
import { eventOf, type Source } from './source.ts'

/** Characters that are put on the page. */
const MOST = 200_000

/** Nothing when it showed nothing. */
export function outputOf(source: Source, entry: StatementEntry, title: string, from: number): HTMLElement[] {
  if (entry.outputs.length === 0) return []
  const transcript = transcriptOf(eventsOf(source, entry), from, MOST)
  if (transcript.segments.length === 0 && !entry.terminal) return []
  return [
    h('h3', {}, entry.terminal ? 'What its terminal showed' : 'What it showed'),
    ...(entry.terminal ? player(source, entry, title) : []),
    text(transcript),
    ...(transcript.cut ? [h('p', { class: 'note' }, 'There is more of it: session.jsonl has all.')] : []),
  ]
}

function* eventsOf(source: Source, entry: StatementEntry) {
  for (const index of entry.outputs) {
    const event = eventOf(source.line(index))
    if (event) yield event
  }
}

function text(transcript: Transcript): HTMLElement {
  return h(
    'details',
    { class: 'output', open: isShort(transcript) },
    h('summary', {}, `As text: ${sizeInWords(transcript)}`),
    h(
      'div',
      { class: 'pieces', tabindex: 0, role: 'region', 'aria-label': 'Output as text' },
      ...transcript.segments.map(({ at, stream, text: shown }) =>
        h(
          'div',
          { class: `piece ${stream}` },
          h('span', { class: 'quiet' }, `${sinceInWords(at)}${stream === 'stderr' ? ' stderr' : ''}`),
          h('pre', {}, shown),
        ),
      ),
    ),
  )
}

/** The player is in the page only when the record has a terminal. */
function player(source: Source, entry: StatementEntry, title: string): HTMLElement[] {
  const { sluiceReplay: replay } = globalThis as { sluiceReplay?: Replay }
  if (!replay) return []
  const place = h('div', { class: 'replay' })
  const start = button('Replay', () => {
    const cast = createCast()
    for (const event of eventsOf(source, entry)) cast.add(event)
    const made = cast.end(title)
    if (!made) return
    replay(place, made.cast, 'Replay of the terminal')
      .then(() => place.querySelector('button')?.focus())
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : 'unknown error'
        fill(place, h('p', { class: 'note' }, `It cannot be played here (${why}): read it as text.`))
      })
  })
  fill(place, start)
  return [place]
}
