// What a command showed, to read: pieces with their times, its two streams told apart.
import type { AnyEvent } from '../reading.ts'
import { createPlain, type Plain } from './plain.ts'

export interface Segment {
  /** Milliseconds since the first event that is there. */
  readonly at: number
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

export interface Transcript {
  readonly segments: readonly Segment[]
  readonly characters: number
  /** Ends of lines. */
  readonly lines: number
  /** Control sequences that were left out. */
  readonly left: number
  /** There is more of it than was asked for. */
  readonly cut: boolean
}

/** What comes within this of the piece before it belongs to it. */
const TOGETHER_MS = 1000

/** `events` are those of one statement, in their order; `from` is when it began. At most `most` characters are taken. */
export function transcriptOf(events: Iterable<AnyEvent>, from: number | undefined, most: number): Transcript {
  const streams = { stdout: createPlain(), stderr: createPlain() }
  const segments: { at: number; stream: Segment['stream']; text: string; last: number }[] = []
  let characters = 0
  let lines = 0
  let cut = false
  let begin = from
  const take = (stream: Segment['stream'], text: string, at: number) => {
    const kept = text.slice(0, Math.max(0, most - characters))
    cut ||= kept.length < text.length
    if (kept === '') return
    characters += kept.length
    lines += kept.split('\n').length - 1
    const last = segments.at(-1)
    if (last?.stream === stream && at - last.last < TOGETHER_MS) {
      last.text += kept
      last.last = at
    } else segments.push({ at, stream, text: kept, last: at })
  }
  let now = 0
  for (const { type, t, stream, text } of events) {
    const time = Date.parse(t)
    if (!Number.isNaN(time)) begin ??= time
    if (type !== 'output' || typeof text !== 'string') continue
    now = Math.max(now, Number.isNaN(time) || begin === undefined ? 0 : time - begin)
    const name = stream === 'stderr' ? 'stderr' : 'stdout'
    take(name, streams[name].read(text), now)
    if (cut) break
  }
  for (const [name, plain] of Object.entries(streams) as ['stdout' | 'stderr', Plain][])
    take(name, plain.end(), now)
  const left = streams.stdout.left + streams.stderr.left
  return {
    segments: segments.map(({ at, stream, text }) => ({ at, stream, text })),
    characters,
    lines,
    left,
    cut,
  }
}

/** Beyond either it stays folded until somebody wants to see it. */
const SHORT_CHARACTERS = 4000
const SHORT_LINES = 30

export const isShort = ({ characters, lines, cut }: Transcript): boolean =>
  !cut && characters <= SHORT_CHARACTERS && lines <= SHORT_LINES

/** `1,204 characters in 30 lines; 12 control sequences are left out`. */
export function sizeInWords({ characters, lines, left, cut }: Transcript): string {
  const many = (count: number, what: string) =>
    `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
  const size = `${cut ? 'the first ' : ''}${many(characters, 'character')} in ${many(Math.max(1, lines), 'line')}`
  return left === 0 ? size : `${size}; ${many(left, 'control sequence')} left out`
}

/** `+1.2 s`, or `+3:05` beyond a minute. */
export function sinceInWords(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 60) return `+${seconds.toFixed(1)} s`
  return `+${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
