// What one statement showed: its events out of a record, as far as they are read for a page.
import type { AnyEvent } from '../../recording/reading.ts'
import { eventIn } from './facts.ts'
import type { RecordReader } from './reader.ts'

/** Read behind the statement for a page, and for a replay. */
export const READ_FOR_PAGE = 8 * 1024 * 1024
export const READ_FOR_REPLAY = 64 * 1024 * 1024

export interface Shown {
  /** `output` and `terminal`, in their order. */
  readonly events: readonly AnyEvent[]
  /** All of it was read: its result was found, or the record ends. */
  readonly complete: boolean
}

/** `off` is where the line of the statement begins, or an earlier one; `end` where the record ends now. */
export async function shownBy(
  reader: Pick<RecordReader, 'lines'>,
  session: string,
  { statement, off, end, most }: { statement: AnyEvent; off: number; end: number; most: number },
): Promise<Shown> {
  const { conn, id } = statement
  const events: AnyEvent[] = []
  let read = 0
  for await (const line of reader.lines(session, off, end)) {
    read += line.length
    if (read > most) return { events, complete: false }
    if (!/"type":"(?:output|terminal|result|error)"/.test(line.toString('latin1'))) continue
    const event = eventIn(line.toString('utf8'))
    if (!event || event.conn !== conn || event.id !== id) continue
    if (event.type === 'result' || event.type === 'error') break
    if (event.type === 'output' || event.type === 'terminal') events.push(event)
  }
  return { events, complete: true }
}
