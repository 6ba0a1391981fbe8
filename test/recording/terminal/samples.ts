// Events of terminals, with times.
import type { AnyEvent } from '../../../src/recording/reading.ts'

const START = Date.parse('2026-11-22T10:00:00.000Z')
let seq = 0

export const at = (
  ms: number,
  event: { readonly type: string; readonly [name: string]: unknown },
): AnyEvent => ({
  v: 1,
  seq: seq++,
  t: new Date(START + ms).toISOString(),
  ...event,
})

export const shown = (ms: number, text: string, id = 1, stream = 'stdout'): AnyEvent =>
  at(ms, { type: 'output', conn: 1, id, stream, text })

export const sized = (ms: number, columns: number, rows: number, id = 1): AnyEvent =>
  at(ms, { type: 'terminal', conn: 1, id, columns, rows })

export const lines = (...events: readonly AnyEvent[]): Buffer =>
  Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
