// Foreign keys that a text makes, and what they take along.
import { describe, expect, it } from 'vitest'
import { analyser } from './analysers.ts'

const sql = analyser()

const along = async (text: string): Promise<string[]> =>
  (await sql.analyse(text)).effects.flatMap(({ action, object, name }) =>
    object === 'cascade' ? `${action} ${name}` : [],
  )

const KEY = 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)'

describe('what goes along', () => {
  it.each([
    [`${KEY} ON DELETE CASCADE; DELETE FROM users WHERE id = 1`, ['delete orders']],
    [`${KEY} ON DELETE SET DEFAULT; DELETE FROM public.users WHERE id = 1`, ['delete orders']],
    [`${KEY}; TRUNCATE users CASCADE`, ['truncate orders']],
    [`${KEY} ON UPDATE CASCADE; UPDATE users SET id = 2 WHERE id = 1`, ['update orders']],
    [
      `${KEY} ON DELETE CASCADE; WITH x AS (DELETE FROM users WHERE id = 1 RETURNING id) TABLE x`,
      ['delete orders'],
    ],
    [
      `${KEY} ON DELETE CASCADE; CREATE VIEW v AS SELECT * FROM users; DELETE FROM v WHERE id = 1`,
      ['delete orders'],
    ],
    [`DO $$ BEGIN ${KEY} ON DELETE CASCADE; DELETE FROM users WHERE id = 1; END $$`, ['delete orders']],
    [
      'ALTER TABLE users ADD COLUMN boss int REFERENCES users ON DELETE CASCADE; DELETE FROM users WHERE id = 1',
      ['delete users'],
    ],
    [
      `${KEY} ON DELETE CASCADE; ALTER TABLE items ADD FOREIGN KEY (o) REFERENCES orders ON DELETE CASCADE; DELETE FROM users WHERE id = 1`,
      ['delete orders', 'delete items'],
    ],
    [
      `CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM users WHERE id = 1'; ${KEY} ON DELETE CASCADE; SELECT f()`,
      ['delete orders'],
    ],
    [
      "DO $$ BEGIN EXECUTE format('ALTER TABLE orders ADD FOREIGN KEY (x) REFERENCES %I ON DELETE CASCADE', (SELECT a FROM b)); DELETE FROM users WHERE id = 1; END $$",
      ['delete orders'],
    ],
  ])('%s', async (text, expected) => {
    expect(await along(text)).toEqual(expected)
  })

  it.each([
    `${KEY} ON DELETE RESTRICT ON UPDATE CASCADE; DELETE FROM users WHERE id = 1; UPDATE users SET name = '' WHERE id = 1`,
    `${KEY} ON DELETE CASCADE; DELETE FROM orders WHERE id = 1`,
    `${KEY} ON DELETE CASCADE; DELETE FROM users WHERE false`,
    `DELETE FROM users WHERE id = 1; ${KEY} ON DELETE CASCADE`,
    // Rows of a table that the text makes are no older than the key.
    'CREATE TABLE o (u int REFERENCES users ON DELETE CASCADE); DELETE FROM users WHERE id = 1',
    'CREATE TABLE o (u int); ALTER TABLE o ADD FOREIGN KEY (u) REFERENCES users ON DELETE CASCADE; DELETE FROM users WHERE id = 1',
  ])('nothing: %s', async (text) => {
    expect(await along(text)).toEqual([])
  })
})

describe('what is told of a key', () => {
  it('is the table, what it refers to, and what happens', async () => {
    const { keys, effects } = await sql.analyse(`${KEY} ON DELETE SET NULL ON UPDATE CASCADE NOT VALID`)
    expect(keys).toEqual([
      {
        relation: 'orders',
        columns: ['user_id'],
        refers: 'users',
        referred: ['id'],
        onDelete: true,
        onUpdate: true,
      },
    ])
    expect(effects).toContainEqual({
      action: 'create',
      object: 'foreign-key',
      name: 'orders',
      detail: 'to users, ON DELETE, ON UPDATE',
      lock: 'SHARE ROW EXCLUSIVE',
    })
  })

  it('is where ON UPDATE CASCADE writes the values', async () => {
    const flows = async (text: string) => (await sql.analyse(text)).flows
    expect(await flows('CREATE TABLE child (k text REFERENCES customers (email) ON UPDATE CASCADE)')).toEqual(
      [{ relation: 'child', column: 'k', sources: ['customers.email'], same: true }],
    )
    expect(
      await flows(
        'CREATE TEMP TABLE child (a int, k text, FOREIGN KEY (a, k) REFERENCES c ON UPDATE CASCADE)',
      ),
    ).toEqual([
      { relation: 'pg_temp.child', column: 'a', sources: ['c.*'], same: true },
      { relation: 'pg_temp.child', column: 'k', sources: ['c.*'], same: true },
    ])
    expect(await flows('ALTER TABLE child ADD FOREIGN KEY (k) REFERENCES customers (email)')).toBeUndefined()
  })
})

it.each([
  ['ALTER TABLE t ALTER CONSTRAINT c NOT ENFORCED', 'drop constraint NOT ENFORCED'],
  ['ALTER TABLE t ALTER CONSTRAINT c ENFORCED', 'scan foreign-key undefined'],
])('%s', async (text, expected) => {
  const { effects } = await sql.analyse(text)
  expect(effects.map(({ action, object, detail }) => `${action} ${object} ${detail}`)).toContain(expected)
})
