// What a text names that may be code of the database.
import type { Effect, Uses } from '../../core/statement.ts'
import { computes, routine, runs, unread } from './functions.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import type { Operator } from './snapshot.ts'
import { forMany, into, type Step } from './step.ts'
import { domainOf, exactType, type } from './types.ts'

/** A call that the text does not explain. Returns why the catalogue does not either, undefined when it does. */
export function called(name: string, step: Step, run: Run): string | undefined {
  const { routines, domains, operators } = run.schema
  run.defined('functions', name, step)
  const found = routines.all(name, step.scope)
  let opaque: string | undefined
  for (const each of found) opaque = routine(each, step, run, exactType) ?? opaque
  if (found.length > 0) return opaque
  // `z.d(x)` is a cast where `z.d` is a type, and `a OPERATOR(z.+) b` a call.
  const types = domains.first(name, step.scope)
  for (const domain of types) domainOf(domain, step, run)
  const symbols = operators.all(name, step.scope)
  for (const each of symbols) operator(each, step, run)
  return types.length + symbols.length > 0 ? undefined : 'not found in the catalogue'
}

/** Names that say nothing by themselves. `known`: calls that `called` was asked about. */
export function named(uses: Uses, known: ReadonlySet<string>, step: Step, run: Run): void {
  const many = new Set(uses.many)
  const first = split(uses, (name) => !many.has(name) && !repeatedBeside(uses, name, step, run))
  read(first.others, known, forMany(step), run)
  read(first.those, known, step, run)
}

type Names = Pick<Uses, 'functions' | 'operators' | 'types' | 'fields'>

/** The names for which it holds, and the others. */
function split(uses: Names, holds: (name: string) => boolean): { those: Names; others: Names } {
  const pick = (wanted: boolean): Names => ({
    functions: uses.functions.filter((name) => holds(name) === wanted),
    operators: uses.operators.filter((name) => holds(name) === wanted),
    types: uses.types.filter((name) => holds(name) === wanted),
    fields: uses.fields.filter((name) => holds(name) === wanted),
  })
  return { those: pick(true), others: pick(false) }
}

const RETURNS_SET = /^\s*RETURNS (SETOF|TABLE)\b/im

/** True when a function next to it returns a set. */
function repeatedBeside({ beside = [] }: Uses, name: string, { scope }: Step, { schema }: Run): boolean {
  if (!beside.includes(name)) return false
  return beside.some((other) =>
    schema.routines.all(other, scope).some(({ definition = '' }) => RETURNS_SET.test(definition)),
  )
}

/** The step at which this text calls the function of that name. */
export function stepOf(name: string, uses: Uses | undefined, step: Step, run: Run): Step {
  const many = uses?.many?.includes(name) || (uses && repeatedBeside(uses, name, step, run))
  return many ? forMany(step) : step
}

function read(uses: Names, known: ReadonlySet<string>, step: Step, run: Run): void {
  const { schema } = run
  for (const name of [...uses.functions, ...uses.fields]) run.defined('functions', name, step)
  for (const name of uses.functions) {
    if (ANY_TYPE.test(name)) for (const each of schema.snapshot.domains) domainOf(each, step, run)
    if (!known.has(name)) overloads(name, step, run)
  }
  for (const name of uses.operators)
    for (const each of schema.operators.all(name, step.scope)) operator(each, step, run)
  for (const name of uses.types) type(name, step, run)
  for (const name of uses.fields)
    for (const each of schema.ofRows(name)) {
      const why = routine(each, step, run, exactType)
      if (why !== undefined && !computes(each)) unread(fullName(each), why, step, run)
    }
}

/** Functions that make a value of whatever type they are told by name or number. */
const ANY_TYPE = /^(pg_catalog\.)?(pg_input_(is_valid|error_info)|(array|domain|multirange|range|record)_in)$/

/** A built-in name may reach a function of the database: `abs` of a type of its own. */
function overloads(name: string, step: Step, run: Run): void {
  for (const each of run.schema.routines.all(name, step.scope)) {
    const why = routine(each, step, run, exactType)
    if (why !== undefined && !computes(each)) unread(fullName(each), why, step, run)
  }
  for (const domain of run.schema.domains.first(name, step.scope)) domainOf(domain, step, run)
}

/** `CREATE OPERATOR`, `CREATE AGGREGATE`: the grammar takes the functions that they name for types. */
export function madeOf({ types }: Uses, effects: readonly Effect[], step: Step, run: Run): void {
  const makes = effects.some(({ action, object }) => action === 'create' && MADE_OF.has(object))
  if (makes) for (const name of types) overloads(name, step, run)
}

const MADE_OF = new Set(['operator', 'aggregate'])

function operator(found: Operator, from: Step, run: Run): void {
  const which = `operator ${found.schema}.${found.name}`
  if (!run.once(`${which} ${found.function}`, from)) return
  const step = into(from, 'operator', which)
  runs(found.function, step, run, exactType)
  for (const each of [found.left, found.right]) if (each !== undefined) exactType(each, step, run)
}
