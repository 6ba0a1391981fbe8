// Every built-in type's masks are values that a real server takes back, in both formats.
import { createHmac, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MaskKind } from '../../src/core/grant.ts'
import { createDigest } from '../../src/masking/hmac.ts'
import { createMasking, maskText, userConstant } from '../../src/masking/index.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'

const SAMPLES: Readonly<Record<string, string>> = {
  text: 'Ann Example',
  varchar: 'ann@example.com',
  'bpchar(20)': 'padded',
  name: 'somebody',
  bool: 't',
  '"char"': 'x',
  int2: '-31000',
  int4: '2000000000',
  int8: '4111111111111111',
  oid: '12',
  xid: '5',
  cid: '5',
  xid8: '5',
  tid: '(1,2)',
  pg_lsn: '1/2',
  float4: '1.5',
  float8: '-1e300',
  numeric: '-12345678.9012',
  money: '12.50',
  date: '1984-02-29',
  time: '23:59:59.5',
  timetz: '10:00:00+02',
  timestamp: '1984-02-29 10:00:00',
  timestamptz: 'infinity',
  interval: '1 mon 2 days 03:00:00',
  uuid: '3f333df6-90a4-4fda-8dd3-9485d27cee36',
  json: '{"a": [1, "x"]}',
  jsonb: '{"a": [1, "x"]}',
  jsonpath: '$.a[*]',
  bytea: '\\xdeadbeef',
  inet: '10.1.2.3/8',
  cidr: '2001:db8::/32',
  macaddr: '08:00:2b:01:02:03',
  macaddr8: '08:00:2b:01:02:03:04:05',
  point: '(1,2)',
  line: '{1,2,3}',
  lseg: '[(1,2),(3,4)]',
  box: '(3,4),(1,2)',
  path: '[(1,2),(3,4)]',
  polygon: '((1,2),(3,4))',
  circle: '<(1,2),3>',
  tsvector: "'a' 'b'",
  tsquery: "'a' & 'b'",
  'bit(11)': '10101010101',
  varbit: '111',
  int4range: '[1,5)',
  numrange: '[1.5,2]',
  daterange: '[2020-01-01,2021-01-01)',
  tstzrange: '[2020-01-01 00:00:00+00,)',
  int8multirange: '{[1,3),[5,7)}',
  regclass: 'pg_class',
  regtype: 'integer',
  'text[]': '{a,"b c",NULL}',
  'int4[]': '{{1,2},{3,4}}',
  'uuid[]': '{3f333df6-90a4-4fda-8dd3-9485d27cee36}',
  'jsonb[]': '{"{\\"a\\": 1}"}',
  mail: 'a@example.com',
  height: '12.5',
  moods: '{sad,ok}',
  mood: 'ok',
  'mood[]': '{sad}',
  span: '[1.5,2.5]',
  spans: '{[1.5,2.5]}',
  'span[]': '{"[1.5,2.5]"}',
  // No stand-in is known for these: NULL.
  pair: '(1,x)',
  int2vector: '1 2',
}
const HASHED = [
  'text',
  'varchar',
  'bpchar(20)',
  'name',
  'int2',
  'int4',
  'int8',
  'numeric',
  'uuid',
  'bytea',
  'json',
  'jsonb',
]
const NULLS = ['pair', 'int2vector']
const KINDS: readonly MaskKind[] = ['redact', 'partial', 'hash', 'null']
const raw = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await createDatabase(
      server,
      `CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE pair AS (a int, b text);
      CREATE DOMAIN mail AS text; CREATE DOMAIN height AS numeric DEFAULT 0; CREATE DOMAIN moods AS mood[];
      CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans)`,
    )
  })
  afterAll(() => database.drop())

  /** The cell as the server sends it, and its `typname`. */
  async function cell(type: string, sample: string, format: 'text' | 'binary') {
    const { rows, fields } = await database.admin.query({
      text: `SELECT $1::text::${type} AS v`,
      values: [sample],
      types: raw,
    })
    const oid = fields[0]!.dataTypeID
    const names = await database.admin.query(
      `SELECT typname, typsend, typtype, (SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder LIMIT 1) AS label,
        typnamespace = 'pg_catalog'::regnamespace AS own FROM pg_type t WHERE oid = $1`,
      [oid],
    )
    const {
      typname: name,
      typsend,
      typtype,
      label,
      own,
    } = names.rows[0] as Record<string, string> & { own: boolean }
    const constant = own ? undefined : userConstant(typtype!, label)
    if (format === 'text') return { bytes: Buffer.from(rows[0].v), name: name!, oid, constant }
    const sent = await database.admin.query(`SELECT ${typsend}($1::text::${type}) AS v`, [sample])
    return { bytes: sent.rows[0].v as Buffer, name: name!, oid, constant }
  }

  /** The server's own text of a masked cell that is sent back to it. */
  async function accepted(type: string, masked: Buffer, format: 'text' | 'binary'): Promise<string> {
    const value = format === 'text' ? masked.toString() : masked
    const { rows } = await database.admin.query(`SELECT ($1::${type})::text AS v`, [value])
    return rows[0].v
  }

  test.each(Object.entries(SAMPLES))('%s', async (type, sample) => {
    for (const kind of KINDS) {
      const key = randomBytes(32)
      const masking = createMasking({ columns: [{ pattern: 'a.b.c', mask: kind }], detect: [] }, key)
      const seen: string[] = []
      for (const format of ['text', 'binary'] as const) {
        const { bytes, name, oid, constant } = await cell(type, sample, format)
        const mask = masking.plan([
          { label: 'v', origin: 'a.b.c', type: name, format, ...(constant && { constant }) },
        ])![0]!
        const masked = maskText(mask, bytes)
        if (kind === 'null' || NULLS.includes(type)) {
          expect(masked).toBeNull()
          continue
        }
        expect(masked, `${kind} ${format}`).not.toBeNull()
        expect(masked!.length).toBeLessThanOrEqual(mask.bound(bytes.length))
        seen.push(await accepted(type, masked!, format))
        if (format === 'text') {
          const parsed = pg.types.getTypeParser(oid, 'text')(masked!.toString())
          expect(parsed instanceof Date && Number.isNaN(parsed.getTime())).toBe(false)
          expect(parsed).not.toBeNaN()
        }
      }
      if (seen.length === 0) continue
      expect(seen[0], `${kind}: text and binary are the same value`).toBe(seen[1])
      const original = (await cell(type, sample, 'text')).bytes.toString()
      expect(seen[0]).not.toBe(original)
      if (kind === 'hash' && HASHED.includes(type)) expect(seen[0]).not.toMatch(/^[0*]*$/)
    }
  })

  test('a hash joins within a session and means nothing in the next', async () => {
    const hash = (key: Buffer) =>
      createMasking({ columns: [{ pattern: 'a.b.c', mask: 'hash' }], detect: [] }, key).plan([
        { label: 'v', origin: 'a.b.c', type: 'int4', format: 'text' },
      ])![0]!
    const key = randomBytes(32)
    const one = maskText(hash(key), Buffer.from('42'))!.toString()
    expect(maskText(hash(key), Buffer.from('42'))!.toString()).toBe(one)
    expect(maskText(hash(key), Buffer.from('43'))!.toString()).not.toBe(one)
    expect(maskText(hash(randomBytes(32)), Buffer.from('42'))!.toString()).not.toBe(one)
  })
})

test('the digest is HMAC-SHA-256', () => {
  for (const key of [randomBytes(32), randomBytes(100)])
    for (const length of [0, 1, 64, 4096, 4097, 10_000]) {
      const value = randomBytes(length)
      expect(createDigest(key)(value)).toEqual(createHmac('sha256', key).update(value).digest())
    }
})
