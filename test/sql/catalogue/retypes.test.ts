// Whether a change of type keeps the values: what the engine says is what a server does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalogue, type SchemaFacts } from '../../../src/sql/catalogue/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'
import { snapshotOf } from './databases.ts'

const sql = analyser()

/** A column for each type with a value that fills it. */
const COLUMNS: readonly (readonly [string, string, string])[] = [
  ['i2', 'int2', "'32767'"],
  ['i4', 'int4', "'2147483647'"],
  ['i8', 'int8', "'9223372036854775807'"],
  ['small8', 'int8', "'7'"],
  ['n', 'numeric', "'1.23456789'"],
  ['n0', 'numeric(10)', "'1234567890'"],
  ['n2', 'numeric(10,2)', "'12345678.91'"],
  ['f4', 'float4', "'1.5'"],
  ['f8', 'float8', "'1.23456789'"],
  ['d', 'date', "'2026-11-22'"],
  ['ts', 'timestamp', "'2026-11-22 01:02:03.123456'"],
  ['ts3', 'timestamp(3)', "'2026-11-22 01:02:03.123'"],
  ['tz', 'timestamptz', "'2026-11-22 01:02:03.123456+00'"],
  ['tm', 'time', "'01:02:03.123456'"],
  ['iv', 'interval', "'1 day 1.123456 s'"],
  ['v10', 'varchar(10)', "'abcdefghij'"],
  ['v', 'varchar', "'abcdefghijklmno'"],
  ['t', 'text', `'${'abcdefghij'.repeat(7)}'`],
  ['c5', 'char(5)', "'abcde'"],
  ['b', 'bool', "'true'"],
  ['u', 'uuid', "'00000000-0000-0000-0000-00000000000a'"],
  ['bits', 'bit(8)', "'10101010'"],
  ['f17', 'float8', "'0.12345678901234567'"],
  ['ip', 'inet', "'10.1.2.3/8'"],
]

const CHANGES: readonly (readonly [string, string, boolean | undefined])[] = [
  ['i2', 'TYPE int4', false],
  ['i4', 'TYPE bigint', false],
  ['small8', 'TYPE int', false],
  ['i4', 'TYPE numeric(12)', false],
  ['n', 'TYPE integer', true],
  ['n2', 'TYPE integer', true],
  ['n0', 'TYPE bigint', false],
  ['n0', 'TYPE numeric(12,2)', false],
  ['n2', 'TYPE numeric(12,2)', false],
  ['n2', 'TYPE numeric(12,1)', true],
  ['n2', 'TYPE numeric', false],
  ['n', 'TYPE numeric(12,2)', true],
  ['f8', 'TYPE integer', true],
  ['f8', 'TYPE real', true],
  ['f4', 'TYPE float8', false],
  ['i4', 'TYPE real', true],
  ['i2', 'TYPE real', false],
  ['i8', 'TYPE float8', true],
  ['ts', 'TYPE date', true],
  ['d', 'TYPE date', false],
  ['d', 'TYPE timestamp', false],
  ['tz', 'TYPE date', true],
  ['ts', 'TYPE time', true],
  ['ts', 'TYPE timestamp(3)', true],
  ['ts3', 'TYPE timestamp(6)', false],
  ['tm', 'TYPE time(0)', true],
  ['iv', 'TYPE interval(0)', true],
  ['v10', 'TYPE varchar(20)', false],
  ['v10', 'TYPE text', false],
  ['v10', 'TYPE varchar(20) USING v10::varchar(20)', false],
  ['v10', 'TYPE varchar(5) USING v10::varchar(5)', true],
  ['v', 'TYPE varchar(5) USING v::varchar(5)', true],
  ['t', 'TYPE varchar(5) USING t::varchar(5)', true],
  ['t', 'TYPE text USING t::text', false],
  ['c5', 'TYPE varchar(5) USING c5::varchar(5)', false],
  ['c5', 'TYPE char(3) USING c5::char(3)', true],
  ['u', 'TYPE varchar(36) USING u::varchar(36)', false],
  ['u', 'TYPE varchar(8) USING u::varchar(8)', true],
  ['i4', 'TYPE bool USING i4::bool', true],
  ['b', 'TYPE bool USING b::bool', false],
  ['n', 'TYPE bool USING n::int::bool', true],
  ['n', 'TYPE int[] USING ARRAY[n::int]', true],
  ['n', 'TYPE int[] USING ARRAY[n]', true],
  ['n', 'TYPE timestamptz USING to_timestamp(n::int)', true],
  ['bits', 'TYPE bit(4) USING bits::bit(4)', true],
  ['bits', 'TYPE bit(8) USING bits::bit(8)', false],
  ['t', 'TYPE name', true],
  ['f17', 'TYPE numeric', true],
  ['n', 'TYPE money', true],
  ['ip', 'TYPE cidr', true],
  ['ts', 'TYPE day', true],
  ['d', 'TYPE day', false],
  ['iv', 'TYPE interval day', true],
  ['ts', 'TYPE date[] USING ARRAY[ts]', true],
  ['tz', 'TYPE timestamptz USING tz::date', true],
  ['f8', 'TYPE float8 USING f8::int', true],
  ['n', 'TYPE numeric USING n::numeric(10,1)', true],
  ['t', 'TYPE text USING t::varchar(3)', true],
  ['i4', 'TYPE bigint USING i4::text::bigint', false],
]

