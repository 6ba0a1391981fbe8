// What the text alone says of a change of type.
import { expect, it } from 'vitest'
import { analyser } from './analysers.ts'

const sql = analyser()

const told = async (change: string): Promise<string | undefined> => {
  const { effects } = await sql.analyse(`ALTER TABLE t ALTER COLUMN a ${change}`)
  const found = effects.find(({ action }) => action === 'update')
  return found && (found.object === 'table' ? 'overwrites' : 'narrows')
}

it.each([
  'TYPE bigint',
  'TYPE timestamptz',
  'TYPE interval(3)',
  'TYPE varchar(3)',
  'TYPE timestamptz USING a::timestamptz',
  "TYPE timestamptz USING a AT TIME ZONE 'UTC'",
  "TYPE timestamptz USING to_timestamp(a, 'YYYY-MM-DD HH24:MI:SS')",
  'TYPE timestamptz USING to_timestamp(a::double precision)',
  'TYPE timestamptz USING to_timestamp(a::numeric)',
  'TYPE boolean',
  'TYPE jsonb USING a::text::jsonb',
  "TYPE int USING nullif(a, '')::int",
  'TYPE mood USING a::text::mood',
  "TYPE text[] USING string_to_array(a, ',')",
  'TYPE int USING CASE WHEN a THEN 1 ELSE 0 END',
  "TYPE text USING CASE WHEN a THEN 'yes' ELSE 'no' END",
])('keeps the values: %s', async (change) => {
  expect(await told(change)).toBeUndefined()
})

it.each([
  'TYPE date',
  'TYPE date[]',
  'TYPE money',
  'TYPE cidr',
  'TYPE interval year',
  'TYPE timestamptz USING a::date',
  'TYPE timestamptz USING to_timestamp(a::bigint)',
  'TYPE boolean USING a::boolean',
  'TYPE int USING a::numeric::int',
  'TYPE int USING to_jsonb(a)::int',
  'TYPE boolean USING a::int::boolean',
  'TYPE boolean USING a::numeric::text::boolean',
  'TYPE float8 USING a::int',
  'TYPE numeric USING a::int',
  'TYPE numeric USING a::numeric(10,1)',
  'TYPE numeric[] USING ARRAY[a::int]',
  'TYPE text USING a::varchar(3)',
  'TYPE text USING a::int::text',
  'TYPE text USING a::text COLLATE "C"::varchar(3)',
  "TYPE timestamptz USING to_timestamp(a, '')",
  "TYPE timestamptz USING to_timestamp(a, 'YYYY')",
])('may keep less: %s', async (change) => {
  expect(await told(change)).toBe('narrows')
})

it.each([
  'TYPE int USING 0',
  'TYPE timestamp USING a AT TIME ZONE NULL',
  'TYPE timestamp USING timezone(NULL, a)',
  "TYPE timestamptz USING a AT TIME ZONE NULL::text AT TIME ZONE 'UTC'",
  'TYPE text USING array_to_string(a, NULL)',
  "TYPE text USING array_to_string(a, NULL, 'x')",
  "TYPE text USING array_to_string(a, '')",
  'TYPE json USING array_to_json(a, NULL)',
  'TYPE text[] USING string_to_array(a, NULL)',
  "TYPE timestamptz USING a::date AT TIME ZONE 'UTC'",
  'TYPE int USING CASE WHEN a THEN 1 ELSE 1 END',
  'TYPE int USING CASE WHEN a THEN 1 END',
  'TYPE int USING CASE WHEN b THEN 1 ELSE 0 END',
  'TYPE int USING CASE WHEN a THEN 1 ELSE b END',
  'TYPE int USING CASE WHEN a > 5 THEN 1 ELSE 0 END',
  "TYPE int USING CASE a WHEN 'x' THEN 1 ELSE 0 END",
])('overwrites: %s', async (change) => {
  expect(await told(change)).toBe('overwrites')
})
