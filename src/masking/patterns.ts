// Users' own patterns over bytes: one compiled alternative of all, behind a gate of the words that each cannot do without.

import { SluiceError } from '../core/errors.ts'
import type { Masks } from '../core/grant.ts'
import { type Compiled, compilePattern } from '../core/pattern.ts'

/** Bytes of a value that are searched; what is behind them counts as a hit when a pattern may match there. */
export const SEARCHED = 64 * 1024
/** Most bytes of a match; for streams. */
export const LONGEST_MATCH = 1024

export interface Hit {
  readonly id: string
  readonly from: number
  readonly to: number
}

interface Pattern {
  readonly name: string
  readonly compiled: Compiled
  /** Text that stands in every match; empty when there is none that can be told. */
  readonly word: Buffer
}

/** Finds hits in `bytes[begin, end)` in their order, without overlaps. */
export type Search = (bytes: Buffer, begin: number, end: number) => readonly Hit[]

/** Undefined when there are none. Throws `SluiceError` CONFIG_INVALID for one that cannot be used. */
export function compilePatterns(patterns: NonNullable<Masks['patterns']> = []): Search | undefined {
  if (patterns.length === 0) return undefined
  const all = patterns.map(({ name, pattern }): Pattern => {
    const compiled = compilePattern(pattern)
    if ('problem' in compiled)
      throw new SluiceError('CONFIG_INVALID', `the pattern “${name}” cannot be used: ${compiled.problem}`, {
        hint: compiled.cure,
      })
    return { name, compiled, word: Buffer.from(wordOf(pattern)) }
  })
  return (bytes, begin, end) => {
    const value = bytes.subarray(begin, end)
    const near = all.filter(({ word }) => word.length === 0 || value.includes(word))
    if (near.length === 0) return NONE
    const found = near.flatMap((pattern) => hits(pattern, value, begin))
    return found.length < 2 ? found : apart(found)
  }
}

const NONE: readonly Hit[] = []

function hits({ name, compiled, word }: Pattern, value: Buffer, begin: number): Hit[] {
  const searched = value.length > SEARCHED ? value.subarray(0, SEARCHED) : value
  const found: Hit[] = []
  const matcher = compiled.matcher(searched)
  for (let at = 0; at < searched.length && matcher.find(at); ) {
    const [from, to] = [matcher.start(), matcher.end()]
    if (to > from) found.push({ id: name, from: begin + from, to: begin + to })
    at = Math.max(to, from + 1)
  }
  if (value.length > SEARCHED && value.includes(word, SEARCHED - word.length))
    found.push({ id: name, from: begin + SEARCHED, to: begin + value.length })
  return found
}

/** In order; of two that overlap, one span of both. */
function apart(found: readonly Hit[]): readonly Hit[] {
  const merged: Hit[] = []
  for (const hit of [...found].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && hit.from < last.to) merged[merged.length - 1] = { ...last, to: Math.max(last.to, hit.to) }
    else merged.push(hit)
  }
  return merged
}

/** The longest run of plain characters outside of groups, classes, alternatives and what may be left out. */
export function wordOf(pattern: string): string {
  if (/[|]|\(\?/.test(pattern)) return ''
  let best = ''
  let run = ''
  let depth = 0
  const close = () => {
    if (run.length > best.length) best = run
    run = ''
  }
  for (let at = 0; at < pattern.length; at++) {
    let char = pattern[at]!
    let plain = /[A-Za-z0-9 _:;@#/<>=!%&,'"~-]/.test(char)
    if (char === '[') {
      at = classEnd(pattern, at)
      close()
      continue
    }
    if (char === '\\') {
      char = pattern[++at] ?? ''
      plain = /[^A-Za-z0-9\\]/.test(char) && char.charCodeAt(0) < 0x80
    } else if (char === '(') depth++
    else if (char === ')') depth--
    const next = pattern[at + 1] ?? ''
    if (!plain || depth > 0 || /[?*{]/.test(next)) {
      close()
      if (char === '{') at = Math.max(at, pattern.indexOf('}', at))
    } else run += char
  }
  close()
  return best
}

function classEnd(pattern: string, start: number): number {
  let at = start + (pattern[start + 1] === '^' ? 2 : 1)
  if (pattern[at] === ']') at++
  for (; at < pattern.length && pattern[at] !== ']'; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern.startsWith('[:', at)) at = Math.max(at, pattern.indexOf(':]', at) + 1)
  }
  return at
}
