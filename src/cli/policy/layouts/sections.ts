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
    if (starts || (ends && up === undefined)) return { tool, text: between(lines, down, up), cut: ends }
  }
  const [, delimiter] = /^--\s*atlas:delimiter\s+(\S.*?)\s*$/m.exec(script) ?? []
  if (delimiter !== undefined) return { tool: 'Atlas', text: redelimited(script, delimiter), cut: false }
  const tool = /^--> statement-breakpoint/m.test(script) ? { tool: 'Drizzle' } : {}
  return { ...tool, text: script, cut: false }
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
