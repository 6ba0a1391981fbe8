// What a piece of a record says that people search for. The events were written by the job's runner: nothing is taken for granted.
import { type AnyEvent, asEvent } from '../../recording/reading.ts'
import { isRecord } from '../../recording/shapes.ts'

export interface Counts {
  readonly connections: number
  readonly statements: number
  /** Statements that rules wanted to hold, and to block. */
  readonly held: number
  readonly blocked: number
  readonly refused: number
  readonly errors: number
  /** Cells. */
  readonly masked: number
}

export interface Facts {
  /** Lines, whether they are events or not. */
  readonly events: number
  readonly counts: Counts
  /** Masked cells by column or detector. */
  readonly columns: ReadonlyMap<string, number>
  /** The different statements, one a line, each cut. */
  readonly text: string
}

/** Characters of one statement that are searched. */
export const SEARCHED = 1024
const MOST_COLUMNS = 500
const MOST_NAME = 300

/** Of complete lines. */
export function factsOf(lines: Buffer): Facts {
  const counts = { connections: 0, statements: 0, held: 0, blocked: 0, refused: 0, errors: 0, masked: 0 }
  const columns = new Map<string, number>()
  const texts = new Set<string>()
  let events = 0
  for (const line of lines.toString('utf8').split('\n').slice(0, -1)) {
    events++
    const event = eventIn(line)
    if (event) note(event, { counts, columns, texts })
  }
  return { events, counts, columns, text: [...texts].join('\n') }
}

/** Undefined for what is no event. */
export function eventIn(line: string): AnyEvent | undefined {
  try {
    return asEvent(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** As it is searched: without regard to spaces, tabs and line ends. */
export function searchable(text: string): string {
  return text
    .slice(0, SEARCHED * 4)
    .replaceAll('\0', ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SEARCHED)
}

interface Draft {
  readonly counts: { -readonly [name in keyof Counts]: number }
  readonly columns: Map<string, number>
  readonly texts: Set<string>
}

function note(event: AnyEvent, { counts, columns, texts }: Draft): void {
  switch (event.type) {
    case 'connection.open':
      counts.connections++
      break
    case 'statement':
      counts.statements++
      if (event.verdict === 'hold') counts.held++
      if (event.verdict === 'block') counts.blocked++
      if (typeof event.text === 'string') texts.add(searchable(event.text))
      break
    case 'denied':
      counts.refused++
      break
    case 'error':
      counts.errors++
      break
    case 'result':
      for (const [column, cells] of maskedIn(event)) {
        counts.masked += cells
        if (columns.has(column) || columns.size < MOST_COLUMNS)
          columns.set(column, (columns.get(column) ?? 0) + cells)
      }
  }
}

/** Masked cells of a result by column or detector. */
export function maskedIn({ masked }: AnyEvent): [string, number][] {
  if (!isRecord(masked)) return []
  return Object.entries(masked).flatMap(([name, cells]) =>
    Number.isSafeInteger(cells) && (cells as number) >= 0 && (cells as number) < 1e12
      ? [[name.slice(0, MOST_NAME), cells as number] as [string, number]]
      : [],
  )
}
