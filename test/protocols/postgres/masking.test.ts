// Every channel that carries values, with the real analyser and real masks.
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { type Relayed, relayed } from './relayed.ts'
import { bind, execute, fields, flush, outline, parse, query, sync, type Wire, wire } from './wire.ts'

const SECRET = '078-05-1120'
const SETUP = `
  CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text, score int DEFAULT 77);
  INSERT INTO customers SELECT i, 'user' || i || '@example.com', '${SECRET}' FROM generate_series(1, 30) i;
  CREATE VIEW renamed AS SELECT ssn AS label, id, upper(ssn) AS shout FROM customers;
  CREATE VIEW nested AS SELECT label, shout FROM renamed;
  CREATE TABLE parts (id int, ssn text) PARTITION BY RANGE (id);
  CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (100);
  INSERT INTO parts VALUES (1, '${SECRET}');
  CREATE FUNCTION spill() RETURNS SETOF customers LANGUAGE sql AS 'SELECT * FROM customers LIMIT 1';
  CREATE TABLE plain (a int, b text);
  INSERT INTO plain VALUES (1, 'x'), (2, NULL);
  CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE NOTICE 'row %', NEW; RETURN NEW; END $$;
  CREATE TRIGGER shout BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION shout();`

const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        masks: {
          columns: [
            { pattern: 'public.customers.email', mask: 'partial' },
            { pattern: '*.*.ssn', mask: 'redact' },
            { pattern: 'public.customers.score', mask: 'null' },
          ],
          detect: ['payment-card'],
        },
      },
      analyser,
    })
    client = await wire(relay.port)
  })
  afterEach(async () => {
    client.socket.destroy()
    client = await wire(relay.port)
    relay.told.length = 0
  })
  afterAll(async () => {
    client?.socket.destroy()
    await relay?.close()
    await database?.drop()
  })

  const ask = async (...frames: Buffer[]) => {
    const answer = await client.send(...frames).until('Z')
    for (const { body } of answer) expect(body.includes(SECRET)).toBe(false)
    return outline(answer)
  }

  test('columns, and what is counted', async () => {
    expect(await ask(query('SELECT * FROM customers WHERE id = 1'))).toBe(
      'T D:1,u***@example.com,****,NULL C:SELECT 1 Z:I',
    )
    const told = relay.told.find(({ type }) => type === 'result')
    expect(told?.type === 'result' && told.result.masked).toEqual({
      'public.customers.email': 1,
      '*.*.ssn': 1,
      'public.customers.score': 1,
    })
  })

  test.each([
    [
      'computed',
      'SELECT lower(ssn), count(*), 1 FROM customers GROUP BY ssn',
      'T D:****,30,1 C:SELECT 1 Z:I',
    ],
    [
      'renamed in a subquery',
      'SELECT x || x FROM (SELECT ssn AS x FROM customers) q LIMIT 1',
      'T D:**** C:SELECT 1 Z:I',
    ],
    ['a view', 'SELECT id, label, shout FROM renamed WHERE id = 2', 'T D:2,****,**** C:SELECT 1 Z:I'],
    [
      'a view of a view',
      'SELECT label, shout, lower(label) FROM nested LIMIT 1',
      'T D:****,****,**** C:SELECT 1 Z:I',
    ],
    ['a partition', 'SELECT * FROM parts_1', 'T D:1,**** C:SELECT 1 Z:I'],
    ['RETURNING', 'UPDATE parts SET id = id RETURNING ssn', 'T D:**** C:UPDATE 1 Z:I'],
    ['a function that was not built in', 'SELECT (spill()).ssn', 'T D:**** C:SELECT 1 Z:I'],
    ['a whole row', 'SELECT c FROM customers c LIMIT 1', 'T D:NULL C:SELECT 1 Z:I'],
    ['a card number', "SELECT 'card 4111111111111111.'", 'T D:card ****. C:SELECT 1 Z:I'],
    [
      'what is not protected',
      'SELECT a, b, upper(b) FROM plain ORDER BY a',
      'T D:1,x,X D:2,NULL,NULL C:SELECT 2 Z:I',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await ask(query(text))).toBe(expected)
  })

  test('a union, an aggregate of rows, json', async () => {
    for (const text of [
      'SELECT b FROM plain UNION ALL SELECT ssn FROM customers LIMIT 5',
      'SELECT json_agg(c) FROM customers c',
      'SELECT string_agg(ssn, chr(10)) FROM customers',
      'SELECT * FROM spill()',
      'TABLE renamed',
    ])
      expect(await ask(query(text))).toMatch(/Z:I$/)
  })

  test('portals that are suspended, and executed without a description', async () => {
    client.send(query('BEGIN'))
    await client.until('Z')
    client.send(parse('', 'SELECT ssn, id FROM customers ORDER BY id'), bind('p', ''), execute('p', 1), flush)
    expect(outline(await client.until('s'))).toBe('1 2 D:****,1 s')
    expect(await ask(execute('p', 2), sync)).toBe('D:****,2 D:****,3 s Z:T')
  })

  test('SQL cursors and prepared statements, also the one through the other', async () => {
    await ask(query('BEGIN'))
    await ask(query('DECLARE c CURSOR WITH HOLD FOR SELECT ssn, upper(ssn), id FROM customers ORDER BY id'))
    expect(await ask(query('FETCH 1 FROM c'))).toBe('T D:****,****,1 C:FETCH 1 Z:T')
    expect(await ask(query('COMMIT'))).toMatch(/Z:I/)
    expect(await ask(query('FETCH 1 FROM c'))).toMatch(/^T D:\*\*\*\*,\*\*\*\*,/)
    await ask(query('PREPARE p AS SELECT upper(ssn), id FROM customers WHERE id = 3'))
    expect(await ask(query('EXECUTE p'))).toMatch(/^T D:\*\*\*\*,/)
    expect(await ask(bind('', 'p'), execute(''), sync)).toMatch(/^2 D:\*\*\*\*,/)
    expect(await ask(query('DEALLOCATE p'))).toBe('C:DEALLOCATE Z:I')
    expect(await ask(bind('', 'p'), sync)).toBe('E:26000 Z:I')
  })

  test('COPY in text, csv and binary, of tables and of queries', async () => {
    const copied = async (text: string) => {
      const answer = await client.send(query(text)).until('Z')
      const bytes = Buffer.concat(answer.filter(({ type }) => type === 'd').map(({ body }) => body))
      expect(bytes.includes(SECRET)).toBe(false)
      return bytes.toString('latin1')
    }
    expect((await copied('COPY customers TO STDOUT')).split('\n')[0]).toBe('1\tu***@example.com\t****\t\\N')
    expect(await copied('COPY (SELECT ssn, id FROM customers WHERE id = 1) TO STDOUT CSV HEADER')).toBe(
      'ssn,id\n****,1\n',
    )
    expect(await copied('COPY public.customers (ssn) TO STDOUT BINARY')).toContain('\0\x01\0\0\0\x04****')
    expect(await copied('COPY plain TO STDOUT')).toBe('1\tx\n2\t\\N\n')
    expect(relay.told.some((event) => event.type === 'transfer' && event.direction === 'out')).toBe(true)
  })

  test('COPY that cannot be resolved is refused and the connection lives', async () => {
    await ask(query('SET search_path = public'))
    expect(await ask(query('COPY (SELECT ssn FROM customers) TO STDOUT'))).toBe('E:42501 Z:I')
    expect(await ask(query('COPY public.customers (ssn) TO STDOUT'))).toMatch(/^H d/)
  })

  test('errors and notices of statements that touch protected columns', async () => {
    for (const text of [
      `INSERT INTO customers (id, ssn) VALUES (1, '${SECRET}')`,
      'SELECT ssn::int FROM customers',
      'SELECT ssn::regclass FROM customers',
      'UPDATE customers SET score = 1 WHERE id = 1',
      `UPDATE customers SET id = NULL WHERE ssn = '${SECRET}'`,
    ]) {
      const answer = await client.send(query(text)).until('Z')
      for (const { type, body } of answer) {
        expect(body.includes(SECRET)).toBe(false)
        if (type === 'E' || type === 'N') expect(fields(body).has('D')).toBe(false)
      }
    }
    expect(
      JSON.stringify(relay.told.filter(({ type }) => type === 'notice' || type === 'result')).replace(
        /"text":"[^"]*"/g,
        '',
      ),
    ).not.toContain(`row (`)
    const mistake = (await client.send(query('SELECT nope FROM customers')).until('Z'))[0]!
    expect(fields(mistake.body).get('M')).toBe('column "nope" does not exist')
  })

  test('DDL of this connection is seen at once', async () => {
    expect(await ask(query(`CREATE TABLE late (ssn text); INSERT INTO late VALUES ('${SECRET}')`))).toMatch(
      /Z:I/,
    )
    expect(await ask(query('SELECT * FROM late'))).toBe('T D:**** C:SELECT 1 Z:I')
    await ask(query('BEGIN'))
    await ask(query(`CREATE TABLE later (ssn text, x text); INSERT INTO later VALUES ('${SECRET}', 'y')`))
    expect(await ask(query('SELECT * FROM later'))).toMatch(/^T D:\*\*\*\*,/)
    await ask(query('ROLLBACK'))
    await ask(query('DROP TABLE late'))
  })

  test('binary results', async () => {
    const client = new pg.Client({ connectionString: relay.url() })
    await client.connect()
    const config = {
      text: 'SELECT email, ssn, score FROM customers WHERE id = $1',
      values: [4],
      binary: true,
      rowMode: 'array',
    }
    const { rows } = await client.query(config)
    expect(rows).toEqual([['u***@example.com', '****', null]])
    await client.end()
  })
})

test.each(servers())(
  'limits on rows and bytes end the statement, not the session ($version)',
  async (server) => {
    const relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: { database: 'postgres', limits: { connections: 5, rows: 10, bytes: 1000 } },
    })
    const client = await wire(relay.port)
    const rows = async (text: string) => {
      const answer = await client.send(query(text)).until('Z')
      return `${answer.filter(({ type }) => type === 'D').length} ${outline(answer.filter(({ type }) => type !== 'D'))}`
    }
    expect(await rows('SELECT generate_series(1, 10)')).toBe('10 T C:SELECT 10 Z:I')
    expect(await rows('SELECT generate_series(1, 11)')).toBe('10 T E:53400 Z:I')
    expect(await rows('SELECT generate_series(1, 3000000)')).toBe('10 T E:53400 Z:I')
    expect(await rows("SELECT repeat('x', 1000)")).toBe('0 T E:53400 Z:I')
    await rows('BEGIN')
    expect(await rows('SELECT generate_series(1, 11)')).toBe('10 T E:53400 Z:E')
    expect(await rows('ROLLBACK')).toBe('0 C:ROLLBACK Z:I')
    expect(relay.told.filter(({ type }) => type === 'limit')).toHaveLength(4)
    await relay.close()
  },
)
