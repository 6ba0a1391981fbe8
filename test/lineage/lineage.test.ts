// Every query in every form, through the proxy and directly: protected values arrive nowhere, other values unchanged.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMasking, maskText, userConstant } from '../../src/masking/index.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { LOCAL_PASSWORD, type Relayed, relayed } from '../protocols/postgres/relayed.ts'
import { Wire, wire } from '../protocols/postgres/wire.ts'
import { ADVERSARY } from './adversary.ts'
import { canariesIn } from './canaries.ts'
import { type Answer, FORMS, type Form, run } from './forms.ts'
import { OVERMASKED } from './overmasked.ts'
import { PLAIN, type Query } from './queries.ts'
import { PROTECTED, SCHEMA } from './schema.ts'
import { WRITTEN } from './written.ts'

const QUERIES = [...PLAIN, ...ADVERSARY, ...WRITTEN]
const COLUMNS = PROTECTED.map((pattern) => ({ pattern, mask: 'redact' as const }))
const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

test('there are enough of them, each with its own name', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(69)
  expect(new Set(QUERIES.map(({ name }) => name)).size).toBe(QUERIES.length)
})

describe.each(servers())('PostgreSQL $version', (server) => {
  const role = `lineage_${randomBytes(4).toString('hex')}`
  const masking = createMasking({ columns: COLUMNS, detect: [] }, randomBytes(32))
  const types = new Map<number, string>()
  let database: Database
  let relay: Relayed
  let masked: Wire
  let direct: Wire

  beforeAll(async () => {
    database = await createDatabase(server, SCHEMA)
    await database.admin.query(`CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD '${LOCAL_PASSWORD}'`)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: { database: database.name, masks: { columns: COLUMNS, detect: [] } },
      analyser,
    })
    masked = await wire(relay.port)
    direct = new Wire(server.port)
    await direct.login({ user: role, database: database.name })
    const { rows } = await database.admin.query('SELECT oid, typname FROM pg_type')
    for (const { oid, typname } of rows) types.set(Number(oid), typname)
  })
  afterAll(async () => {
    masked?.socket.destroy()
    direct?.socket.destroy()
    await relay?.close()
    await database?.admin.query(`DROP ROLE ${role}`)
    await database?.drop()
  })

  /** What a masked cell looks like. */
  function standIn(cell: Buffer, type: number, format: Form['format']): Buffer | null {
    const name = types.get(type)
    const constant = name === 'mood' ? userConstant('e', 'none') : undefined
    const own = { ...(name && { type: name }), ...(constant && { constant }) }
    const column = { label: 'v', origin: 'public.people.ssn', format, ...own }
    return maskText(masking.plan([column])![0]!, cell)
  }

  /** `P`, `.`, or `?` where a value and its stand-in are the same; `!` when the cell is neither. */
  function flags(seen: Answer, plain: Answer, format: Form['format'], columns: readonly number[]): string {
    const width = plain.rows[0]?.length ?? 0
    return Array.from({ length: width }, (_, column) => {
      let flag = '?'
      for (const [index, row] of plain.rows.entries()) {
        const before = row[column]
        const after = seen.rows[index]?.[column]
        if (before == null || after === undefined) {
          if (before === null && after !== null) return '!'
          continue
        }
        const expected = standIn(before, columns[column] ?? 0, format)
        const same = after?.equals(before) ?? false
        const hidden = expected === null ? after === null : (after?.equals(expected) ?? false)
        const now = same && hidden ? '?' : same ? '.' : hidden ? 'P' : '!'
        if (now === '?') continue
        if (now === '!' || (flag !== '?' && flag !== now)) return '!'
        flag = now
      }
      return flag
    }).join('')
  }

  async function compare(query: Query, form: Form, known: readonly number[], found: Findings): Promise<void> {
    const { name, sql, expect: wanted, before = [] } = query
    const plain = await run(direct, form, sql, before)
    const seen = await run(masked, form, sql, before)
    const at = `${name} · ${form.name}`
    found.forms++
    if (masked.ended) throw new Error(`the session ended: ${at}`)
    const canaries = canariesIn(seen.bytes)
    if (canaries.length > 0) found.leaks.push(`${at}: ${canaries.join(', ')}`)
    if (plain.error !== undefined || seen.error !== undefined) {
      const unresolved = form.name.startsWith('COPY') && seen.error === '42501' && isUnseen(query)
      if (unresolved) found.unresolved++
      else if (plain.error !== seen.error) found.refused.push(`${at}: ${plain.error} ${seen.error}`)
      return
    }
    if (
      seen.rows.length !== plain.rows.length ||
      seen.rows.some((row, i) => row.length !== plain.rows[i]!.length)
    )
      found.shapes.push(at)
    const columns = plain.types.length > 0 ? plain.types : known
    const got = flags(seen, plain, form.format, columns)
    if (got.length !== wanted.length && plain.rows.length > 0) found.shapes.push(`${at}: ${got}`)
    found.columns += got.length
    for (const [index, flag] of [...got].entries()) {
      const want = wanted[index]
      if (flag === '!') found.shapes.push(`${at}: column ${index + 1} is neither the value nor its mask`)
      else if (flag === '.' && want === 'P') found.leaks.push(`${at}: column ${index + 1}`)
      else if (flag === 'P' && want === '.') {
        // The second of two statements in one message: nobody can tell its columns from those of the first.
        if (form.name === 'after another') found.behind++
        else found.overmasked[name] = (found.overmasked[name] ?? new Set()).add(index + 1)
      }
    }
  }

  test('no canary leaks, other columns are unchanged', { timeout: 90_000 }, async () => {
    const found: Findings = {
      forms: 0,
      columns: 0,
      unresolved: 0,
      behind: 0,
      leaks: [],
      refused: [],
      shapes: [],
      overmasked: {},
    }
    for (const query of QUERIES) {
      if ((query.since ?? 0) > server.version) continue
      const { types: known } = await run(direct, FORMS[0]!, query.sql, query.before ?? [])
      for (const form of FORMS) if (form.fits(query.sql)) await compare(query, form, known, found)
    }
    const { leaks, refused, shapes } = found
    const overmasked = Object.fromEntries(
      Object.entries(found.overmasked).map(([name, columns]) => [name, [...columns].sort((a, b) => a - b)]),
    )
    expect({ leaks, refused, shapes, overmasked }).toEqual({
      leaks: [],
      refused: [],
      shapes: [],
      overmasked: OVERMASKED,
    })
  })
})

/** The side connection cannot describe what an open transaction made, and does not describe what writes. */
const isUnseen = ({ sql, before = [] }: Query): boolean =>
  before.length > 0 || /^(INSERT|UPDATE|DELETE|MERGE)|^WITH .*(RETURNING)/.test(sql)

interface Findings {
  forms: number
  columns: number
  unresolved: number
  readonly leaks: string[]
  readonly refused: string[]
  readonly shapes: string[]
  readonly overmasked: Record<string, Set<number>>
  behind: number
}
