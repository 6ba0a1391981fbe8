// The ways in which a client can ask for the same rows.
import { CLIENT, frame, readRowDescription } from '../../src/protocols/postgres/frames.ts'
import {
  describePortal,
  execute,
  type Frame,
  fields,
  parse,
  query,
  sync,
  type Wire,
} from '../protocols/postgres/wire.ts'

/** What came back, in one shape for all forms. */
export interface Answer {
  /** Every byte that the client was sent. */
  readonly bytes: Buffer
  readonly error: string | undefined
  /** Type OIDs by column; empty for COPY. */
  readonly types: readonly number[]
  readonly rows: readonly (readonly (Buffer | null)[])[]
}

export interface Form {
  readonly name: string
  readonly format: 'text' | 'binary'
  /** Whether it exists for a query that begins like this. */
  readonly fits: (sql: string) => boolean
  readonly ask: (sql: string) => readonly Buffer[]
}

const any = (): boolean => true
const isQuery = (sql: string): boolean =>
  /^(SELECT|VALUES|TABLE|WITH)\b/.test(sql) && !/\b(UPDATE|DELETE|MERGE) .*RETURNING/.test(sql)
const isRead = (sql: string): boolean => isQuery(sql) && !/FOR UPDATE/.test(sql)
const isCopied = (sql: string): boolean =>
  /^(SELECT|VALUES|TABLE|WITH|INSERT|UPDATE|DELETE|MERGE)\b/.test(sql)
const isPrepared = isCopied

function bind(format: 0 | 1): Buffer {
  return frame(CLIENT.Bind, '', '', Buffer.of(0, 0, 0, 0, 0, 1, 0, format))
}

export const FORMS: readonly Form[] = [
  { name: 'simple', format: 'text', fits: any, ask: (sql) => [query(sql)] },
  {
    name: 'extended',
    format: 'text',
    fits: any,
    ask: (sql) => [parse('', sql), bind(0), describePortal(''), execute(''), sync],
  },
  {
    name: 'extended binary',
    format: 'binary',
    fits: any,
    ask: (sql) => [parse('', sql), bind(1), describePortal(''), execute(''), sync],
  },
  {
    name: 'row by row',
    format: 'text',
    fits: isRead,
    ask: (sql) => [parse('', sql), bind(0), execute('', 1), execute(''), sync],
  },
  {
    name: 'cursor',
    format: 'text',
    fits: isQuery,
    ask: (sql) => [query(`DECLARE c CURSOR FOR ${sql}`), query('FETCH 1 FROM c'), query('FETCH ALL FROM c')],
  },
  {
    name: 'binary cursor',
    format: 'binary',
    fits: isQuery,
    ask: (sql) => [query(`DECLARE c BINARY CURSOR FOR ${sql}`), query('FETCH ALL FROM c')],
  },
  {
    name: 'prepared',
    format: 'text',
    fits: isPrepared,
    ask: (sql) => [query(`PREPARE s AS ${sql}`), query('EXECUTE s'), query('DEALLOCATE s')],
  },
  { name: 'subselect', format: 'text', fits: isRead, ask: (sql) => [query(`SELECT * FROM (${sql}) q`)] },
  {
    name: 'common table',
    format: 'text',
    fits: isCopied,
    ask: (sql) => [query(`WITH q AS (${sql}) TABLE q`)],
  },
  { name: 'after another', format: 'text', fits: any, ask: (sql) => [query(`SELECT 1 WHERE false; ${sql}`)] },
  { name: 'COPY', format: 'text', fits: isCopied, ask: (sql) => [query(`COPY (${sql}) TO STDOUT`)] },
  {
    name: 'COPY csv',
    format: 'text',
    fits: isCopied,
    ask: (sql) => [query(`COPY (${sql}) TO STDOUT (FORMAT csv, HEADER, NULL '~')`)],
  },
  {
    name: 'COPY binary',
    format: 'binary',
    fits: isCopied,
    ask: (sql) => [query(`COPY (${sql}) TO STDOUT (FORMAT binary)`)],
  },
]

/** Runs it in a transaction that is rolled back. */
export async function run(client: Wire, form: Form, sql: string, before: readonly string[]): Promise<Answer> {
  const heard: Frame[] = []
  const hear = async (frames: Buffer): Promise<void> => {
    heard.push(...(await client.send(frames).until('Z')))
  }
  await hear(query('DEALLOCATE ALL'))
  await hear(query('BEGIN'))
  for (const text of before) await hear(query(text))
  const prologue = heard.length
  for (const group of grouped(form.ask(sql))) await hear(group)
  const answered = heard.slice(prologue)
  await hear(query('ROLLBACK'))
  const failure = answered.find(({ type }) => type === 'E')
  const description = answered.findLast(({ type }) => type === 'T')
  const described = description ? readRowDescription(description.body, 0, description.body.length) : []
  const copied = Buffer.concat(answered.filter(({ type }) => type === 'd').map(({ body }) => body))
  return {
    bytes: Buffer.concat(heard.map(({ body }) => body)),
    error: failure && fields(failure.body).get('C'),
    types: described.map(({ type }) => type),
    rows: form.name.startsWith('COPY')
      ? READERS[form.name]!(copied)
      : answered.filter(({ type }) => type === 'D').map(({ body }) => cells(body, 0).row),
  }
}

/** Frames that are answered by one ReadyForQuery. */
function grouped(frames: readonly Buffer[]): readonly Buffer[] {
  const groups: Buffer[][] = [[]]
  for (const each of frames) {
    groups.at(-1)!.push(each)
    if (each[0] === CLIENT.Query || each[0] === CLIENT.Sync) groups.push([])
  }
  return groups.filter((group) => group.length > 0).map((group) => Buffer.concat(group))
}

/** int16 count, then int32 length and bytes of each. */
function cells(b: Buffer, start: number): { row: (Buffer | null)[]; end: number } {
  const row: (Buffer | null)[] = []
  let at = start + 2
  for (let column = 0; column < b.readInt16BE(start); column++) {
    const length = b.readInt32BE(at)
    row.push(length === -1 ? null : b.subarray(at + 4, at + 4 + length))
    at += 4 + Math.max(0, length)
  }
  return { row, end: at }
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' }

const READERS: Readonly<Record<string, (bytes: Buffer) => (Buffer | null)[][]>> = {
  COPY: (bytes) =>
    lines(bytes.toString()).map((line) =>
      line
        .split('\t')
        .map((field) =>
          field === '\\N' ? null : Buffer.from(field.replace(/\\(.)/gs, (_, c: string) => LETTERS[c] ?? c)),
        ),
    ),
  'COPY csv': (bytes) => csv(bytes.toString()).slice(1),
  'COPY binary'(bytes) {
    const rows: (Buffer | null)[][] = []
    // Signature, flags, extension.
    let at = 19
    while (at < bytes.length && bytes.readInt16BE(at) !== -1) {
      const { row, end } = cells(bytes, at)
      rows.push(row)
      at = end
    }
    return rows
  },
}

const lines = (text: string): string[] => text.split('\n').slice(0, -1)

function csv(text: string): (Buffer | null)[][] {
  const rows: (Buffer | null)[][] = []
  const row: (Buffer | null)[] = []
  const field = /("(?:[^"]|"")*"|[^,\n]*)(,|\n)/gy
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, value = '', end] = match
    row.push(
      value === '~'
        ? null
        : Buffer.from(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value),
    )
    if (end === '\n') rows.push(row.splice(0))
    if (field.lastIndex >= text.length) break
  }
  return rows
}
