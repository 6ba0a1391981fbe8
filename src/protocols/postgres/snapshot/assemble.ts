// Rows of the catalogue to a snapshot. Each row says in its first column what it is.
import type { Routine, Snapshot } from '../../../sql/catalogue/snapshot.ts'
import { dotted } from '../../../sql/tree.ts'
import { relations } from './relations.ts'
import { by, list, named, present, type Rows, type TypeName, types, UNREAD } from './rows.ts'

const ROUTINES: Readonly<Record<string, Routine['kind']>> = { p: 'procedure', a: 'aggregate', w: 'window' }
const VOLATILITY: Readonly<Record<string, Routine['volatility']>> = { i: 'immutable', s: 'stable' }
const CONTEXTS = { i: 'implicit', a: 'assignment', e: 'explicit' } as const

/** `before` tells of relations that are being changed by somebody and could not be read now. */
export function assemble(head: Rows, rows: Rows, takenAt: string, before: Snapshot | undefined): Snapshot {
  const [, server, database] = head('server')[0] ?? []
  const typeName = types(rows)
  const held = new Set(head('held').map(([, oid]) => oid))
  const domainRows = domains(rows, typeName)
  const tables = relations(rows, typeName, held, before)
  return {
    version: 1,
    server: Number(server),
    database: database ?? '',
    takenAt,
    searchPath: head('path').map(([, schema]) => schema!),
    relations: tables,
    functions: functions(rows, typeName, before),
    domains: domainRows,
    types: withDomains(rows, typeName, domainRows, tables),
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

/** Types that are or hold a domain, and arrays of them, by OID. */
function withDomains(
  rows: Rows,
  typeName: TypeName,
  domains: Snapshot['domains'],
  relations: Snapshot['relations'],
): Record<string, string> {
  const holding = new Set(domains.map(({ schema, name }) => dotted([schema, name])))
  for (let before = -1; before < holding.size; ) {
    before = holding.size
    for (const { schema, name, columns } of relations)
      if (columns.some(({ type }) => holding.has(type))) holding.add(dotted([schema, name]))
  }
  const found: Record<string, string> = {}
  if (holding.size === 0) return found
  for (const [, oid] of rows('type')) {
    const name = typeName(oid)
    if (oid && holding.has(name)) found[oid] = name
  }
  return found
}
