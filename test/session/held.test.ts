// Statements that wait for a person, on real servers, through the whole relay.

import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { EventBody } from '../../src/core/event.ts'
import { resolveGuard } from '../../src/policy/guards.ts'
import { int32 } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { bind, execute, flush, outline, parse, query, sync, wire } from '../protocols/postgres/wire.ts'
import { type Guarded, guarded } from './guarded.ts'
import { person } from './person.ts'

const SCHEMA = `
  CREATE TABLE orders (id int PRIMARY KEY, note text);
  INSERT INTO orders SELECT n, 'note' FROM generate_series(1, 20) n;
  CREATE TABLE old (id int);
  ANALYZE orders;
`

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Guarded
  let dana: ReturnType<typeof person>
  const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })

  async function open(strongLocks: 'wait' | 'refuse' = 'wait') {
    database = await createDatabase(server, SCHEMA)
    dana = person()
    const holds = {
      approvals: dana.approvals,
      terms: { approvers: ['dba'], timeout: 900_000, strongLocks },
      standing: new Set<string>(),
      key: Buffer.alloc(32, 1),
    }
    relay = await guarded(database, resolveGuard('migrations', {}), analyser, undefined, holds)
  }
  afterEach(async () => {
    await relay.close()
    await database.drop()
  })
  afterAll(() => analyser.close())

  const types = () => relay.events.map(({ type }) => type)
  const find = <T extends EventBody['type']>(type: T) =>
    relay.events.find((event): event is EventBody & { type: T } => event.type === type)
  const exists = async (table: string) => {
    const direct = new pg.Client(database.url)
    await direct.connect()
    const { rows } = await direct.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])
    await direct.end()
    return rows[0].there as boolean
  }

  test('approved: it runs, once, and the client was told where to look', async () => {
    await open()
    const client = await relay.connect()
    const notices: string[] = []
    client.on('notice', ({ message }) => notices.push(message ?? ''))
    const dropped = client.query('DROP TABLE old')
    const { held, settle } = await dana.next(1)
    expect(held).toMatchObject({
      target: 'orders',
      text: 'DROP TABLE old',
      transaction: { state: 'none' },
      findings: [{ rule: 'drop-table', verdict: 'hold' }],
      relations: ['old'],
    })
    expect(await exists('old')).toBe(true)
    settle({ state: 'approved', scope: 'once', reason: 'OPS-1' })
    await dropped
    expect(await exists('old')).toBe(false)
    expect(notices).toEqual([
      'sluice: held for approval (drop-table) by dba within 15 min: https://sluice.test/approvals/1',
    ])
    expect(
      types().filter((type) => ['statement', 'held', 'approval', 'denied', 'result'].includes(type)),
    ).toEqual(['statement', 'held', 'approval', 'result'])
    expect(find('statement')?.verdict).toBe('hold')
    expect(find('approval')).toMatchObject({ by: 'Dana', decision: 'approved', reason: 'OPS-1' })
    await client.query('CREATE TABLE old (id int)')
    const again = client.query('DROP TABLE old')
    ;(await dana.next(2)).settle({ state: 'denied', reason: 'not twice' })
    await expect(again).rejects.toMatchObject({
      code: '42501',
      message: expect.stringMatching(/refused by policy: .*; denied by Dana: not twice$/),
    })
  })

  test.each([
    ["UPDATE orders SET note = 'x' WHERE id > 0", 'update-blanket'],
    ['DELETE FROM orders WHERE id IN (SELECT id FROM orders LIMIT 500)', 'delete-range'],
    ['TRUNCATE orders', 'truncate'],
  ])('whatever is told of a statement can be asked for: %s', async (text, rule) => {
    await open()
    const client = await relay.connect()
    const asked = client.query(text)
    const { held, settle } = await dana.next(1)
    expect(held.findings.map((finding) => finding.rule)).toContain(rule)
    settle({ state: 'denied' })
    await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('denied by Dana') })
  })

  test('denied, expired: an error as for a block, and the transaction goes on as after any error', async () => {
    await open()
    const client = await relay.connect()
    await client.query('BEGIN')
    await client.query("UPDATE orders SET note = 'x' WHERE id = 1")
    const dropped = client.query('DROP TABLE old')
    const { held, settle } = await dana.next(1)
    expect(held.transaction).toMatchObject({ state: 'open', statements: 2 })
    settle({ state: 'expired', by: [] })
    await expect(dropped).rejects.toMatchObject({ code: '42501', message: expect.stringMatching(/in time$/) })
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' })
    await client.query('ROLLBACK')
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(types()).toContain('denied')
  })

  test('nothing behind it passes, and other connections go on', async () => {
    await open()
    const client = await wire(relay.port, { database: database.name })
    client.send(query('DROP TABLE old'), query("UPDATE orders SET note = 'behind' WHERE id = 2"))
    const { settle } = await dana.next(1)
    const other = await relay.connect()
    expect((await other.query('SELECT note FROM orders WHERE id = 2')).rows).toEqual([{ note: 'note' }])
    settle({ state: 'denied' })
    await client.until('Z')
    expect(outline(await client.until('Z'))).toBe('C:UPDATE 1 Z:I')
    client.socket.destroy()
  })

  test('a client that goes away withdraws it', async () => {
    await open()
    const client = await wire(relay.port, { database: database.name })
    client.send(query('DROP TABLE old'))
    const asked = await dana.next(1)
    client.socket.destroy()
    await expect.poll(() => asked.withdrawn, { timeout: 5000 }).toBe(true)
    await expect.poll(() => find('approval')?.decision).toBe('withdrawn')
    asked.settle({ state: 'approved' })
    expect(await exists('old')).toBe(true)
  })

  test('a client that has sent more than anybody reads, and goes away, withdraws it as well', async () => {
    await open()
    const client = await wire(relay.port, { database: database.name })
    client.send(query('DROP TABLE old'))
    const asked = await dana.next(1)
    const many = Buffer.concat(Array.from({ length: 40_000 }, () => query('SELECT 1')))
    for (let sent = 0; sent < 100 && client.socket.writableLength === 0; sent++) {
      client.socket.write(many)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    client.socket.destroy()
    await expect.poll(() => asked.withdrawn, { timeout: 15_000 }).toBe(true)
    expect(await exists('old')).toBe(true)
  })

  test('a request to cancel withdraws it, and the connection lives', async () => {
    await open()
    const client = await relay.connect()
    const dropped = client.query('DROP TABLE old')
    const asked = await dana.next(1)
    const { processID, secretKey } = client as unknown as { processID: number; secretKey: number }
    const socket = connect(relay.port, '127.0.0.1')
    socket.end(Buffer.concat([int32(16), int32(80_877_102), int32(processID), int32(secretKey)]))
    await expect(dropped).rejects.toMatchObject({ code: '57014' })
    expect(asked.withdrawn).toBe(true)
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(await exists('old')).toBe(true)
  })

  test('a prepared statement waits when it runs, with its values, and is bound to them', async () => {
    await open()
    const client = await wire(relay.port, { database: database.name })
    const prepared = 'DELETE FROM orders WHERE note <> $1'
    client.send(parse('p', prepared), flush)
    expect(outline(await client.until('1'))).toBe('1')
    client.send(bind('', 'p', 'keep'), execute(''), sync)
    const first = await dana.next(1)
    expect(first.held).toMatchObject({ text: prepared, parameters: { values: ['keep'] } })
    first.settle({ state: 'approved', scope: 'session' })
    expect(outline(await client.until('Z'))).toMatch(/C:DELETE 20 Z:I$/)
    client.send(bind('', 'p', 'keep'), execute(''), sync)
    expect(outline(await client.until('Z'))).toMatch(/C:DELETE 0 Z:I$/)
    client.send(bind('', 'p', 'other'), execute(''), sync)
    const second = await dana.next(2)
    expect(second.held.parameters?.sha256).not.toBe(first.held.parameters?.sha256)
    second.settle({ state: 'denied' })
    expect(outline(await client.until('Z'))).toMatch(/E:42501 Z:I$/)
    client.socket.destroy()
  })

  test('an approval is for what it was when it was asked: something else is asked for anew', async () => {
    await open()
    const client = await relay.connect()
    const other = await relay.connect()
    const emptied = client.query('DELETE FROM orders')
    const first = await dana.next(1)
    await other.query('CREATE TABLE lines (order_id int REFERENCES orders ON DELETE CASCADE)')
    await other.query('INSERT INTO lines VALUES (1)')
    first.settle({ state: 'approved', scope: 'once' })
    const second = await dana.next(2)
    expect(second.held.effects).toContainEqual(
      expect.objectContaining({ name: 'public.lines', stored: true }),
    )
    second.settle({ state: 'denied' })
    await expect(emptied).rejects.toMatchObject({ code: '42501' })
    expect(types().filter((type) => type === 'statement')).toHaveLength(3)
  })

  test('locks that others wait for are told, and a policy may refuse to wait with them', async () => {
    await open('refuse')
    const client = await relay.connect()
    await client.query('BEGIN')
    await client.query('ALTER TABLE orders ADD COLUMN more int')
    await expect(client.query('DROP TABLE old')).rejects.toMatchObject({
      message: expect.stringMatching(
        /not held, since its transaction keeps others from public.orders: send it in front/,
      ),
    })
    await client.query('ROLLBACK')
    expect(dana.asked).toHaveLength(0)
    const dropped = client.query('DROP TABLE old')
    ;(await dana.next(1)).settle({ state: 'approved' })
    await dropped
  })
})
