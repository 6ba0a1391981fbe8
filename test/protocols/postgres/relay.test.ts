import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLIENT, frame } from '../../../src/protocols/postgres/frames.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { ALLOW, block, noDrops, type Relayed, relayed } from './relayed.ts'
import {
  bind,
  closeStatement,
  copyData,
  copyDone,
  copyFail,
  describePortal,
  describeStatement,
  execute,
  fields,
  flush,
  outline,
  parse,
  query,
  sync,
  terminate,
  type Wire,
  wire,
} from './wire.ts'

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, 'CREATE TABLE things (id int PRIMARY KEY, name text)')
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: { database: database.name },
      verdict: noDrops,
    })
  })
  beforeEach(async () => {
    client?.socket.destroy()
    await relay.connections.at(-1)?.closed
    await database.admin.query('TRUNCATE things')
    relay.told.length = 0
    client = await wire(relay.port)
  })
  afterAll(async () => {
    client?.socket.destroy()
    await relay?.close()
    await database?.drop()
  })

  const told = (type: string) => relay.told.filter((event) => event.type === type)
  const ask = async (...frames: Buffer[]) => outline(await client.send(...frames).until('Z'))

  test('simple queries: several results, none, errors', async () => {
    expect(await ask(query('SELECT 1; SELECT 2, NULL'))).toBe('T D:1 C:SELECT 1 T D:2,NULL C:SELECT 1 Z:I')
    expect(await ask(query(''))).toBe('I Z:I')
    expect(await ask(query('SELECT 1; SELECT 1/0; SELECT 3'))).toBe('T D:1 C:SELECT 1 E:22012 Z:I')
    const results = relay.told.flatMap((event) => (event.type === 'result' ? [event.result] : []))
    expect(results.map(({ tag, rows, error }) => [tag, rows, error?.sqlstate])).toEqual([
      ['SELECT 1', 1, undefined],
      ['SELECT 1', 1, undefined],
      ['', 0, undefined],
      ['SELECT 1', 1, undefined],
      ['', 0, '22012'],
    ])
  })

  test('a statement is recorded and flushed before its bytes go, and its result after', async () => {
    await ask(query('INSERT INTO things VALUES (1)'))
    expect(relay.told.map(({ type }) => type)).toEqual(['opened', 'judge', 'flush', 'result'])
  })

  test('a denied query is told so and the connection lives', async () => {
    const answer = await client.send(query('DROP TABLE things')).until('Z')
    expect(outline(answer)).toBe('E:42501 Z:I')
    expect(Object.fromEntries(fields(answer[0]!.body))).toEqual({
      S: 'ERROR',
      V: 'ERROR',
      C: '42501',
      M: 'refused by policy: dropping a table loses its rows',
      D: 'Rule drop-table: drop table things.',
      H: 'Ask for an exception in the policy.',
    })
    expect(await ask(query('SELECT count(*) FROM things'))).toBe('T D:0 C:SELECT 1 Z:I')
  })

  test('within a transaction both sides agree that it is aborted', async () => {
    expect(await ask(query('BEGIN'))).toBe('C:BEGIN Z:T')
    expect(await ask(query('INSERT INTO things VALUES (1)'))).toBe('C:INSERT 0 1 Z:T')
    expect(await ask(query('DROP TABLE things'))).toBe('E:42501 Z:E')
    expect(await ask(query('SELECT 1'))).toBe('E:25P02 Z:E')
    expect(await ask(query('DROP TABLE things'))).toBe('E:42501 Z:E')
    expect(await ask(query('COMMIT'))).toBe('C:ROLLBACK Z:I')
    expect((await database.admin.query('SELECT * FROM things')).rows).toEqual([])
  })

  test('a denied statement has its turn in a pipeline and undoes the pipeline’s implicit transaction', async () => {
    const insert = (id: number) => [parse('', `INSERT INTO things VALUES (${id})`), bind('', ''), execute('')]
    client.send(...insert(1), parse('', 'DROP TABLE things'), bind('', ''), execute(''), ...insert(2), sync)
    client.send(query('SELECT count(*) FROM things'))
    expect(outline(await client.until('Z'))).toBe('1 2 C:INSERT 0 1 E:42501 Z:I')
    expect(outline(await client.until('Z'))).toBe('T D:0 C:SELECT 1 Z:I')
    // What stands behind the refusal was skipped; it may have been judged, and did not run.
    expect(told('result')).toHaveLength(2)
  })

  test('refusals of a pipeline with several Syncs come where they belong', async () => {
    const run = (text: string) => [parse('', text), bind('', ''), describePortal(''), execute(''), sync]
    client.send(
      ...run('SELECT 1'),
      ...run('DROP TABLE things'),
      ...run('SELECT 2'),
      query('DROP TABLE things'),
    )
    expect(outline(await client.until('Z'))).toBe('1 2 T D:1 C:SELECT 1 Z:I')
    expect(outline(await client.until('Z'))).toBe('E:42501 Z:I')
    expect(outline(await client.until('Z'))).toBe('1 2 T D:2 C:SELECT 1 Z:I')
    expect(outline(await client.until('Z'))).toBe('E:42501 Z:I')
  })

  test('an earlier error of the pipeline wins over a refusal that the server never reached', async () => {
    const bad = [parse('', 'SELECT 1/0'), bind('', ''), execute('')]
    expect(await ask(...bad, parse('', 'DROP TABLE things'), bind('', ''), execute(''), sync)).toBe(
      '1 E:22012 Z:I',
    )
  })

  test('a simple query behind extended messages without a Sync is refused in its turn', async () => {
    expect(await ask(parse('', 'SELECT 1'), query('DROP TABLE things'))).toBe('1 E:42501 Z:I')
  })

  test('portals: partial execution, describe of both kinds, close, unknown names', async () => {
    expect(await ask(query('BEGIN'))).toBe('C:BEGIN Z:T')
    client.send(parse('s', 'SELECT generate_series(1, $1::int)'), describeStatement('s'), bind('p', 's', '3'))
    client.send(describePortal('p'), execute('p', 2), flush)
    expect(outline(await client.until('s'))).toBe('1 t T 2 T D:1 D:2 s')
    expect(await ask(execute('p', 2), sync)).toBe('D:3 C:SELECT 1 Z:T')
    expect(await ask(closeStatement('s'), bind('', 's', '1'), sync)).toBe('3 E:26000 Z:E')
    expect(await ask(query('ROLLBACK'))).toBe('C:ROLLBACK Z:I')
    expect(await ask(execute('p'), sync)).toBe('E:34000 Z:I')
    expect(told('execute')).toHaveLength(2)
  })

  test('a name that is taken again while its first Parse is unanswered is waited for', async () => {
    client.send(parse('s', 'SELECT nothing'), sync, parse('s', 'SELECT 2'), bind('', 's'), execute(''), sync)
    expect(outline(await client.until('Z'))).toBe('E:42703 Z:I')
    expect(outline(await client.until('Z'))).toBe('1 2 D:2 C:SELECT 1 Z:I')
    const executed = told('execute')[0]
    expect(executed?.type === 'execute' && executed.statement.text).toBe('SELECT 2')
    // The server refuses a second Parse under a name, so the first stays.
    client.send(parse('s', 'SELECT 3'), sync, bind('', 's'), execute(''), sync)
    expect(outline(await client.until('Z'))).toBe('E:42P05 Z:I')
    expect(outline(await client.until('Z'))).toBe('2 D:2 C:SELECT 1 Z:I')
    const last = told('execute')[1]
    expect(last?.type === 'execute' && last.statement.text).toBe('SELECT 2')
  })

  test('a Sync is withheld while a statement is judged: nothing behind it passes', async () => {
    let decide = () => {}
    const waiting = new Promise<void>((resolve) => (decide = resolve))
    const slow = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: { database: database.name },
      verdict: ({ text }) => (text.includes('wait') ? waiting.then(() => block('wait', 'things')) : ALLOW),
    })
    const patient = await wire(slow.port)
    patient.send(
      query('INSERT INTO things VALUES (1)'),
      query('SELECT 1 /* wait */'),
      query('INSERT INTO things VALUES (2)'),
    )
    expect(outline(await patient.until('Z'))).toBe('C:INSERT 0 1 Z:I')
    await sleep(50)
    expect((await database.admin.query('SELECT id FROM things')).rows).toEqual([{ id: 1 }])
    decide()
    expect(outline(await patient.until('Z'))).toBe('E:42501 Z:I')
    expect(outline(await patient.until('Z'))).toBe('C:INSERT 0 1 Z:I')
    await slow.close()
  })

  test('COPY in: data, end, failure, and a Sync that was sent too early', async () => {
    expect(outline(await client.send(query('COPY things FROM STDIN')).until('G'))).toBe('G')
    expect(await ask(copyData('1\to'), copyData('ne\n2\ttwo\n'), copyDone)).toBe('C:COPY 2 Z:I')
    const transfer = told('transfer')[0]
    expect(transfer).toMatchObject({ direction: 'in', bytes: 12 })
    client.send(query('COPY things FROM STDIN'))
    await client.until('G')
    expect(await ask(copyFail('no'))).toBe('E:57014 Z:I')
    client.send(parse('', 'COPY things FROM STDIN'), bind('', ''), execute(''), sync)
    expect(outline(await client.until('G'))).toBe('1 2 G')
    expect(await ask(copyData('3\tthree\n'), copyDone, sync)).toBe('C:COPY 1 Z:I')
    expect(await ask(query('SELECT 1'))).toBe('T D:1 C:SELECT 1 Z:I')
    // All at once, without waiting for the server.
    expect(await ask(query('COPY things FROM STDIN'), copyData('4\tfour\n'), copyDone)).toBe('G C:COPY 1 Z:I')
    expect(await ask(query('COPY things FROM STDIN'), copyData('4\tfour\n'), copyDone)).toBe('G E:23505 Z:I')
    expect(await ask(copyData('x'), copyDone, query('SELECT 1'))).toBe('T D:1 C:SELECT 1 Z:I')
  })

  test('COPY out counts bytes and their digest', async () => {
    await ask(query("INSERT INTO things VALUES (1, 'a'), (2, 'b')"))
    expect(await ask(query('COPY things TO STDOUT'))).toBe('H d d c C:COPY 2 Z:I')
    expect(told('transfer')[0]).toMatchObject({
      direction: 'out',
      bytes: 8,
      sha256: createHash('sha256').update('1\ta\n2\tb\n').digest('hex'),
    })
  })

  test('function calls are refused in their turn', async () => {
    expect(await ask(frame(CLIENT.FunctionCall, Buffer.alloc(10)), query('SELECT 1'))).toBe('E:0A000 Z:I')
    expect(outline(await client.until('Z'))).toBe('T D:1 C:SELECT 1 Z:I')
  })

  test('notices, notifications and settings come through', async () => {
    expect(await ask(query("DO $$ BEGIN RAISE NOTICE 'hello'; END $$"))).toBe('N:00000 C:DO Z:I')
    expect(await ask(query("SET application_name = 'x'"))).toBe('C:SET S Z:I')
    expect(await ask(query('LISTEN chan'))).toBe('C:LISTEN Z:I')
    await database.admin.query("NOTIFY chan, 'payload'")
    expect((await client.until('A')).at(-1)?.body.toString('utf8', 4)).toBe('chan\0payload\0')
  })

  test.each(["SET client_encoding = 'LATIN1'", 'SET standard_conforming_strings = off'])(
    'the session ends after %s',
    async (text) => {
      client.send(query(text))
      expect(outline(await client.end())).toMatch(/E:0A000$/)
      expect(told('limit')[0]).toMatchObject({ limit: 'setting' })
    },
  )

  test('a statement that is not UTF-8 is refused, one with NUL ends the session', async () => {
    expect(await ask(frame(CLIENT.Query, Buffer.from([0x53, 0xff, 0x83, 0x5c, 0])))).toBe('E:22021 Z:I')
    client.send(frame(CLIENT.Query, Buffer.from('SELECT 1\0; DROP TABLE things\0')))
    expect(outline(await client.end())).toBe('E:08P01')
  })

  test('Terminate ends both sides', async () => {
    client.send(terminate)
    expect(await client.end()).toEqual([])
    await relay.connections.at(-1)?.closed
    expect(told('closed')).toEqual([{ type: 'closed', reason: 'client finished' }])
  })

  test('the target ends the connection: the client reads why', async () => {
    client.send(query('SELECT pg_backend_pid()'))
    const pid = /D:(\d+)/.exec(outline(await client.until('Z')))?.[1]
    await database.admin.query(`SELECT pg_terminate_backend(${pid})`)
    expect(outline(await client.end())).toMatch(/^E:57P01/)
  })

  test('end() tells the client in its own protocol', async () => {
    relay.connections.at(-1)?.end('the session is over')
    const [last] = await client.end()
    expect(fields(last!.body).get('M')).toBe('the session is over')
    expect(fields(last!.body).get('S')).toBe('FATAL')
  })
})
