// What a text names that may be code of the database.
import type { Uses } from '../../core/statement.ts'
import { computes, routine, runs, unread } from './functions.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import type { Operator } from './snapshot.ts'
import { into, type Step } from './step.ts'
import { domainOf, exactType, type } from './types.ts'

/** A call that the text does not explain. Returns why the catalogue does not either, undefined when it does. */
export function called(name: string, step: Step, run: Run): string | undefined {
  const { routines, domains, operators } = run.schema
  const found = routines.all(name, step.anywhere)
  let opaque: string | undefined
  for (const each of found) opaque = routine(each, step, run, exactType) ?? opaque
  if (found.length > 0) return opaque
  // `z.d(x)` is a cast where `z.d` is a type, and `a OPERATOR(z.+) b` a call.
  const types = domains.first(name, step.anywhere)
  for (const domain of types) domainOf(domain, step, run)
  const symbols = operators.all(name, step.anywhere)
  for (const each of symbols) operator(each, step, run)
  return types.length + symbols.length > 0 ? undefined : 'not found in the catalogue'
}

/** Names that say nothing by themselves. `known`: calls that `called` was asked about. */
export function named(uses: Uses, known: ReadonlySet<string>, step: Step, run: Run): void {
  const { schema } = run
  for (const name of uses.functions) if (!known.has(name)) overloads(name, step, run)
  for (const name of uses.operators)
    for (const each of schema.operators.all(name, step.anywhere)) operator(each, step, run)
  for (const name of uses.types) type(name, step, run)
  for (const name of uses.fields)
    for (const each of schema.ofRows(name)) {
      const why = routine(each, step, run, exactType)
      if (why !== undefined && !computes(each)) unread(fullName(each), why, step, run)
    }
}

/** A built-in name may reach a function of the database: `abs` of a type of its own. */
function overloads(name: string, step: Step, run: Run): void {
  for (const each of run.schema.routines.all(name, step.anywhere)) {
    const why = routine(each, step, run, exactType)
    if (why !== undefined && !computes(each)) unread(fullName(each), why, step, run)
  }
  for (const domain of run.schema.domains.first(name, step.anywhere)) domainOf(domain, step, run)
}

function operator(found: Operator, from: Step, run: Run): void {
  const which = `operator ${found.schema}.${found.name}`
  if (run.once(`${from.anywhere} ${which} ${found.function}`))
    runs(found.function, into(from, 'operator', which), run, exactType)
}
