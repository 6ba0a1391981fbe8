// The statements that waited for a person, and what became of them, from the record.
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Event } from '../core/event.ts'
import type { Effect } from '../core/statement.ts'
import { inWords } from '../core/words.ts'

export interface Held {
  /** Sequence number of the statement's event. */
  readonly seq: number
  readonly rule: string
  /** What it does, without its literals. */
  readonly reason: string
  readonly decision: 'approved' | 'denied' | 'expired' | 'withdrawn' | 'undecided'
  /** Who decided, as people know them. */
  readonly by: string
  /** As recorded. */
  readonly text: string
  readonly redacted: boolean
  readonly effects: readonly Effect[]
}

/** More than a person reads are only counted. */
const MOST = 200

/** In the order in which they were asked for; as far as the record can be read. */
export async function readHeld(record: string): Promise<Held[]> {
  const path = join(record, 'session.jsonl')
  const found = new Map<string, Held>()
  if (existsSync(path)) await read(path, found).catch(() => {})
  return [...found.values()]
}

/** By the ids of their requests. */
async function read(path: string, found: Map<string, Held>): Promise<void> {
  const waiting = new Map<string, Event & { type: 'statement' }>()
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const event = /"(?:hold|held|approval)"/.test(line) ? parse(line) : undefined
    if (event?.type === 'statement' && event.verdict === 'hold')
      waiting.set(`${event.conn}:${event.id}`, event)
    else if (event?.type === 'held') {
      const statement = waiting.get(`${event.conn}:${event.id}`)
      if (statement && found.size < MOST) found.set(event.approval, heldOf(statement))
    } else if (event?.type === 'approval') {
      const held = found.get(event.id)
      if (held) found.set(event.id, { ...held, decision: event.decision, by: event.by })
    }
  }
}

function heldOf({ seq, rules, effects, text, redacted }: Event & { type: 'statement' }): Held {
  const [effect] = effects
  const reason = effect ? inWords(effect) : 'not analysed'
  return { seq, rule: rules[0] ?? 'none', reason, decision: 'undecided', by: '', text, redacted, effects }
}

/** Undefined for a line that a crash has torn. */
function parse(line: string): Event | undefined {
  try {
    return JSON.parse(line) as Event
  } catch {
    return undefined
  }
}
