// One text may make a temporary table, and take it away again: what a name means then.
import { describe, expect, it } from 'vitest'
import { analyser } from './analysers.ts'

const sql = analyser()
const MADE = 'CREATE TEMP TABLE users (a int)'

/** Whether the last DROP of the text takes a temporary table only. */
const dropped = async (text: string): Promise<boolean> => {
  const { effects } = await sql.analyse(text)
  const last = effects.findLast(({ action }) => action === 'drop')
  expect(last).toMatchObject({ object: 'table' })
  return last?.temporary ?? false
}

describe('DROP TABLE users takes the temporary one', () => {
  it.each([
    `${MADE}; DROP TABLE users`,
    `${MADE}; DROP TABLE pg_temp.users`,
    `BEGIN; SAVEPOINT a; ${MADE}; RELEASE a; DROP TABLE users`,
    `BEGIN; ${MADE} ON COMMIT DROP; DROP TABLE users; COMMIT`,
    `${MADE}; SET LOCAL statement_timeout = '5s'; DROP TABLE users`,
    'CREATE TEMP TABLE IF NOT EXISTS users (a int); DROP TABLE users',
    'SELECT 1 INTO TEMP users; DROP TABLE users',
    'CREATE TEMP TABLE users AS SELECT 1; DROP TABLE users',
  ])('%s', async (text) => expect(await dropped(text)).toBe(true))
})

describe('DROP TABLE users may take the permanent one', () => {
  it.each([
    'DROP TABLE users',
    `BEGIN; ${MADE}; ROLLBACK; DROP TABLE users`,
    `BEGIN; ${MADE}; ABORT; DROP TABLE users`,
    `BEGIN; SAVEPOINT a; ${MADE}; ROLLBACK TO a; DROP TABLE users`,
    `BEGIN; ${MADE}; ROLLBACK AND CHAIN; DROP TABLE users`,
    `BEGIN; ${MADE}; PREPARE TRANSACTION 'x'; DROP TABLE users`,
    `${MADE}; BEGIN; DROP TABLE users; ROLLBACK; DROP TABLE users`,
    `BEGIN; ${MADE} ON COMMIT DROP; COMMIT; DROP TABLE users`,
    `BEGIN; ${MADE} ON COMMIT DROP; END; DROP TABLE users`,
    `BEGIN; ${MADE} ON COMMIT DROP; COMMIT AND CHAIN; DROP TABLE users`,
    `${MADE}; DROP TABLE users; DROP TABLE users -- again`,
    `${MADE}; DROP TABLE public.users`,
    `${MADE}; ALTER TABLE users RENAME TO u; DROP TABLE users`,
    `${MADE}; SET search_path = public, pg_temp; DROP TABLE users`,
    `${MADE}; SET LOCAL search_path = public, pg_temp; DROP TABLE users`,
    `${MADE}; SET LOCAL ROLE x; DROP TABLE users`,
    `${MADE}; SET ROLE x; DROP TABLE users`,
    `${MADE}; SET SESSION AUTHORIZATION x; DROP TABLE users`,
    `${MADE}; RESET search_path; DROP TABLE users`,
    `${MADE}; RESET ROLE; DROP TABLE users`,
    `${MADE}; RESET ALL; DROP TABLE users`,
    `${MADE}; SELECT set_config('search_path', 'public', true); DROP TABLE users`,
    `${MADE}; DISCARD TEMP; DROP TABLE users`,
    `${MADE}; DISCARD ALL; DROP TABLE users`,
    `SET search_path = public; ${MADE}; DROP TABLE users`,
    `DO $$ BEGIN CREATE TEMP TABLE users (a int); END $$; DROP TABLE users`,
    `PREPARE p AS SELECT 1; EXPLAIN CREATE TEMP TABLE users AS SELECT 1; DROP TABLE users`,
  ])('%s', async (text) => expect(await dropped(text)).toBe(false))
})

it.each([
  ['CREATE TABLE n (a int); CREATE INDEX ON n (a)', 'none'],
  ['CREATE TABLE n (a int); ROLLBACK; CREATE INDEX ON n (a)', 'SHARE'],
  ['CREATE TABLE n (a int); SET search_path = x; CREATE INDEX ON n (a)', 'SHARE'],
  ['CREATE TABLE n (a int); DROP TABLE n; CREATE INDEX ON n (a)', 'SHARE'],
  ['CREATE TABLE IF NOT EXISTS n (a int); CREATE INDEX ON n (a)', 'SHARE'],
])('nobody waits for the lock on a table that is new: %s', async (text, lock) => {
  expect((await sql.analyse(text)).effects.at(-1)).toMatchObject({ object: 'index', lock })
})
