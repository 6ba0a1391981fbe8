// Where events come from. The view asks for nothing else, so that a page can show events that still arrive.
import { type AnyEvent, asEvent, linesOf } from '../../reading.ts'

export interface Source {
  /** Events so far; it may grow, and what is there never changes. */
  readonly count: number
  /** The line of an event, without its line feed. */
  line(index: number): string
}

/** The lines of a `session.jsonl` that is in memory. A line becomes text when it is asked for. */
export function linesFrom(session: Uint8Array): Source {
  const starts: number[] = []
  for (const { start } of linesOf(session)) starts.push(start)
  const decoder = new TextDecoder()
  return {
    count: starts.length,
    line(index) {
      const end = starts[index + 1] ?? session.length
      return decoder.decode(session.subarray(starts[index] ?? end, end)).replace(/\n$/, '')
    },
  }
}

/** Undefined for a line that is no event: it was cut or changed. */
export function eventOf(line: string): AnyEvent | undefined {
  try {
    return asEvent(JSON.parse(line))
  } catch {
    return undefined
  }
}
