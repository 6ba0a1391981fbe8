// Relations with everything that hangs on them.
import type {
  Column,
  Expression,
  ForeignKey,
  Referential,
  Relation,
  RowEvent,
  StoredRule,
  Trigger,
} from '../../../sql/catalogue/snapshot.ts'
import { by, list, named, present, type Row, type Rows, Torn, type TypeName, UNREAD } from './rows.ts'

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

/** A relation with the numbers of its columns. */
export interface ReadRelation {
  readonly relation: Relation
  readonly numbers: readonly string[]
}

/** What is known already, by OID. */
export interface Surroundings {
  readonly typeName: TypeName
  /** `schema.name` of every relation. */
  readonly names: ReadonlyMap<string, string>
  /** What a relation that could not be deparsed was before, with what is certain of it now. */
  readonly before: (oid: string, read: Relation) => Relation | undefined
  readonly held: ReadonlySet<string>
  /** A name that is missing came up in between. */
  readonly strict: boolean
}

/** By OID. When `strict`, throws `Torn` for a name that is missing. */
export function relations(rows: Rows, around: Surroundings): Map<string, ReadRelation> {
  const { typeName, names, held, before, strict } = around
  const nameOf = (oid: string | null | undefined): string => {
    const name = names.get(oid ?? '')
    if (name === undefined && strict) throw new Torn('a relation that was not read')
    return name ?? ''
  }
  const numbers = by(rows('column'), (row) => row[6] ?? '')
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
  const children = by(rows('child'), ([, , child]) => nameOf(child))
  const referencedBy = by(
    rows('key'),
    ([, , name, relation, onDelete, onUpdate, columns]): ForeignKey => ({
      name: name!,
      relation: nameOf(relation),
      onDelete: REFERENTIAL[onDelete ?? ''] ?? 'no action',
      onUpdate: REFERENTIAL[onUpdate ?? ''] ?? 'no action',
      ...present('columns', list(columns)),
    }),
  )
  const found = new Map<string, ReadRelation>()
  for (const [, id, schema, name, kind, persistence, count, bytes, definition, options] of rows('relation')) {
    const oid = id!
    const view = kind === 'v' || kind === 'm'
    const read: Relation = {
      schema: schema!,
      name: name!,
      kind: KINDS[kind ?? ''] ?? 'table',
      persistence: PERSISTENCE[persistence ?? ''] ?? 'permanent',
      rows: Number(count),
      bytes: Number(bytes),
      columns: columns(oid) ?? [],
      ...present('options', list(options)),
      ...present('rules', rules(oid)),
      ...present('triggers', triggers(oid)),
      ...present('unique', unique(oid)),
      ...present('referencedBy', referencedBy(oid)),
      ...present('expressions', expressions(oid)),
      ...present('children', children(oid)),
      ...(view && { definition: definition ?? UNREAD }),
    }
    const relation = (held.has(oid) && before(oid, read)) || read
    found.set(oid, { relation, numbers: numbers(oid) ?? [] })
  }
  return found
}

const storedRule = ([, , name, event, definition]: Row): StoredRule => ({
  name: name!,
  event: RULE_EVENTS[event ?? ''] ?? 'select',
  definition: definition ?? UNREAD,
})

function trigger([, , name, bits, code, definition, columns]: Row): Trigger {
  const events = TRIGGER_EVENTS.filter(([bit]) => Number(bits) & bit).map(([, event]) => event)
  const when = definition === null ? UNREAD : condition(definition ?? '')
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
