// Rows of the catalogue to a snapshot. Each row says in its first column what it is.
import type {
  Column,
  Expression,
  ForeignKey,
  Referential,
  Relation,
  Routine,
  RowEvent,
  Snapshot,
  StoredRule,
  Trigger,
} from '../../../sql/catalogue/snapshot.ts'
import { dotted } from '../../../sql/tree.ts'
import { BETWEEN } from './queries.ts'

export type Row = readonly (string | null)[]

/** A text that nobody can analyse, for what could not be read: it counts as anything. */
const UNREAD = '('

const KINDS: Readonly<Record<string, Relation['kind']>> = {
  r: 'table',
  p: 'partitioned',
  v: 'view',
  m: 'materialized-view',
  f: 'foreign-table',
  S: 'sequence',
  c: 'composite',
}
const PERSISTENCE: Readonly<Record<string, Relation['persistence']>> = { u: 'unlogged', t: 'temporary' }
const ROUTINES: Readonly<Record<string, Routine['kind']>> = { p: 'procedure', a: 'aggregate', w: 'window' }
const VOLATILITY: Readonly<Record<string, Routine['volatility']>> = { i: 'immutable', s: 'stable' }
const REFERENTIAL: Readonly<Record<string, Referential>> = {
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}
const RULE_EVENTS: Readonly<Record<string, RowEvent>> = {
  1: 'select',
  2: 'update',
  3: 'insert',
  4: 'delete',
}
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' } as const
/** Bits of `tgtype`. */
const TRIGGER_EVENTS: readonly [number, RowEvent][] = [
  [4, 'insert'],
  [8, 'delete'],
  [16, 'update'],
  [32, 'truncate'],
]
const WRITES: readonly RowEvent[] = ['insert', 'update']
const ALL: readonly RowEvent[] = ['select', 'insert', 'update', 'delete']

/** Rows by what they are. */
export type Rows = (kind: string) => readonly Row[]

export function group(rows: readonly Row[]): Rows {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[0] ?? '')
    if (group) group.push(row)
    else groups.set(row[0] ?? '', [row])
  }
  return (kind) => groups.get(kind) ?? []
}

/** `before` tells of relations that are being changed by somebody and could not be read now. */
export function assemble(head: Rows, rows: Rows, takenAt: string, before: Snapshot | undefined): Snapshot {
  const [, server, database] = head('server')[0] ?? []
  const typeName = types(rows)
  const held = new Set(head('held').map(([, oid]) => oid))
  return {
    version: 1,
    server: Number(server),
    database: database ?? '',
    takenAt,
    searchPath: head('path').map(([, schema]) => schema!),
    relations: relations(rows, typeName, held, before),
    functions: functions(rows, typeName, before),
    domains: domains(rows, typeName),
    operators: rows('operator').map(([, schema, name, left, right, code]) => ({
      schema: schema!,
      name: name!,
      ...(left && { left: typeName(left) }),
      right: typeName(right),
      function: named(code),
    })),
    casts: rows('cast').map(([, source, target, code, context]) => ({
      source: typeName(source),
      target: typeName(target),
      function: named(code),
      context: CONTEXTS[context as keyof typeof CONTEXTS] ?? 'implicit',
    })),
    eventTriggers: rows('event').map(([, name, event, code, tags]) => ({
      name: name!,
      event: event!,
      function: named(code),
      ...present('tags', list(tags)),
    })),
  }
}

type TypeName = (oid: string | null | undefined) => string

/** As effects write names. */
const named = (name: string | null | undefined): string => dotted((name ?? '').split(BETWEEN))

function types(rows: Rows): TypeName {
  const known = new Map<string, { name: string; element: string | null | undefined }>()
  for (const [, oid, name, element] of rows('type')) known.set(oid!, { name: name!, element })
  return (oid) => {
    const type = known.get(oid ?? '')
    return named(known.get(type?.element ?? '')?.name ?? type?.name)
  }
}

/** What belongs to relations, by their OIDs. */
function by<T>(rows: readonly Row[], make: (row: Row) => T): (oid: string) => readonly T[] | undefined {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row[1] ?? '')
    if (group) group.push(make(row))
    else groups.set(row[1] ?? '', [make(row)])
  }
  return (oid) => groups.get(oid)
}

