// The texts of refused statements, from the record: `closed.json` has none.
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Event } from '../core/event.ts'
import type { Effect } from '../core/statement.ts'
import type { Refusal } from '../session/files.ts'

export interface Refused extends Refusal {
  /** As recorded; undefined when the record cannot be read. */
  readonly text?: string
  /** True when `text` was cut or a literal replaced, so that no file holds it. */
  readonly redacted: boolean
  readonly effects: readonly Effect[]
}

export async function readRefused(record: string, refusals: readonly Refusal[]): Promise<Refused[]> {
  const wanted = new Set(refusals.map(({ seq }) => seq))
  const found = new Map<number, Event & { type: 'statement' }>()
  const path = join(record, 'session.jsonl')
  if (wanted.size > 0 && existsSync(path))
    for await (const line of createInterface({
      input: createReadStream(path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const event = line.includes('"statement"') ? parse(line) : undefined
      if (event?.type === 'statement' && wanted.has(event.seq)) found.set(event.seq, event)
    }
  return refusals.map((refusal) => {
    const event = found.get(refusal.seq)
    if (!event) return { ...refusal, redacted: false, effects: [] }
    return { ...refusal, text: event.text, redacted: event.redacted, effects: event.effects }
  })
}

/** Undefined for a line that a crash has torn. */
function parse(line: string): Event | undefined {
  try {
    return JSON.parse(line) as Event
  } catch {
    return undefined
  }
}
