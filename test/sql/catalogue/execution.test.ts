// Statements that look innocent: rows really go when they run, and the catalogue tells.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalogue } from '../../../src/sql/catalogue/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { CASES } from './cases.ts'
import { snapshotOf } from './databases.ts'

const sql = analyser()

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

async function rowsLeft(admin: Database['admin'], texts: readonly string[], relation: string) {
  await admin.query('BEGIN')
  try {
    for (const text of texts) await admin.query(text)
    return Number((await admin.query(`SELECT count(*) FROM ${relation}`)).rows[0].count)
  } finally {
    await admin.query('ROLLBACK')
  }
}

describe.each(servers().map((server) => [`PostgreSQL ${server.version}`, server] as const))(
  '%s',
  (_, server) => {
    let database: Database
    beforeAll(async () => {
      database = await createDatabase(server)
    })
    afterAll(() => database?.drop())

    it.each(CASES.filter(({ from = 13 }) => server.version >= from).map((one) => [one.what, one] as const))(
      '%s',
      async (_what, { setup, run, loses = 'z.victim', gone, without }) => {
        const { admin } = database
        await admin.query(`${BASE}${setup}`)
        const facts = createCatalogue(await snapshotOf(admin), sql)
        const found: string[] = []
        for (const text of [run].flat()) {
          const effects = await facts.deepen(await sql.analyse(text), { moved: false })
          for (const { action, name, stored, object } of effects)
            found.push(`${stored ? 'stored ' : ''}${action} ${object} ${name ?? ''}`)
        }
        const left = await rowsLeft(admin, [run].flat(), loses)
        if (without) await admin.query(without)
        expect(left).toBeLessThan(1000)
        expect(found).toContain(gone ?? `stored delete table ${loses}`)
      },
    )
  },
)
