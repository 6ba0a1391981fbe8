// Locks, rewrites and scans as the real servers do them.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Effect } from '../../../src/core/statement.ts'
import { MODES } from '../../../src/sql/locks.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { CASES, SCHEMA } from './cases.ts'

const sql = analyser()

/** The server locks the indexes so; the table itself only in SHARE. */
const STRONGER = new Set(['t: REINDEX TABLE t'])
/** Whether the old type is a shorter form of the new one, or a function of a user depends on the row, only the catalogue tells. */
const NO_REWRITE =
  /TYPE (?:varchar\(20\)|text|varchar)$|DEFAULT one\(\)|SET (?:LOGGED|TABLESPACE|ACCESS METHOD)/
/** A constraint that is proved by another one, and a column that no row has a value in yet, are checked without a scan. */
const NO_SCAN = /x int (?:CHECK|UNIQUE|PRIMARY)|NOT VALID|NOT ENFORCED|ALTER DOMAIN/

const rank = (mode: string) =>
  MODES.findIndex((name) => `${name.replaceAll(' ', '').toLowerCase()}lock` === mode.toLowerCase())
const told = (effects: readonly Effect[], relation: string): number => {
  const own = effects.filter(({ name, lock }) => name === relation && lock)
  return Math.max(
    0,
    ...(own.length > 0 ? own : effects).map(({ lock }) => MODES.indexOf((lock ?? '') as 'SHARE')),
  )
}

describe.each(servers().map((server) => ({ server, version: server.version })))(
  'PostgreSQL $version',
  ({ server }) => {
    let database: Database
    beforeAll(async () => {
      database = await createDatabase(server, SCHEMA)
    })
    afterAll(() => database.drop())
    const rows = async (text: string) =>
      (await database.admin.query(text)).rows as Record<string, string | number>[]

    /** What the statement did in a transaction that is taken back; undefined when this version does not know it. */
    async function run(relation: string, text: string) {
      await rows('BEGIN')
      try {
        // Counts of scans are only given to the others between transactions.
        const [at] = await rows(
          `SELECT '${relation}'::regclass::oid AS oid, pg_relation_filenode('${relation}') AS file, pg_stat_get_xact_numscans('${relation}'::regclass)::int AS scans`,
        )
        await rows(text)
        const [after] = await rows(
          `SELECT pg_relation_filenode(${at?.oid}) AS file, pg_stat_get_xact_numscans(${at?.oid})::int AS scans`,
        )
        const locks = await rows(
          `SELECT mode FROM pg_locks WHERE relation = ${at?.oid} AND pid = pg_backend_pid()`,
        )
        return {
          lock: Math.max(0, ...locks.map(({ mode }) => rank(String(mode)))),
          rewrites: after?.file !== at?.file,
          scans: after?.scans !== at?.scans,
        }
      } catch (error) {
        if ((error as { code?: string }).code === '42601') return undefined
        throw error
      } finally {
        await rows('ROLLBACK')
      }
    }

    it('takes the locks, and rewrites and scans, as told', async () => {
      const wrong: string[] = []
      for (const { relation, text, outside } of CASES) {
        if (outside) continue
        const done = await run(relation, text)
        const { effects } = await sql.analyse(text)
        const lock = told(effects, relation)
        const line = `${relation}: ${text}`
        if (!done) continue
        const same =
          lock === done.lock || (lock < 4 && done.lock < 4) || (STRONGER.has(line) && lock > done.lock)
        if (!same) wrong.push(`${line}: told ${MODES[lock]}, took ${MODES[done.lock]}`)
        if (!text.startsWith('ALTER TABLE') && !text.startsWith('CLUSTER')) continue
        const rewrites = effects.some(({ action }) => action === 'rewrite')
        if (rewrites !== done.rewrites && !(rewrites && NO_REWRITE.test(text)))
          wrong.push(`${line}: rewrite told ${rewrites}, done ${done.rewrites}`)
        const scans = rewrites || effects.some(({ action, name }) => action === 'scan' && name === relation)
        if (
          text.includes(`TABLE ${relation}`) &&
          done.scans !== scans &&
          !(scans && (NO_SCAN.test(text) || NO_REWRITE.test(text)))
        )
          wrong.push(`${line}: scan told ${scans}, done ${done.scans}`)
      }
      expect(wrong).toEqual([])
    })

    it('asks for the locks as told, outside of transactions', async () => {
      const wrong: string[] = []
      for (const { relation, text } of CASES.filter(({ outside }) => outside)) {
        await rows('BEGIN')
        await rows(`LOCK TABLE ${relation} IN EXCLUSIVE MODE`)
        const client = new pg.Client({ connectionString: database.url })
        client.on('error', () => {})
        await client.connect()
        const [{ pid } = {}] = (await client.query('SELECT pg_backend_pid() AS pid')).rows as {
          pid?: number
        }[]
        const running = client.query(text).catch(() => {})
        const asked = `SELECT mode FROM pg_locks WHERE pid = ${pid} AND NOT granted`
        let [waiting] = await rows(asked)
        while (!waiting) [waiting] = await rows(asked)
        await rows(`SELECT pg_terminate_backend(${pid})`)
        await running
        await client.end()
        await rows('ROLLBACK')
        const lock = told((await sql.analyse(text)).effects, relation)
        if (lock !== rank(String(waiting.mode)))
          wrong.push(`${text}: told ${MODES[lock]}, asked ${waiting.mode}`)
      }
      expect(wrong).toEqual([])
    })
  },
)
