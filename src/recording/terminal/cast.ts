// Terminal sessions as asciicast v2, to be played. Made from the record, which is the evidence; a cast is not.
import { oneLine, spelled } from '../../core/spelled.ts'
import { FILES } from '../format.ts'
import { type AnyEvent, asEvent, linesOf } from '../reading.ts'
import { createDrawn } from './drawn.ts'

/** What one statement drew on its terminal. */
export interface Terminal {
  readonly conn: number
  readonly id: number
  /** When it began, in milliseconds. */
  readonly from: number
  /** Its statement's text; empty when that is not known. */
  readonly title: string
  readonly cast: string
}

/** The member that no other event and no text of one has, as it stands in a line. */
export const TERMINAL_MEMBER = '"type":"terminal"'

/** Of a window: what is drawn there must fit into somebody's memory. */
const MOST_COLUMNS = 1000
const MOST_ROWS = 500
const MOST_TITLE = 200

export interface CastWriter {
  /** Takes the events of one statement in their order: `terminal` and `output`; others say nothing to it. */
  add(event: AnyEvent): void
  /** Undefined when there was no terminal. */
  end(title: string): { readonly from: number; readonly cast: string } | undefined
}

export function createCast(): CastWriter {
  const lines: string[] = []
  const drawn = createDrawn()
  let size: Size | undefined
  let from = 0
  let last = 0
  const line = (t: number, kind: 'o' | 'r', text: string) => {
    // A clock that was set back does not run backwards here.
    last = Math.max(last, t - from)
    if (text !== '') lines.push(JSON.stringify([last / 1000, kind, text]))
  }
  return {
    add(event) {
      const t = Date.parse(event.t) || from
      if (event.type === 'terminal') {
        const next = sizeOf(event)
        if (size) line(t, 'r', `${next.columns}x${next.rows}`)
        else {
          from = t
          size = next
        }
      } else if (size && event.type === 'output' && typeof event.text === 'string')
        line(t, 'o', drawn.read(event.text))
    },
    end(title) {
      if (!size) return undefined
      line(from + last, 'o', drawn.end())
      const header = {
        version: 2,
        width: size.columns,
        height: size.rows,
        timestamp: Math.floor(from / 1000),
        ...(title === '' ? {} : { title: spelled(oneLine(title, MOST_TITLE)) }),
      }
      return { from, cast: `${[JSON.stringify(header), ...lines].join('\n')}\n` }
    },
  }
}

interface Size {
  readonly columns: number
  readonly rows: number
}

function sizeOf({ columns, rows }: AnyEvent): Size {
  return { columns: within(columns, MOST_COLUMNS, 80), rows: within(rows, MOST_ROWS, 24) }
}

/** A client may say that its terminal has no size. */
function within(value: unknown, most: number, other: number): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? Math.min(value, most) : other
}

/** All terminals of a `session.jsonl`, in their order. Lines that are no events are passed over. */
export function terminalsOf(session: Uint8Array): Terminal[] {
  const found = new Map<string, { event: AnyEvent; writer: CastWriter; title: string }>()
  const titles = new Map<string, string>()
  const decoder = new TextDecoder()
  for (const { start, end } of linesOf(session)) {
    const event = eventOf(decoder.decode(session.subarray(start, end)))
    if (!event) continue
    const key = `${event.conn}:${event.id}`
    if (event.type === 'statement' && typeof event.text === 'string')
      titles.set(key, event.text.slice(0, MOST_TITLE * 4))
    if (event.type === 'terminal' && !found.has(key))
      found.set(key, { event, writer: createCast(), title: titles.get(key) ?? '' })
    found.get(key)?.writer.add(event)
  }
  return [...found.values()].flatMap(({ event, writer, title }) => {
    const made = writer.end(title)
    return made ? [{ conn: Number(event.conn), id: Number(event.id), title, ...made }] : []
  })
}

function eventOf(line: string): AnyEvent | undefined {
  if (!/"type":"(?:statement|terminal|output)"/.test(line)) return undefined
  try {
    const event = asEvent(JSON.parse(line))
    const known = Number.isSafeInteger(event?.conn) && Number.isSafeInteger(event?.id)
    return known ? event : undefined
  } catch {
    return undefined
  }
}

/** File names and contents, for beside `session.jsonl`: one is `session.cast`, several are `session-1-2.cast` by connection and statement. */
export function castFiles(terminals: readonly Terminal[]): (readonly [string, string])[] {
  const [only] = terminals
  const name = FILES.session.replace(/\.jsonl$/, '')
  if (only && terminals.length === 1) return [[`${name}.cast`, only.cast]]
  return terminals.map(({ conn, id, cast }) => [`${name}-${conn}-${id}.cast`, cast])
}
