// Marks within a script that say which part goes forward. What is not run is blanked, so that every line keeps its number.
import { formatted, redelimited } from './liquibase.ts'

export interface Forward {
  /** The tool whose marks were found. */
  readonly tool?: string
  /** As long as the script, line by line. */
  readonly text: string
  /** True when a part that undoes was left out. */
  readonly cut: boolean
}

interface Marks {
  readonly tool: string
  readonly up?: RegExp
  readonly down: RegExp
}

/** An end without its beginning is no mark of a tool that writes both. */
const MARKS: readonly Marks[] = [
  { tool: 'dbmate', up: /^--\s*migrate:up\b/, down: /^--\s*migrate:down\b/ },
  { tool: 'goose', up: /^--\s*\+goose\s+up\b/i, down: /^--\s*\+goose\s+down\b/i },
  { tool: 'sql-migrate', up: /^--\s*\+migrate\s+up\b/i, down: /^--\s*\+migrate\s+down\b/i },
  { tool: 'micrate', up: /^--\s*\+micrate\s+up\b/i, down: /^--\s*\+micrate\s+down\b/i },
  { tool: 'rambler', up: /^--\s*rambler\s+up\b/, down: /^--\s*rambler\s+down\b/ },
  { tool: 'Play evolutions', up: /^(?:#|--).*!Ups\b/, down: /^(?:#|--).*!Downs\b/ },
  { tool: 'node-pg-migrate', up: /^\s*--[\s-]*up\s+migration/i, down: /^\s*--[\s-]*down\s+migration/i },
  { tool: 'tern', down: /^----\s*create above\s*\/\s*drop below\s*----/ },
  { tool: 'MyBatis Migrations', down: /^--\s*\/\/\s*@UNDO\b/i },
]

/** The part of a script that its tool runs on the way forward; all of it when no tool's marks are there. */
export function forwardOf(script: string): Forward {
  const liquibase = formatted(script)
  if (liquibase !== undefined) return { tool: 'Liquibase', text: liquibase, cut: false }
  const lines = script.split(/(?<=\n)/)
  for (const { tool, up, down } of MARKS) {
    const starts = up !== undefined && lines.some((line) => up.test(line))
    const ends = lines.some((line) => down.test(line))
    if (!starts && !(ends && up === undefined)) continue
    // The tool may see a mark where PostgreSQL sees none: all of it is judged.
    if (anyWithin(script, lines, [down, ...(up ? [up] : [])])) return { text: script, cut: false }
    return { tool, text: between(lines, down, up), cut: ends }
  }
  const [, delimiter] = /^--\s*atlas:delimiter\s+(\S.*?)\s*$/m.exec(script) ?? []
  if (delimiter !== undefined) return { tool: 'Atlas', text: redelimited(script, delimiter), cut: false }
  const tool = /^--> statement-breakpoint/m.test(script) ? { tool: 'Drizzle' } : {}
  return { ...tool, text: script, cut: false }
}

/** A mark stands in a comment of several lines, or in a quoted text. */
function anyWithin(script: string, lines: readonly string[], marks: readonly RegExp[]): boolean {
  const ranges = rangesIn(script)
  let at = 0
  return lines.some((line) => {
    const start = at
    at += line.length
    return marks.some((mark) => mark.test(line)) && ranges.some(([from, to]) => from < start && start < to)
  })
}

const TOKEN =
  /--[^\n]*|\/\*|\be'(?:[^'\\]|\\[\s\S])*'|'[^']*'|"[^"]*"|\$([a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$/gi

/** From where to where texts and comments of several lines go. */
function rangesIn(script: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  const token = new RegExp(TOKEN)
  for (let found = token.exec(script); found; found = token.exec(script)) {
    if (found[0].startsWith('--')) continue
    if (found[0] === '/*') token.lastIndex = closing(script, token.lastIndex)
    if (token.lastIndex > found.index + 1) ranges.push([found.index, token.lastIndex])
  }
  return ranges
}

/** Comments nest. */
function closing(script: string, from: number): number {
  const bracket = /\/\*|\*\//g
  bracket.lastIndex = from
  let depth = 1
  for (let found = bracket.exec(script); found; found = bracket.exec(script)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return bracket.lastIndex
  }
  return script.length
}

function between(lines: readonly string[], down: RegExp, up: RegExp | undefined): string {
  let forward = true
  return lines
    .map((line) => {
      const [begins, ends] = [up?.test(line) === true, down.test(line)]
      if (begins || ends) forward = begins
      return forward && !begins ? line : blanked(line)
    })
    .join('')
}

const blanked = (line: string): string => line.replace(/[^\r\n]/g, ' ')
