// Rows of the catalogue to what a snapshot holds. Each row says in its first column what it is.
import type { Relation, Routine, Snapshot } from '../../../sql/catalogue/snapshot.ts'
import { dotted } from '../../../sql/tree.ts'
import { by, list, named, present, type Rows, type TypeName, type TypeRow, UNREAD } from './rows.ts'

const ROUTINES: Readonly<Record<string, Routine['kind']>> = { p: 'procedure', a: 'aggregate', w: 'window' }
const VOLATILITY: Readonly<Record<string, Routine['volatility']>> = { i: 'immutable', s: 'stable' }
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' } as const

/** What belongs to no relation. */
export type Apart = Pick<Snapshot, 'domains' | 'operators' | 'casts' | 'eventTriggers'>

export function apart(rows: Rows, typeName: TypeName): Apart {
  return {
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

/** By OID. `before`: the definition that it had before somebody locked what it is made of. */
export function functions(
  rows: Rows,
  typeName: TypeName,
  before: (oid: string, read: Routine) => string | undefined,
): Map<string, Routine> {
  const found = new Map<string, Routine>()
  for (const row of rows('function')) {
    const [
      ,
      schema,
      name,
      kind,
      language,
      volatility,
      inputs,
      returns,
      definer,
      extension,
      text,
      calls,
      oid,
    ] = row
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
    const bare = kind === 'a' || language === 'c' || language === 'internal'
    found.set(oid!, bare ? read : { ...read, definition: text ?? before(oid!, read) ?? UNREAD })
  }
  return found
}

function domains(rows: Rows, typeName: TypeName): Snapshot['domains'] {
  const values = by(rows('value'), ([, , text]) => text ?? UNREAD)
  return rows('domain').map(([, oid, schema, name, base]) => ({
    schema: schema!,
    name: name!,
    base: typeName(base),
    expressions: values(oid!) ?? [],
  }))
}

/** Types that are or hold a domain, and arrays of them, by OID. */
export function withDomains(
  types: ReadonlyMap<string, TypeRow>,
  typeName: TypeName,
  domains: Snapshot['domains'],
  relations: readonly Relation[],
): Record<string, string> {
  const holding = new Set(domains.map(({ schema, name }) => dotted([schema, name])))
  for (let before = -1; before < holding.size; ) {
    before = holding.size
    for (const { schema, name, columns } of relations)
      if (columns.some(({ type }) => holding.has(type))) holding.add(dotted([schema, name]))
  }
  const found: Record<string, string> = {}
  if (holding.size === 0) return found
  for (const oid of types.keys()) {
    const name = typeName(oid)
    if (holding.has(name)) found[oid] = name
  }
  return found
}
