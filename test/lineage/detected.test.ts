// What detectors find in every type that can hold text, in every way out.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CLIENT, frame } from '../../src/protocols/postgres/frames.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Relayed, relayed } from '../protocols/postgres/relayed.ts'
import { execute, parse, query, sync, type Wire, wire } from '../protocols/postgres/wire.ts'

const EMAIL = 'bob.long@example.com'
const VALUES = {
  plain: `text 'call ${EMAIL} now'`,
  short: `varchar '${EMAIL}'`,
  padded: `char(40) '${EMAIL}'`,
  blob: `bytea '${EMAIL}'`,
  words: `to_tsvector('simple', '${EMAIL}')`,
  asked: `tsquery '''${EMAIL}'''`,
  path: `jsonpath '$."${EMAIL}"'`,
  json: `json '{"a":"bob.long\\u0040example.com"}'`,
  jsonb: `jsonb '{"a":"bob.long\\u0040example.com"}'`,
  xml: `xml '<a>bob.long&#64;example.com</a>'`,
  list: `ARRAY[text '${EMAIL}']`,
  jsons: `ARRAY[json '{"a":"bob.long\\u0040example.com"}']`,
  row: `ROW(1, text '${EMAIL}')::pair`,
  rows: `ARRAY[ROW(1, text '${EMAIL}')::pair]`,
  own: `'${EMAIL}'::remark`,
}
const COLUMNS = Object.keys(VALUES)
const SETUP = `
  CREATE TYPE pair AS (a int, b text);
  CREATE DOMAIN remark AS text;
  CREATE TABLE kept AS SELECT ${Object.entries(VALUES)
    .map(([name, value]) => `${value} AS "${name}"`)
    .join(', ')};`

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let client: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: { database: database.name, masks: { columns: [], detect: ['email'] } },
      analyser,
    })
  })
  beforeEach(async () => {
    client = await wire(relay.port)
  })
  afterEach(() => {
    client.socket.destroy()
  })
  afterAll(async () => {
    await relay?.close()
    await database?.drop()
  })

  const ask = async (...frames: Buffer[]) => {
    const answer = await client.send(...frames).until('Z')
    const rows = answer.filter(({ type }) => type === 'D' || type === 'd')
    expect(rows.length).toBeGreaterThan(0)
    for (const { body } of rows) {
      expect(body.toString('latin1')).not.toMatch(/bob.?long|u0040|&#64/)
      expect(body.toString('latin1')).not.toContain(Buffer.from('bob.long').toString('hex'))
    }
  }

  test.each(COLUMNS)('%s', async (column) => {
    await ask(query(`SELECT "${column}" FROM kept`))
    const binary = Buffer.from([0, 0, 0, 0, 0, 1, 0, 1])
    await ask(
      parse('', `SELECT "${column}" FROM kept`),
      frame(CLIENT.Bind, '', '', binary),
      execute(''),
      sync,
    )
    for (const form of ['(FORMAT text)', '(FORMAT csv)', "(FORMAT csv, QUOTE '@')", '(FORMAT binary)'])
      await ask(query(`COPY kept ("${column}") TO STDOUT ${form}`))
  })

  test('bytea as escapes', async () => {
    await client.send(query('SET bytea_output = escape')).until('Z')
    await ask(query('SELECT blob FROM kept'))
    await ask(query('COPY kept (blob) TO STDOUT (FORMAT csv, FORCE_QUOTE *)'))
  })
})
