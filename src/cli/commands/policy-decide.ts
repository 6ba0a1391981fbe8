import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { SluiceError } from '../../core/errors.ts'
import { type Config, loadConfig } from '../../policy/config.ts'
import { resolveGuard } from '../../policy/guards.ts'
import { createAnalyser } from '../../sql/create.ts'
import { splitScript } from '../../sql/split.ts'
import { type Command, EXIT, type Io, interrupted } from '../command.ts'
import { judgeCommand } from '../policy/commands.ts'
import { connect, type Database, type Engine } from '../policy/engine.ts'
import { reporter } from '../policy/formats/index.ts'
import { type Judged, type Level, levelOf } from '../policy/judged.ts'
import { FAIL_ON, type Options, readOptions } from '../policy/options.ts'
import { openSchema, openUnknown } from '../policy/schema.ts'
import { readScripts } from '../policy/scripts.ts'

export const command: Command = {
  summary: 'show what a guard says to SQL statements and command lines',
  help: `Usage: sluice policy decide [options] [FILE.sql | DIRECTORY ...]

Reads JSON Lines on standard input, {"sql": "..."} or {"command": "...", "user": "..."} for a line that a host would be
asked to run over SSH, or the statements of the files and directories, and prints what the guard says to each:
{"verdict":"allow|hold|block","rules":[...],"effects":[...],"relations":[...],"reason":"..."}; with files also file and line.

Statements of files are judged in order, as if one connection ran them all: what an earlier one made is known. A line of
standard input is judged by itself. Of directories the layouts of the common tools are known, and what undoes is left out:
Flyway, golang-migrate, sqlx, diesel, Hasura, Prisma, Drizzle, dbmate, goose, sql-migrate, Sqitch, Liquibase (formatted
SQL), Atlas, Supabase, node-pg-migrate; any other *.sql is read in the order of its name.

Options
  --config FILE    the policy file that defines the guard (without it: the built-in guards)
  --guard NAME     the guard (default: strict)
  --mask NAME      a mask of the policy file: tell also what would take its columns out of the mask's reach
  --schema FILE    what the database holds, from 'sluice policy snapshot': verdicts as in production
  --format NAME    json (default), text for people, sarif, github (annotations of a pull request)
  --fail-on LEVEL  block (default), hold, warn: what the exit code 3 is for
  --dialect NAME   postgres (default, and the only one yet)

Exit codes: 0 nothing was blocked (or held, or warned about: --fail-on), 2 wrong options or input, 3 something was,
130 or 143 a signal came.

Examples
  echo '{"sql":"DROP TABLE users"}' | sluice policy decide
  echo '{"command":"rm -rf /srv/app"}' | sluice policy decide --format text
  sluice policy decide --format text --guard migrations migrations
  sluice policy decide --config sluice.yml --guard orders --schema schema.json migrations/0042.sql
`,
  async run(args, io) {
    const options = readOptions(args)
    const config = options.config === undefined ? undefined : loadConfig(resolve(io.cwd, options.config))
    const analyser = createAnalyser({ worker: workerScript() })
    try {
      const engine: Engine = {
        analyser,
        guard: resolveGuard(options.guard, config?.guards ?? {}),
        masks: masksOf(config, options.mask),
      }
      const { schema } = options
      const database =
        schema === undefined
          ? await openUnknown(analyser)
          : await openSchema(resolve(io.cwd, schema), schema, analyser)
      const run: Run = { engine, database, options, io, report: createReport(options, io) }
      return options.paths.length > 0 ? await judgeFiles(run) : await judgeLines(run)
    } finally {
      await analyser.close()
    }
  },
}

interface Run {
  readonly engine: Engine
  /** As it is before anything ran. */
  readonly database: () => Database
  readonly options: Options
  readonly io: Io
  readonly report: Report
}

interface Report {
  add(statement: Judged): void
  /** The exit code. */
  end(notes: readonly string[]): number
}

function createReport({ format, failOn }: Options, io: Io): Report {
  const { judged, done } = reporter(format, io)
  const tally: Record<Level, number> = { allow: 0, warn: 0, hold: 0, block: 0 }
  const failing = FAIL_ON.slice(0, FAIL_ON.indexOf(failOn) + 1)
  return {
    add(statement) {
      tally[levelOf(statement)]++
      judged(statement)
    },
    end(notes) {
      done(tally, notes)
      return failing.some((level) => tally[level] > 0) ? EXIT.refused : EXIT.ok
    },
  }
}

async function judgeFiles({ engine, database, options, io, report }: Run): Promise<number> {
  const { scripts, notes } = readScripts(options.paths, io.cwd)
  const connection = connect(engine, database())
  for (const { file, text } of scripts) {
    for (const { text: sql, remarks, line, endLine } of await splitScript(text)) {
      if (io.signal.aborted) return interrupted(io.signal)
      report.add(await connection.judge(sql, remarks, { file, line, endLine }))
    }
  }
  // Where the output is for a program, people still want to know what was left out.
  if (options.format === 'json' || options.format === 'sarif')
    for (const note of notes) io.err(`sluice policy decide: ${note}\n`)
  return report.end(notes)
}

async function judgeLines({ engine, database, io, report }: Run): Promise<number> {
  let wrong = false
  let number = 0
  const lines = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY, signal: io.signal })
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    const { sql, command: asked, user } = lineOf(line)
    if (asked !== undefined && sql === undefined) report.add(await judgeCommand(engine, asked, user))
    else if (sql !== undefined && asked === undefined)
      report.add(await connect(engine, database()).judge(sql))
    else {
      wrong = true
      io.err(
        `sluice policy decide: line ${number} of standard input is not JSON with a text "sql" or "command"\n`,
      )
    }
  }
  if (io.signal.aborted) return interrupted(io.signal)
  if (number === 0) {
    io.err('sluice policy decide: standard input is empty, so nothing was judged\n')
    return EXIT.usage
  }
  const code = report.end([])
  return code === EXIT.ok && wrong ? EXIT.usage : code
}

/** Members that are texts; none when the line is no JSON object. */
function lineOf(line: string): Partial<Record<'sql' | 'command' | 'user', string>> {
  try {
    const value: unknown = JSON.parse(line)
    if (value === null || typeof value !== 'object') return {}
    return Object.fromEntries(Object.entries(value).filter(([, member]) => typeof member === 'string'))
  } catch {
    return {}
  }
}

function masksOf(config: Config | undefined, name: string | undefined): Engine['masks'] {
  if (name === undefined) return { columns: [] }
  const masks = config?.masks ?? {}
  const found = Object.hasOwn(masks, name) ? masks[name] : undefined
  if (found) return found
  throw new SluiceError('CONFIG_INVALID', `${config?.file} has no mask ${name}`, {
    hint: `It has ${Object.keys(masks).join(', ') || 'none'}`,
  })
}

/** The parser thread's script: beside the bundle of this command, or in the source. */
function workerScript(): string {
  const here = import.meta.dirname
  if (basename(here) !== 'commands') return join(here, '..', 'worker', 'index.js')
  const folder = join(dirname(dirname(here)), 'sql')
  const source = join(folder, 'worker.ts')
  return existsSync(source) ? source : join(folder, 'worker.js')
}