describe.each(servers().map((server) => [`PostgreSQL ${server.version}`, server] as const))(
  '%s',
  (_, server) => {
    let database: Database
    let facts: SchemaFacts
    beforeAll(async () => {
      const columns = COLUMNS.map(([name, type]) => `${name} ${type}`)
      const values = COLUMNS.map(([, , value]) => value)
      database = await createDatabase(
        server,
        `SET TIME ZONE 'UTC'; CREATE DOMAIN day AS date; CREATE TABLE t (${columns}); INSERT INTO t VALUES (${values})`,
      )
      facts = createCatalogue(await snapshotOf(database.admin), sql)
    })
    afterAll(() => database?.drop())

    const told = async (text: string) => {
      const effects = await facts.deepen(await sql.analyse(text), { moved: false })
      return effects.some(({ action, object }) => action === 'update' && object === 'column')
    }

    it.each(CHANGES)('%s %s: %s', async (column, change, lossy) => {
      const text = `ALTER TABLE t ALTER COLUMN ${column} ${change}`
      expect(await told(text)).toBe(lossy)
      const { admin } = database
      const [, old] = COLUMNS.find(([name]) => name === column) ?? []
      await admin.query('BEGIN')
      try {
        const before = (await admin.query(`SELECT to_jsonb(t.${column}) #>> '{}' AS v FROM t`)).rows[0].v
        await admin.query(text)
        const back = `SELECT to_jsonb(x::text::${old === 'bool' ? 'text' : old}) #>> '{}' AS v FROM (SELECT ${column} AS x FROM t) s`
        const after = lossy
          ? await admin.query(`SELECT ${column}::text AS v FROM t`)
          : await admin.query(back)
        if (!lossy) expect(after.rows[0].v).toBe(before)
        else expect(after.rows[0].v).not.toBe(before)
      } finally {
        await admin.query('ROLLBACK')
      }
    })

    it.each(['v10', 'v', 't'])('a shorter type without a cast is an error: %s', async (column) => {
      const text = `ALTER TABLE t ALTER COLUMN ${column} TYPE varchar(3)`
      expect(await told(text)).toBe(false)
      await expect(database.admin.query(text)).rejects.toThrow('too long')
    })

    it('a column that was renamed before keeps what the text says', async () => {
      expect(await told('ALTER TABLE t ALTER d TYPE date')).toBe(false)
      expect(
        await told(
          'ALTER TABLE t RENAME d TO x; ALTER TABLE t RENAME ts TO d; ALTER TABLE t ALTER d TYPE date',
        ),
      ).toBe(true)
    })
  },
)
