// A pull request is told what production will say: `snapshot` and `decide` against a session's own gate, on stored code.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command as snapshot } from '../../../src/cli/commands/policy-snapshot.ts'
import { databaseOf } from '../../../src/cli/policy/database.ts'
import { Secret } from '../../../src/core/secret.ts'
import type { Verdict } from '../../../src/core/verdict.ts'
import { createMasking } from '../../../src/masking/index.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import { postgres } from '../../../src/protocols/postgres/index.ts'
import type { Target } from '../../../src/protocols/protocol.ts'
import type { Recorder } from '../../../src/recording/recorder.ts'
import { dial } from '../../../src/session/dial.ts'
import { createGate } from '../../../src/session/relay.ts'
import { splitScript } from '../../../src/sql/split.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../../sql/analysers.ts'
import { CASES } from '../../sql/catalogue/cases.ts'
import { decide, files } from './decide.ts'

const BASE = `
  DROP SCHEMA IF EXISTS z CASCADE; CREATE SCHEMA z;
  CREATE TABLE z.victim (id int PRIMARY KEY);
  INSERT INTO z.victim SELECT generate_series(1, 1000);
  CREATE FUNCTION z.wipe(anyelement) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE FUNCTION z.wiper() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN NULL; END $$;
  CREATE FUNCTION z.calm(x anyelement) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN z.wipe(x); END $$;
  CREATE TABLE z.a (id int PRIMARY KEY, v text);
  INSERT INTO z.a VALUES (1, 'x'), (2, 'y');
`
const QUIET: Recorder = {
  append: () => 0,
  flush: () => {},
  lagging: () => false,
  onFailure: () => {},
  seal: () => Promise.reject(new Error('there is no record')),
}
const sql = analyser()
const [server] = servers()

let database: Database
let cwd = ''
beforeAll(async () => {
  database = await createDatabase(server!)
  cwd = files({})
})
afterAll(() => database?.drop())

const env = () => ({ U: database.url })

async function take(): Promise<void> {
  const io = {
    stdin: Readable.from(['']),
    out: () => {},
    err: () => {},
    signal: new AbortController().signal,
  }
  expect(await snapshot.run(['--url', 'env:U', '--output', 'schema.json'], { ...io, env: env(), cwd })).toBe(
    0,
  )
}

interface Said {
  readonly verdict: string
  readonly rules: readonly string[]
}

async function inPullRequest(script: string): Promise<readonly Said[]> {
  writeFileSync(join(cwd, 'run.sql'), script)
  const { lines } = await decide(['--guard', 'migrations', '--schema', 'schema.json', 'run.sql'], { cwd })
  return lines.map(({ verdict, rules }) => ({ verdict: String(verdict), rules: rules as string[] }))
}

/** What a session says to the statements, none of which runs. */
async function inProduction(script: string): Promise<readonly Said[]> {
  const terms = { ...databaseOf('env:U', () => new Secret(database.url)), guard: BUILT_IN.migrations }
  const masking = createMasking(terms.masks, Buffer.alloc(32))
  const local = { user: 'sluice', password: new Secret('p') }
  const target: Target = postgres.open({ terms, dial: () => dial(terms), local, analyser: sql, masking })
  const gate = createGate({ conn: 1, target, terms, recorder: QUIET })
  const said: Said[] = []
  for (const { text } of await splitScript(script)) {
    const statement = { id: said.length + 1, text, sha256: '', analysis: await sql.analyse(text) }
    const { kind, findings }: Verdict = await gate.judge(statement, 'prepared, not run')
    said.push({ verdict: kind, rules: [...new Set(findings.map(({ rule }) => rule))] })
  }
  await target.close()
  return said
}

const cases = CASES.filter(({ from = 13 }) => (server?.version ?? 0) >= from).map(
  (one) => [one.what, one] as const,
)
const scriptOf = (run: string | readonly string[]): string => [run].flat().join(';\n')

describe('stored code that rows go through', () => {
  it.each(cases)('%s', async (_, { setup, run, without }) => {
    await database.admin.query(BASE)
    await take()
    const before = await inPullRequest(`${BASE}${setup};\n${scriptOf(run)}`)
    await database.admin.query(setup)
    await take()
    const [here, there] = [await inPullRequest(scriptOf(run)), await inProduction(scriptOf(run))]
    if (without) await database.admin.query(without)
    // Nothing runs here, so a session does not know a function that the statement before would have made.
    if (setup === '') expect(here.map(({ verdict }) => verdict)).toEqual(there.map(({ verdict }) => verdict))
    else expect(here).toEqual(there)
    // Made in the same run, it is seen as well.
    const last = before.slice(-here.length)
    expect(last.map(({ verdict }) => verdict)).toEqual(there.map(({ verdict }) => verdict))
  })
})