function relations(
  rows: Rows,
  typeName: TypeName,
  held: ReadonlySet<string | null | undefined>,
  before: Snapshot | undefined,
): Relation[] {
  const names = new Map<string, string>()
  for (const [, oid, schema, name] of rows('relation')) names.set(oid!, dotted([schema!, name!]))
  const known = new Map(held.size === 0 ? [] : before?.relations.map((each) => [key(each), each]))
  const columns = by(
    rows('column'),
    ([, , name, type, notNull]): Column => ({
      name: name!,
      type: typeName(type),
      ...(notNull === 't' && { notNull: true }),
    }),
  )
  const rules = by(rows('rule'), storedRule)
  const triggers = by(rows('trigger'), trigger)
  const expressions = by(rows('expression'), expression)
  const children = by(rows('child'), ([, , child]) => names.get(child ?? '') ?? '')
  const referencedBy = by(
    rows('key'),
    ([, , name, relation, onDelete, onUpdate, columns]): ForeignKey => ({
      name: name!,
      relation: names.get(relation ?? '') ?? '',
      onDelete: REFERENTIAL[onDelete ?? ''] ?? 'no action',
      onUpdate: REFERENTIAL[onUpdate ?? ''] ?? 'no action',
      ...present('columns', list(columns)),
    }),
  )
  return rows('relation').map(([, oid, schema, name, kind, persistence, count, bytes, definition]) => {
    const read: Relation = {
      schema: schema!,
      name: name!,
      kind: KINDS[kind ?? ''] ?? 'table',
      persistence: PERSISTENCE[persistence ?? ''] ?? 'permanent',
      rows: Number(count),
      bytes: Number(bytes),
      columns: columns(oid!) ?? [],
      ...present('rules', rules(oid!)),
      ...present('triggers', triggers(oid!)),
      ...present('referencedBy', referencedBy(oid!)),
      ...present('expressions', expressions(oid!)),
      ...present('children', children(oid!)),
    }
    const view = kind === 'v' || kind === 'm'
    if (!held.has(oid)) return view ? { ...read, definition: definition ?? UNREAD } : read
    return known.get(key(read)) ?? (view ? { ...read, definition: UNREAD } : read)
  })
}

const key = ({ schema, name }: { schema: string; name: string }): string => `${schema}${BETWEEN}${name}`

const present = <K extends string, T>(name: K, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<K, T>)

/** Names as JSON. */
const list = (json: string | null | undefined): readonly string[] | undefined =>
  json == null ? undefined : (JSON.parse(json) as string[])

const storedRule = ([, , name, event, definition]: Row): StoredRule => ({
  name: name!,
  event: RULE_EVENTS[event ?? ''] ?? 'select',
  definition: definition ?? UNREAD,
})

function trigger([, , name, bits, code, definition, columns]: Row): Trigger {
  const events = TRIGGER_EVENTS.filter(([bit]) => Number(bits) & bit).map(([, event]) => event)
  const when = condition(definition ?? '')
  return {
    name: name!,
    events,
    function: named(code),
    ...present('columns', list(columns)),
    ...(when !== undefined && { when }),
  }
}

/** `CREATE TRIGGER … FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION z.f('x')` */
function condition(definition: string): string | undefined {
  const found = /\bFOR EACH (?:ROW|STATEMENT) WHEN \(([\s\S]*)\) EXECUTE (?:FUNCTION|PROCEDURE) /.exec(
    definition,
  )
  return found?.[1]
}

function expression([, , kind, detail, text]: Row): Expression {
  return {
    kind: kind === 'default' && detail ? 'generated' : kind!,
    on: evaluated(kind!, detail ?? ''),
    text: text ?? UNREAD,
  }
}

/** When it is evaluated: a virtual generated column also when it is read, a policy for its command. */
function evaluated(kind: string, detail: string): readonly RowEvent[] {
  if (kind !== 'policy') return detail === 'v' ? ALL : WRITES
  // Whoever updates or deletes reads, too.
  const commands: Readonly<Record<string, readonly RowEvent[]>> = {
    r: ['select', 'update', 'delete'],
    a: ['insert'],
    w: ['update'],
    d: ['delete'],
  }
  return commands[detail] ?? ALL
}

function functions(rows: Rows, typeName: TypeName, before: Snapshot | undefined): Routine[] {
  return rows('function').map((row) => {
    const [, schema, name, kind, language, volatility, inputs, returns, definer, extension, text, calls] = row
    const read: Routine = {
      schema: schema!,
      name: name!,
      kind: ROUTINES[kind ?? ''] ?? 'function',
      language: language!,
      volatility: VOLATILITY[volatility ?? ''] ?? 'volatile',
      arguments: (inputs ?? '').split(' ').filter(Boolean).map(typeName),
      returns: typeName(returns),
      ...(definer === 't' && { securityDefiner: true }),
      ...(extension && { extension }),
      ...(calls && { calls: (JSON.parse(calls) as string[]).map(named) }),
    }
    if (kind === 'a' || language === 'c' || language === 'internal') return read
    const definition = text ?? known(read, before)?.definition ?? UNREAD
    return { ...read, definition }
  })
}

/** The same function when it was read before somebody locked what it is made of. */
const known = (routine: Routine, before: Snapshot | undefined): Routine | undefined =>
  before?.functions.find(
    (each) =>
      each.name === routine.name &&
      each.schema === routine.schema &&
      each.arguments.join() === routine.arguments.join(),
  )

function domains(rows: Rows, typeName: TypeName): Snapshot['domains'] {
  const values = by(rows('value'), ([, , text]) => text ?? UNREAD)
  return rows('domain').map(([, oid, schema, name, base]) => ({
    schema: schema!,
    name: name!,
    base: typeName(base),
    expressions: values(oid!) ?? [],
  }))
}
