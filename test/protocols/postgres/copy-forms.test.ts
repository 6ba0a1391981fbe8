// A masked COPY in every form of its options, on real servers: what cannot be split for sure is refused before it is sent.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { type Relayed, relayed } from './relayed.ts'
import { fields, query, type Wire, wire } from './wire.ts'

const SECRET = 'zq1aaa-zq1bbb'
const SETUP = `
  CREATE TABLE people (id int PRIMARY KEY, ssn text, note text);
  INSERT INTO people VALUES (1, '${SECRET}', E'a\\\\b|c,"d"\\n\\t'), (2, NULL, NULL), (3, '', '')`

const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

/** A value at each side of the masked one; the first and the last may be NULL. */
const SIDES = (first: string, last = "'x'::text") =>
  `COPY (SELECT ${first}, ssn, ${last}, 'y'::text FROM people WHERE id = 1) TO STDOUT`

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
        masks: { columns: [{ pattern: 'public.people.ssn', mask: 'redact' }], detect: [] },
      },
      analyser,
    })
    client = await wire(relay.port)
  })
  afterEach(async () => {
    client.socket.destroy()
    client = await wire(relay.port)
  })
  afterAll(async () => {
    client?.socket.destroy()
    await relay?.close()
    await database?.drop()
  })

  const ask = async (text: string) => {
    const answer = await client.send(query(text)).until('Z')
    for (const { body } of answer) expect(body.toString('latin1')).not.toMatch(/zq1/)
    const error = answer.find(({ type }) => type === 'E')
    const rows = answer.filter(({ type }) => type === 'd').map(({ body }) => body.toString())
    return { error: error && fields(error.body), rows }
  }

  test.each([
    ['NULL', SIDES('NULL::text'), "(NULL '\\')"],
    ['NULL', SIDES('NULL::text'), "(NULL 'x\\', DELIMITER ',')"],
    ['NULL', SIDES("'a'"), `(NULL '${SECRET}')`],
    ['NULL', SIDES("'a'"), `(FORMAT csv, NULL E'\\x01')`],
    ['NULL', 'COPY people TO STDOUT', "WITH NULL AS '\\'"],
    ['QUOTE', SIDES("'a'"), "(FORMAT csv, QUOTE E'\\n')"],
    ['QUOTE', SIDES("'a'"), "(FORMAT csv, QUOTE E'\\n', FORCE_QUOTE *)"],
    ['QUOTE', SIDES("'a'"), "(FORMAT csv, QUOTE E'\\r')"],
    ['QUOTE', SIDES("'a'"), "(FORMAT csv, QUOTE 'z')"],
    ['QUOTE', SIDES("'a5b'"), '(FORMAT csv, QUOTE 5)'],
    ['ESCAPE', SIDES(`'"'`), "(FORMAT csv, ESCAPE E'\\n', FORCE_QUOTE *)"],
    ['ESCAPE', SIDES(`'"'`), "(FORMAT csv, ESCAPE ',')"],
    ['DELIMITER', SIDES("'a'"), '(FORMAT csv, DELIMITER 5)'],
    ['DELIMITER', SIDES("'a'"), "(FORMAT csv, DELIMITER 'a')"],
    ['DELIMITER', SIDES("'a'"), "(DELIMITER E'\\x02')"],
    ['ENCODING', SIDES("U&'\\30DD'"), "(ENCODING 'SJIS', DELIMITER '|')"],
    ['ENCODING', SIDES("U&'\\30DD'"), "(FORMAT csv, ENCODING 'SJIS', QUOTE '|')"],
    ['ENCODING', SIDES("'a'"), "(ENCODING 'LATIN1')"],
    ['ENCODING', SIDES("'a'"), "(ENCODING 'SQL_ASCII')"],
    ['ENCODING', SIDES("'a'"), "(FORMAT binary, ENCODING 'GB18030')"],
    ['HEADER', SIDES("'a'"), '(FORMAT csv, HEADER match)'],
    ['HEADER', SIDES("'a'"), '(FORMAT csv, HEADER 2)'],
    ['FORMAT', SIDES("'a'"), '(FORMAT xml)'],
    ['FREEZE', SIDES("'a'"), '(FREEZE)'],
  ])('refused for its %s: %s %s', async (option, copy, form) => {
    const { error, rows } = await ask(`${copy} ${form}`)
    expect(rows).toEqual([])
    expect(error?.get('C')).toBe('0A000')
    expect(error?.get('M')).toMatch(new RegExp(`^refused: with its option ${option} `))
    expect(error?.get('H')).toMatch(option)
    // The connection goes on.
    expect((await ask('COPY people (id) TO STDOUT')).rows).toHaveLength(3)
  })

  test.each([
    ['', ['1\t****\ta\\\\b|c,"d"\\n\\t\n', '2\t\\N\t\\N\n', '3\t****\t\n']],
    ["WITH NULL ''", ['1\t****\ta\\\\b|c,"d"\\n\\t\n', '2\t\t\n', '3\t\t\n']],
    ["(DELIMITER '|', ENCODING 'utf-8')", ['1|****|a\\\\b\\|c,"d"\\n\\t\n', '2|\\N|\\N\n', '3|****|\n']],
    ["(DELIMITER '*')", ['1*\\*\\*\\*\\**a\\\\b|c,"d"\\n\\t\n', '2*\\N*\\N\n', '3*\\*\\*\\*\\**\n']],
    ['CSV', ['1,****,"a\\b|c,""d""\n\t"\n', '2,,\n', '3,"****",""\n']],
    [
      "CSV HEADER NULL '\\N' QUOTE '''' ESCAPE '\\' FORCE QUOTE *",
      ['id,ssn,note\n', "'1','****','a\\\\b|c,\"d\"\n\t'\n", "'2',\\N,\\N\n", "'3','****',''\n"],
    ],
    [
      "(FORMAT csv, DELIMITER E'\\t', HEADER off)",
      ['1\t****\t"a\\b|c,""d""\n\t"\n', '2\t\t\n', '3\t"****"\t""\n'],
    ],
  ])('masked: %s', async (form, expected) => {
    const { error, rows } = await ask(`COPY people TO STDOUT ${form}`)
    expect(error).toBeUndefined()
    expect(rows).toEqual(expected)
  })

  test('other forms are nobody’s business when nothing is masked', async () => {
    const { rows } = await ask("COPY people (id, note) TO STDOUT (ENCODING 'SJIS', NULL '-')")
    expect(rows).toHaveLength(3)
  })
})
