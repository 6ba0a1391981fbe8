import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { SluiceError } from '../../core/errors.ts'
import type { Guard } from '../../core/grant.ts'
import type { Effect } from '../../core/statement.ts'
import { loadConfig } from '../../policy/config.ts'
import { decide } from '../../policy/decide.ts'
import { resolveGuard } from '../../policy/guards.ts'
import { createAnalyser } from '../../sql/create.ts'
import { splitScript } from '../../sql/split.ts'
import { type Command, EXIT, type Io } from '../command.ts'

export const command: Command = {
  summary: 'show what a guard says to SQL statements',
  help: `Usage: sluice policy decide [options] [FILE.sql | DIRECTORY ...]

Reads JSON Lines {"sql": "..."} on standard input, or the statements of the files (of a directory: its *.sql, in order), and prints a JSON line each:
{"verdict":"allow|hold|block","rules":[...],"effects":[...],"relations":[...],"reason":"..."}; with files also file and line.
Each statement is judged by itself, as if it came alone; what another one prepared or created is not known.

Options
  --config FILE   the policy file that defines the guard (without it: the built-in guards)
  --guard NAME    the guard (default: strict)
  --dialect NAME  postgres (default, and the only one yet)

Exit codes: 0 nothing was blocked, 2 wrong options or input, 3 a statement was blocked.

Examples
  echo '{"sql":"DROP TABLE users"}' | sluice policy decide
  sluice policy decide --guard migrations migrations
  sluice policy decide --config sluice.yml --guard orders migrations/0042.sql
`,
  async run(args, io) {
    const { config, guard: name, files } = parse(args)
    const guard = resolveGuard(name, config === undefined ? {} : loadConfig(resolve(io.cwd, config)).guards)
    const judge = open(guard, io)
    try {
      return files.length > 0 ? await judgeFiles(files, judge, io) : await judgeLines(judge, io)
    } finally {
      await judge.close()
    }
  },
}

interface Judge {
  /** Prints the verdict; true when it is `block`. */
  judge(sql: string, place: { file?: string; line?: number }): Promise<boolean>
  close(): Promise<void>
}

function open(guard: Guard, io: Io): Judge {
  const analyser = createAnalyser({ worker: workerScript() })
  return {
    async judge(sql, place) {
      const { effects, relations } = await analyser.analyse(sql)
      const { kind, findings } = decide(effects, guard)
      const rules = [...new Set(findings.map((finding) => finding.rule))]
      const reason = psql(sql) ?? findings[0]?.reason ?? ''
      io.out(
        `${JSON.stringify({ ...place, verdict: kind, rules, effects: effects satisfies readonly Effect[], relations, reason })}\n`,
      )
      return kind === 'block'
    },
    close: () => analyser.close(),
  }
}

async function judgeFiles(files: readonly string[], { judge }: Judge, io: Io): Promise<number> {
  let blocked = false
  for (const file of files.flatMap((path) => scripts(path, io.cwd))) {
    for (const { text, line } of await splitScript(read(resolve(io.cwd, file), file))) {
      if (io.signal.aborted) return EXIT.failed
      if (await judge(text, { file, line })) blocked = true
    }
  }
  return blocked ? EXIT.refused : EXIT.ok
}

async function judgeLines({ judge }: Judge, io: Io): Promise<number> {
  let blocked = false
  let wrong = false
  let number = 0
  for await (const line of createInterface({
    input: io.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
    signal: io.signal,
  })) {
    number++
    if (line.trim() === '') continue
    const sql = sqlOf(line)
    if (sql === undefined) {
      wrong = true
      io.err(`sluice policy decide: line ${number} of standard input is not JSON with a text "sql"\n`)
    } else if (await judge(sql, {})) blocked = true
  }
  if (number === 0) {
    io.err('sluice policy decide: standard input is empty, so nothing was judged\n')
    return EXIT.usage
  }
  return blocked ? EXIT.refused : wrong ? EXIT.usage : EXIT.ok
}

/** The file itself, or the scripts below a directory, by name. */
function scripts(path: string, cwd: string): readonly string[] {
  if (!statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory()) return [path]
  const names = readdirSync(resolve(cwd, path), { recursive: true, encoding: 'utf8' })
  const found = names.filter((name) => name.endsWith('.sql')).sort()
  if (found.length > 0) return found.map((name) => join(path, name))
  throw new SluiceError('CONFIG_INVALID', `${path} holds no *.sql file`, {
    hint: 'Name the directory of the scripts',
  })
}

/** Commands of psql never reach the server, and may do anything where psql runs. */
function psql(sql: string): string | undefined {
  const [, name] = /^\\(\S*)/.exec(sql) ?? []
  return name === undefined
    ? undefined
    : `\\${name} is a command of psql and no SQL: it cannot be judged. Take it out of the script`
}

function sqlOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line)
    const sql = value !== null && typeof value === 'object' ? (value as { sql?: unknown }).sql : undefined
    return typeof sql === 'string' ? sql : undefined
  } catch {
    return undefined
  }
}

function read(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    const encoding = error instanceof TypeError
    throw new SluiceError('CONFIG_INVALID', encoding ? `${file} is not UTF-8` : `${file} cannot be read`, {
      hint: encoding ? 'Convert it to UTF-8' : 'Check the path and its permissions',
      cause: error,
    })
  }
}

/** The parser thread's script: beside the bundle of this command, or in the source. */
function workerScript(): string {
  const here = import.meta.dirname
  if (basename(here) !== 'commands') return join(here, '..', 'worker', 'index.js')
  const folder = join(dirname(dirname(here)), 'sql')
  const source = join(folder, 'worker.ts')
  return existsSync(source) ? source : join(folder, 'worker.js')
}

function parse(args: string[]): { config: string | undefined; guard: string; files: string[] } {
  const { values, positionals } = options(args)
  if (values.schema !== undefined)
    throw wrong('--schema is not there yet: statements are judged by their text alone')
  if (values.dialect !== 'postgres')
    throw wrong(`--dialect ${values.dialect} is not there yet; it can be postgres`)
  return { config: values.config, guard: values.guard, files: positionals }
}

function options(args: string[]) {
  const known = {
    config: { type: 'string' },
    guard: { type: 'string', default: 'strict' },
    dialect: { type: 'string', default: 'postgres' },
    schema: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options: known, allowPositionals: true })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : 'wrong options')
  }
}

const wrong = (message: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', message, { hint: "'sluice policy decide --help' shows the options" })
