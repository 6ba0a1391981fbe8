// Runs PostgreSQL's own regression scripts: each statement is judged alone, and watched when it was allowed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../execution/connection.ts'
import { Executor } from '../execution/executor.ts'
import type { createJudge } from '../judge.ts'
import { readScript } from './psql.ts'

export interface Loss {
  readonly file: string
  readonly text: string
  readonly losses: readonly string[]
}

export interface Tally {
  allow: number
  hold: number
  block: number
  /** Allowed statements that ran without an error. */
  executed: number
  /** Statements that only the catalogue did not let through, among those by which something went. */
  told: number
  /** Allowed statements that ran where the proof could not look. */
  unseen: number
  readonly lost: Loss[]
}

export const tally = (): Tally => ({ allow: 0, hold: 0, block: 0, executed: 0, told: 0, unseen: 0, lost: [] })

/** Scripts in the order of their schedule; later ones build on earlier ones. */
export function scripts(directory: string): string[] {
  const there = readdirSync(join(directory, 'sql')).filter((name) => name.endsWith('.sql'))
  const schedule = readFileSync(join(directory, 'parallel_schedule'), 'utf8')
  const listed = [...schedule.matchAll(/^test:(.*)$/gm)].flatMap(([, names = '']) =>
    names.trim().split(/\s+/),
  )
  return listed.filter((name) => there.includes(`${name}.sql`))
}

/** What psql would take from its environment, and the scripts' `\\getenv`. */
export const environment = (directory: string): ReadonlyMap<string, string> =>
  new Map([
    ['abs_srcdir', directory],
    ['abs_builddir', directory],
    ['libdir', '/nowhere'],
    ['dlsuffix', '.so'],
    ['regresslib', '/nowhere/regress.so'],
    ['DBNAME', 'regression'],
  ])

export interface Options {
  /** Of the same database, for what a snapshot must not see half done. */
  readonly url: string
  readonly connection: Connection
  readonly judge: ReturnType<typeof createJudge>
  readonly directory: string
  /** What psql would take from its environment. */
  readonly environment: ReadonlyMap<string, string>
}

export async function runScript(
  file: string,
  { url, connection, judge, directory, environment }: Options,
  counts: Tally,
): Promise<void> {
  const executor = new Executor(connection, async (text) => {
    const other = await Connection.open(url)
    const { verdict } = await judge.knowing(await other.snapshot())(text)
    other.close()
    return verdict.kind === 'allow'
  })
  const variables = new Map(environment)
  for (const { text, data, gset } of readScript(
    readFileSync(join(directory, 'sql', `${file}.sql`), 'utf8'),
    variables,
  )) {
    const { verdict, effects } = await judge.judge(text)
    counts[verdict.kind]++
    const moves = effects.some(({ action }) => action === 'transaction')
    if (verdict.kind !== 'allow' || moves || connection.status === 'E' || gset !== undefined) {
      const { rows } = await connection.run(text, data)
      if (gset !== undefined)
        for (const [name, value] of Object.entries(rows[0] ?? {})) variables.set(gset + name, value ?? '')
      continue
    }
    const outcome = await (connection.status === 'T'
      ? executor.within(text, effects, data)
      : executor.run(text, effects, data)
    ).catch(() => undefined)
    // The script's own role or time limit kept us from looking.
    if (!outcome) {
      counts.unseen++
      continue
    }
    if (outcome.code === '00000') counts.executed++
    if (outcome.told) counts.told++
    if (outcome.losses.length > 0) counts.lost.push({ file, text, losses: outcome.losses })
  }
  await connection.run('ROLLBACK')
}
