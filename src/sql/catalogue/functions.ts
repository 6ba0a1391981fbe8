// Functions of the database: what their code does, as far as it can be read.
import { effectOfName } from '../functions.ts'
import { partsOf } from './names.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import type { Routine } from './snapshot.ts'
import { forMany, into, type Step } from './step.ts'
import { NATIVE, trusted } from './trusted.ts'

/** Follows the routine's code. Returns why it cannot be read, undefined when it was. */
export function routine(found: Routine, from: Step, run: Run, type: TypeReader): string | undefined {
  const name = fullName(found)
  run.defined('functions', name, from)
  if (trusted(found)) return undefined
  const which = `${found.kind === 'window' ? 'function' : found.kind} ${name}${found.securityDefiner ? ' (security definer)' : ''}`
  const step = into(again(which, from), 'function', which)
  // What the server makes for range types are functions of its own by another name.
  if ((found.kind === 'aggregate' || found.language === 'internal') && found.calls) {
    if (run.once(`${from.scope} made of ${name}(${found.arguments.join()})`, from))
      for (const part of found.calls) runs(part, forMany(step), run, type)
    return undefined
  }
  if (found.language !== 'sql' && found.language !== 'plpgsql') return `written in ${found.language}`
  if (found.definition === undefined) return 'its code is not in the catalogue'
  if (!run.once(`${from.scope} function ${name}(${found.arguments.join()})`, step)) return undefined
  run.follow(found.definition, { ...step, scope: pathOf(found.definition) ?? step.scope }, 'function')
  for (const each of [...found.arguments, found.returns]) type(each, step, run)
  return undefined
}

/** A function that comes to itself once more may do so any number of times; a trigger that fires itself by key does not. */
function again(which: string, from: Step): Step {
  const before = from.through.split(', ')
  const same = before.at(-1) === which || (before.includes(which) && !from.via.includes('trigger'))
  return same ? forMany(from) : from
}

/** What a type of the database sets off. */
export type TypeReader = (name: string, step: Step, run: Run) => void

const FIXED_PATH = /^\s*SET search_path (?:TO|=) (.*)$/im
const SCHEMA = /'((?:[^']|'')*)'|"((?:[^"]|"")*)"|[\w$]+/g

/** The search_path that the function brings; undefined when it has its caller's. */
function pathOf(definition: string): Step['scope'] | undefined {
  const list = FIXED_PATH.exec(definition)?.[1]
  if (list === undefined) return undefined
  const schemas = [...list.matchAll(SCHEMA)].map(
    ([plain, text, name]) =>
      text?.replaceAll("''", "'") ?? name?.replaceAll('""', '"') ?? plain.toLowerCase(),
  )
  // Whose schema that is depends on who calls.
  return schemas.includes('$user') ? null : schemas.filter((schema) => schema !== '')
}

/** Runs the function of this name, whichever of that name it is: the database says it, the statement does not. */
export function runs(name: string, step: Step, run: Run, type: TypeReader): void {
  const found = run.schema.routines.exact(name)
  for (const each of found) {
    const why = routine(each, step, run, type)
    if (why !== undefined && !computes(each)) unread(name, why, step, run)
  }
  if (found.length > 0) return
  run.defined('functions', name, step)
  const parts = partsOf(name)
  if (parts.length > 1 && parts[0] !== 'pg_catalog') unread(name, 'not found in the catalogue', step, run)
  else {
    const effect = effectOfName(parts)
    if (effect) run.add(effect, step)
  }
}

/** Native code that an extension brought and that says of itself that it changes nothing. */
export const computes = ({ language, extension, volatility }: Routine): boolean =>
  NATIVE.has(language) && extension !== undefined && volatility !== 'volatile'

export function unread(name: string, why: string, step: Step, run: Run): void {
  run.add({ action: 'call', object: 'function', name, detail: why }, step)
}
