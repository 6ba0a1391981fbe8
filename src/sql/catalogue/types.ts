// Types whose values run code: domains and what holds them, and casts.
import { runs } from './functions.ts'
import { partsOf } from './names.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import type { Cast, Domain, Relation } from './snapshot.ts'
import { into, type Step } from './step.ts'

const OF_COLUMN = '%type'

/** A type that a text names: `z.d`, `d`, `users.id%type`; by its OID where a client told it. */
export function type(name: string, step: Step, run: Run): void {
  if (name.endsWith(OF_COLUMN)) {
    ofColumn(name.slice(0, -OF_COLUMN.length), step, run)
    return
  }
  const told = /^\d+$/.test(name) ? run.schema.snapshot.types?.[name] : undefined
  if (told !== undefined) exactType(told, step, run)
  for (const domain of run.schema.domains.first(name, step.scope)) domainOf(domain, step, run)
  for (const relation of run.schema.relations.first(name, step.scope))
    if (run.once(`${step.scope} row ${fullName(relation)}`, step)) columnTypes(relation, step, run)
  casts(name, step, run)
}

/** A type as the snapshot has it: a built-in one has no schema. */
export function exactType(name: string, step: Step, run: Run): void {
  if (name.includes('.')) type(name, step, run)
}

/** Values of all columns come into being. */
export function columnTypes({ columns }: Relation, step: Step, run: Run): void {
  for (const column of columns) exactType(column.type, step, run)
}

/** Casts from or to it, which PostgreSQL applies where it sees fit. */
export function casts(name: string, step: Step, run: Run): void {
  for (const { cast } of run.schema.casts.all(name, step.scope)) follow(cast, step, run)
}

/** Those that any expression may come to. */
export function plainCasts(step: Step, run: Run): void {
  for (const cast of run.schema.plainCasts) follow(cast, step, run)
}

function follow(cast: Cast, step: Step, run: Run): void {
  const which = `cast from ${cast.source} to ${cast.target}`
  if (run.once(which, step)) runs(cast.function, into(step, 'cast', which), run, exactType)
}

export function domainOf(domain: Domain, from: Step, run: Run): void {
  const name = `domain ${fullName(domain)}`
  if (!run.once(name, from)) return
  const step = into(from, 'domain', name)
  if (domain.expressions.length > 0) run.follow(selecting(domain.expressions), step)
  exactType(domain.base, step, run)
}

/** Expressions as a statement, also constraints: `CHECK (…) NOT VALID`. */
export const selecting = (expressions: readonly string[]): string =>
  `SELECT ${expressions
    .map((text) => `(${text.replace(/^CHECK\s*(?=\()/i, '').replace(/\)\s+(NOT VALID|NO INHERIT)$/i, ')')})`)
    .join(', ')}`

function ofColumn(name: string, step: Step, run: Run): void {
  const parts = partsOf(name)
  const column = parts.at(-1)
  const relation = name.slice(0, name.length - (column ?? '').length - 1)
  for (const { columns } of run.schema.relations.first(relation, step.scope))
    for (const found of columns) if (found.name === column) exactType(found.type, step, run)
}
