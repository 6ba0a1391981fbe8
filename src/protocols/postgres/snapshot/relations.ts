// Relations with everything that hangs on them.
import type {
  Column,
  Expression,
  ForeignKey,
  Referential,
  Relation,
  RowEvent,
  Snapshot,
  StoredRule,
  Trigger,
} from '../../../sql/catalogue/snapshot.ts'
import { dotted } from '../../../sql/tree.ts'
import { BETWEEN } from './queries.ts'
import { by, list, named, present, type Row, type Rows, type TypeName, UNREAD } from './rows.ts'

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
/** Bits of `tgtype`. */
const TRIGGER_EVENTS: readonly [number, RowEvent][] = [
  [4, 'insert'],
  [8, 'delete'],
  [16, 'update'],
  [32, 'truncate'],
]
const WRITES: readonly RowEvent[] = ['insert', 'update']
const ALL: readonly RowEvent[] = ['select', 'insert', 'update', 'delete']

export function relations(
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
    ([, , name, type, notNull, modifier]): Column => ({
      name: name!,
      type: typeName(type),
      ...(modifier && { modifier }),
      ...(notNull === 't' && { notNull: true }),
    }),
  )
  const rules = by(rows('rule'), storedRule)
  const triggers = by(rows('trigger'), trigger)
  const expressions = by(rows('expression'), expression)
  const unique = by(rows('unique'), ([, , names]) => list(names) ?? [])
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
  return rows('relation').map(
    ([, oid, schema, name, kind, persistence, count, bytes, definition, options]) => {
      const read: Relation = {
        schema: schema!,
        name: name!,
        kind: KINDS[kind ?? ''] ?? 'table',
        persistence: PERSISTENCE[persistence ?? ''] ?? 'permanent',
        rows: Number(count),
        bytes: Number(bytes),
        columns: columns(oid!) ?? [],
        ...present('options', list(options)),
        ...present('rules', rules(oid!)),
        ...present('triggers', triggers(oid!)),
        ...present('unique', unique(oid!)),
        ...present('referencedBy', referencedBy(oid!)),
        ...present('expressions', expressions(oid!)),
        ...present('children', children(oid!)),
      }
      const view = kind === 'v' || kind === 'm'
      if (!held.has(oid)) return view ? { ...read, definition: definition ?? UNREAD } : read
      const before = known.get(key(read))
      if (before) return { ...before, unique: read.unique ?? [] }
      return view ? { ...read, definition: UNREAD } : read
    },
  )
}

const key = ({ schema, name }: { schema: string; name: string }): string => `${schema}${BETWEEN}${name}`

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
  // What reads all rows evaluates it.
  if (kind === 'statistics') return []
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
