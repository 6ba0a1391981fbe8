import { expect, it } from 'vitest'
import { withoutPasswords } from '../../src/session/passwords.ts'
import { analyser } from '../sql/analysers.ts'

const sql = analyser()
const recorded = async (text: string) => withoutPasswords(text, (await sql.analyse(text)).effects)

it.each([
  "ALTER ROLE postgres PASSWORD 'hunter2'",
  "ALTER ROLE postgres PASSWORD E'a\\'hunter2'",
  'ALTER ROLE postgres password/* x */$x$hunter2$x$',
  "ALTER ROLE postgres PASSWORD -- y'\n 'hunt'\n'hunter2'",
  "ALTER ROLE postgres /* /* */ ' */ PASSWORD 'hunter2'",
  "ALTER ROLE postgres PASSWORD U&'\\0068hunter2'",
  "CREATE ROLE a LOGIN ENCRYPTED PASSWORD 'hunter2' VALID UNTIL 'infinity'",
  "CREATE USER a WITH PASSWORD 'it''s hunter2'",
  "ALTER USER a PASSWORD 'hunter2' oops",
  "ALTER USER a PASSWORD 'hunter2 never closed",
  "CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'b', password 'hunter2')",
  "CREATE USER MAPPING FOR a SERVER s OPTIONS (aws_secret 'hunter2')",
  'ALTER USER MAPPING FOR a SERVER s OPTIONS (SET U&"pass\\0077ord" \'hunter2\')',
  'CREATE SERVER s FOREIGN DATA WRAPPER f OPTIONS ("password" \'hunter2\')',
  "CREATE SUBSCRIPTION s CONNECTION 'host=h password=hunter2 dbname=d' PUBLICATION p",
  "CREATE SUBSCRIPTION s CONNECTION 'host=h password = ''a hunter2'' dbname=d' PUBLICATION p",
  "ALTER SUBSCRIPTION s CONNECTION 'postgresql://u:hunter2@h/d'",
  "SELECT * FROM dblink('host=h password=hunter2', 'SELECT 1') t(a int)",
  "SELECT dblink_connect('postgres://u:hunter2@h/d')",
  "SELECT dblink_connect('postgres://h/d?user=u&password=hunter2')",
  "DO $$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ''hunter2'''; END $$",
  "DO $$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ' || quote_literal('hunter2'); END $$",
  "DO $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD %L', 'a', 'hunter2'); END $$",
  "DO $$ BEGIN ALTER ROLE a PASSWORD 'hunter2'; END $$",
  "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'ALTER ROLE a PASSWORD ''hunter2'''",
  "UPDATE users SET password = 'hunter2' WHERE id = 1",
  "SELECT 1; ALTER GROUP g RENAME TO h; ALTER ROLE a PASSWORD 'hunter2'",
])('%s', async (text) => {
  const kept = await recorded(text)
  expect(kept).not.toContain('hunter2')
  expect(kept).toContain('****')
})

it.each([
  "SELECT 'x' FROM users",
  'UPDATE users SET password = $1',
  'ALTER TABLE users ADD COLUMN password text',
  "SELECT 'https://example.com/a'",
  'ALTER ROLE a PASSWORD NULL',
  'SELECT password FROM users WHERE id = 5',
])('keeps %s', async (text) => {
  expect(await recorded(text)).toBe(text)
})

it('takes no longer for a hostile text', () => {
  const before = performance.now()
  const hostile = [
    '/*',
    "'",
    '$a$',
    "''",
    'a://b',
    'password ',
    "password,'",
    ' ',
    '-',
    '--\n',
    '/**/',
    '*/',
    'e\\',
  ]
  for (const text of hostile) {
    const long = `password${text.repeat(Math.floor(16_384 / text.length))}`
    withoutPasswords(long, [])
    withoutPasswords(long, [{ action: 'alter', object: 'role' }])
  }
  expect(performance.now() - before).toBeLessThan(3000)
})
