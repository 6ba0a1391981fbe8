// Names that come to mean something else while statements are under way: by SQL, by code, in a transaction, in pg_temp.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { type Relayed, relayed } from './relayed.ts'
import {
  bind,
  closePortal,
  copyData,
  copyDone,
  describePortal,
  execute,
  flush,
  outline,
  parse,
  query,
  sync,
  type Wire,
  wire,
} from './wire.ts'

const SECRET = 'secret-of-ada'
const SETUP = `
  CREATE TABLE users (id int PRIMARY KEY, name text, email text);
  INSERT INTO users VALUES (1, 'ada', '${SECRET}'), (2, 'bob', '${SECRET}');
  CREATE TABLE "Users" (id int, email text);
  INSERT INTO "Users" VALUES (1, '${SECRET}');
  CREATE TABLE orders (id int PRIMARY KEY, note text, email2 text);
  INSERT INTO orders VALUES (1, 'plain', 'x');
  CREATE VIEW notes AS SELECT id, note FROM orders;
  CREATE TABLE parents (email text);
  CREATE TABLE clients (email text);
  INSERT INTO clients VALUES ('${SECRET}');`

/** The guards are not asked here: masks must hold by themselves. */
const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  // What code of a session did counts for the rest of it.
  const open = async () => {
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        masks: {
          columns: [
            { pattern: 'public.users.email', mask: 'redact' },
            { pattern: 'public.Users.email', mask: 'redact' },
            { pattern: 'public.clients.email', mask: 'redact' },
          ],
          detect: [],
        },
      },
      analyser,
    })
    client = await wire(relay.port)
  }
  afterEach(async () => {
    client.socket.destroy()
    await relay.close()
  })
  afterAll(() => database?.drop())

  /** Sends it all at once; answers what came up to the `count`th ReadyForQuery. */
  const ask = async (count: number, ...frames: Buffer[]) => {
    client.send(...frames)
    let seen = ''
    for (let i = 0; i < count && !client.ended; i++) {
      const answer = await client.until('Z')
      for (const { body } of answer) expect(body.toString('utf8').toLowerCase()).not.toContain(SECRET)
      seen += `${seen && ' '}${outline(answer)}`
    }
    return seen
  }
  const run = (text: string) => ask(1, query(text))
  const once = (text: string) => [parse('', text), bind('', ''), execute('')]
  const UPPER = 'SELECT upper(email) AS t FROM users WHERE id = 1'
  const PLAIN = "SELECT 'x'::text AS t"

  test('SQL PREPARE and DEALLOCATE in the same pipeline as the Bind', async () => {
    await open()
    await run(`PREPARE p AS ${PLAIN}`)
    expect(
      await ask(
        1,
        ...once('DEALLOCATE p'),
        ...once(`PREPARE p AS ${UPPER}`),
        bind('', 'p'),
        execute(''),
        sync,
      ),
    ).toMatch(/D:\*\*\*\*/)
    expect(await run('EXECUTE p')).toMatch(/D:\*\*\*\*/)
    const last = relay.told.filter(({ type }) => type === 'execute').at(-1)
    expect(last?.type === 'execute' && last.statement.text).toContain('upper(email)')
  })

  test('names in quotes, and longer than the server keeps them', async () => {
    await open()
    for (const [sql, name] of [
      ['"Big"', 'Big'],
      [`${'n'.repeat(63)}tail`, 'n'.repeat(63)],
    ] as const) {
      await ask(1, parse(name, PLAIN), sync)
      await run(`DEALLOCATE ${sql}`)
      await run(`PREPARE ${sql} AS ${UPPER}`)
      expect(await ask(1, bind('', name), execute(''), sync)).toMatch(/D:\*\*\*\*/)
    }
  })

  test('PREPARE and EXECUTE sent together', async () => {
    await open()
    expect(await ask(2, query(`PREPARE z AS ${PLAIN}`), query('EXECUTE z'))).toBe(
      'C:PREPARE Z:I T D:x C:SELECT 1 Z:I',
    )
    const judged = relay.told.filter(({ type }) => type === 'judge').at(-1)
    expect(judged?.type === 'judge' && judged.statement.analysis.effects[0]?.detail).toBe(
      'prepared on this connection',
    )
    expect(await ask(2, query('DEALLOCATE z'), query('EXECUTE z'))).toBe('C:DEALLOCATE Z:I E:26000 Z:I')
  })

  test('a name that is given anew behind the EXECUTE that uses it', async () => {
    await open()
    await run(`PREPARE p AS ${UPPER}`)
    expect(
      await ask(
        1,
        ...once('EXECUTE p'),
        ...once('DEALLOCATE p'),
        parse('p', PLAIN),
        bind('', 'p'),
        execute(''),
        sync,
      ),
    ).toMatch(/D:\*\*\*\*.*D:x/)
  })

  test('a bound EXECUTE whose name changes before it runs', async () => {
    await open()
    await run('BEGIN')
    await run(`PREPARE p AS ${PLAIN}`)
    await ask(1, parse('e', 'EXECUTE p'), bind('po', 'e'), describePortal('po'), sync)
    await run('DEALLOCATE p')
    await run(`PREPARE p AS ${UPPER}`)
    expect(await ask(1, execute('po'), sync)).toBe('E:26000 Z:E')
  })

  test('cursors closed and declared anew in a pipeline', async () => {
    await open()
    await run('BEGIN')
    await run(`DECLARE c CURSOR FOR ${PLAIN}`)
    expect(
      await ask(1, ...once('CLOSE c'), ...once(`DECLARE c CURSOR FOR ${UPPER}`), execute('c', 2), sync),
    ).toMatch(/D:\*\*\*\*/)
    await run('CLOSE c')
    await run(`DECLARE c CURSOR FOR ${UPPER}`)
    expect(
      await ask(
        1,
        ...once('FETCH 1 FROM c'),
        closePortal('c'),
        parse('q', PLAIN),
        bind('c', 'q'),
        execute('c'),
        sync,
      ),
    ).toMatch(/D:\*\*\*\*.*D:x/)
  })

  test('PREPARE inside of code is refused', async () => {
    await open()
    await run(`PREPARE p AS ${PLAIN}`)
    expect(
      await run(
        `DO $$ BEGIN EXECUTE 'DEALLOCATE p'; EXECUTE 'PREPARE p AS ${UPPER.replaceAll("'", "''")}'; END $$`,
      ),
    ).toBe('E:0A000 Z:I')
    expect(await run('EXECUTE p')).toBe('T D:x C:SELECT 1 Z:I')
  })

  test('a cursor that code opens under a known name', async () => {
    await open()
    await run('BEGIN')
    await run(`DECLARE cc CURSOR FOR ${PLAIN}`)
    await run('COMMIT')
    await run('BEGIN')
    const reopen = `DO $$ DECLARE c refcursor := 'cc'; BEGIN OPEN c FOR ${UPPER}; END $$`
    expect(await run(reopen)).toBe('C:DO Z:T')
    expect(await run('FETCH 1 FROM cc')).toMatch(/^T D:\*\*\*\*/)
    await run('ROLLBACK')
    await run('BEGIN')
    await ask(
      1,
      parse('', 'SELECT x::text AS t FROM generate_series(1, 9) x'),
      bind('cc', ''),
      describePortal('cc'),
      execute('cc', 1),
      sync,
    )
    await run(reopen.replace('OPEN c', 'CLOSE c; OPEN c'))
    expect(await ask(1, execute('cc', 1), sync)).toMatch(/D:\*\*\*\*/)
  })

  test('a view that is made or replaced in the open transaction', async () => {
    await open()
    await run('BEGIN')
    await run('CREATE VIEW fresh AS SELECT upper(email) AS e FROM users')
    expect(await run('SELECT e, lower(e) FROM fresh LIMIT 1')).toMatch(/D:\*\*\*\*,\*\*\*\*/)
    await run('CREATE OR REPLACE VIEW notes AS SELECT id, email AS note FROM users')
    expect(await run('SELECT note, lower(note) FROM notes LIMIT 1')).toMatch(/D:\*\*\*\*,\*\*\*\*/)
    expect(await run('COPY (SELECT note FROM notes) TO STDOUT')).toBe('E:42501 Z:E')
    await run('ROLLBACK')
    expect(
      await run('BEGIN; CREATE VIEW fresh AS SELECT upper(email) AS e FROM users; SELECT e FROM fresh'),
    ).toMatch(/D:\*\*\*\*/)
    expect(await run('SELECT note, id FROM orders')).toBe('T D:plain,1 C:SELECT 1 Z:T')
    await run('ROLLBACK')
    expect(await run('SELECT note FROM notes')).toBe('T D:plain C:SELECT 1 Z:I')
  })

  test('a view that another connection of the session commits while its answer is not read', async () => {
    await open()
    const other = await wire(relay.port)
    await run('BEGIN')
    await run('CREATE VIEW late AS SELECT upper(email) AS e FROM users')
    client.send(...once('COMMIT'), ...once('SELECT count(*) FROM generate_series(1, 12000000)'), sync)
    await expect
      .poll(async () => outline(await other.send(query('SELECT lower(e) FROM late')).until('Z')), {
        timeout: 4000,
      })
      .toMatch(/^T D:/)
    expect(outline(await other.send(query('SELECT lower(e) FROM late')).until('Z'))).toMatch(/D:\*\*\*\*/)
    await client.until('Z')
    expect(outline(await other.send(query('SELECT lower(e) FROM late')).until('Z'))).toMatch(/D:\*\*\*\*/)
    await run('DROP VIEW late')
    other.socket.destroy()
  })

  test('temporary views and tables, also by the name pg_temp', async () => {
    await open()
    await run('CREATE TEMP VIEW orders AS SELECT id, email AS note, email AS email2 FROM users')
    expect(await run('COPY (SELECT * FROM orders) TO STDOUT')).toBe('E:42501 Z:I')
    expect(await run('COPY (SELECT * FROM public.orders) TO STDOUT')).toMatch(/^H d/)
    expect(await run('SELECT note, lower(note) FROM orders LIMIT 1')).toMatch(/D:\*\*\*\*,\*\*\*\*/)
    expect(await run('SELECT lower(note) FROM pg_temp.orders LIMIT 1')).toMatch(/D:\*\*\*\*/)
    await run('BEGIN')
    await run('CREATE TEMP TABLE users AS SELECT email AS id, 1 AS name, 2 AS email FROM public.users')
    expect(await run('COPY users TO STDOUT')).toBe('E:42501 Z:E')
    await run('ROLLBACK')
  })

  test('rows of children show in their parent', async () => {
    await open()
    await run('BEGIN')
    await run('ALTER TABLE clients INHERIT parents')
    expect(await run('SELECT email, lower(email) FROM parents')).toMatch(/D:\*\*\*\*,\*\*\*\*/)
    await run('COMMIT')
    expect(await run('SELECT email, lower(email) FROM parents')).toMatch(/D:\*\*\*\*,\*\*\*\*/)
    await run('ALTER TABLE clients NO INHERIT parents')
    await run('BEGIN')
    await run('CREATE TABLE listed (email text) PARTITION BY LIST (email)')
    await run('ALTER TABLE listed ATTACH PARTITION clients DEFAULT')
    expect(await run('SELECT email FROM listed')).toMatch(/D:\*\*\*\*/)
    await run('COMMIT')
    expect(await run('SELECT email FROM listed')).toMatch(/D:\*\*\*\*/)
    await run('ALTER TABLE listed DETACH PARTITION clients; DROP TABLE listed')
  })

  test('a rule that answers with other rows', async () => {
    await open()
    await run('CREATE RULE r AS ON UPDATE TO orders DO INSTEAD SELECT upper(email) AS note FROM users')
    expect(await run("UPDATE orders SET note = 'x'")).toMatch(/D:\*\*\*\*/)
    expect(await run('SELECT note FROM orders')).toBe('T D:plain C:SELECT 1 Z:I')
    await run('DROP RULE r ON orders')
  })

  test('RETURNING shows what the statement itself wrote', async () => {
    await open()
    await run('BEGIN')
    expect(
      await run(
        'INSERT INTO orders (id, note) SELECT 500, upper(email) FROM users LIMIT 1 RETURNING id, note',
      ),
    ).toMatch(/D:500,\*\*\*\*/)
    expect(
      await run(
        "INSERT INTO orders VALUES (500, 'n') ON CONFLICT (id) DO UPDATE SET note = (SELECT email FROM users LIMIT 1) RETURNING id, note",
      ),
    ).toMatch(/D:500,\*\*\*\*/)
    expect(await run("INSERT INTO users (id, name, email) VALUES (7, 'eve', 'e') RETURNING *")).toMatch(
      /D:7,eve,\*\*\*\*/,
    )
    await run('ROLLBACK')
  })

  test('names that were written in quotes', async () => {
    await open()
    expect(await run('SELECT upper(email) FROM "Users"')).toMatch(/D:\*\*\*\*/)
    expect(await run('SELECT upper(email) FROM public."Users"')).toMatch(/D:\*\*\*\*/)
  })

  test('several statements in one text', async () => {
    await open()
    expect(await run(`${UPPER}; ${PLAIN}`)).toMatch(/D:\*\*\*\* C:SELECT 1 T D:/)
    expect(await run('COPY users TO STDOUT; COPY orders TO STDOUT')).not.toContain('Z:I Z')
  })

  test('a Sync within COPY counts when the COPY fails, and only then', async () => {
    await open()
    client.send(parse('', 'COPY orders (id) FROM STDIN'), bind('', ''), execute(''), flush)
    await client.until('G')
    expect(await ask(1, copyData('bad\n'), sync)).toBe('E:22P02 Z:I')
    expect(await run('SELECT 7')).toBe('T D:7 C:SELECT 1 Z:I')
    client.send(parse('', 'COPY orders (id) FROM STDIN'), bind('', ''), execute(''), flush)
    await client.until('G')
    expect(await ask(1, copyData('77\n'), sync, copyData('78\n'), copyDone, sync)).toBe('C:COPY 2 Z:I')
    expect(await run('DELETE FROM orders WHERE id IN (77, 78)')).toBe('C:DELETE 2 Z:I')
  })

  test('a statement within COPY ends the session', async () => {
    await open()
    client.send(query('COPY orders (id) FROM STDIN'))
    await client.until('G')
    client.send(query(PLAIN), query(UPPER))
    expect(outline(await client.end())).toMatch(/^E:08P01$/)
  })
})
