// Which columns a statement asks about, beyond what its text says: `p.name` may be a function of the row, `lower` one of
// the database, and what such functions return may come from any table that they read.
import type { Analysis, Effect } from '../core/statement.ts'
import type { Target } from '../protocols/protocol.ts'

const NAMES = { functions: [], operators: [], types: [], fields: [], assigned: [] }

/** Code that a text sets off without calling it by name: nothing of it is only shown. */
const UNNAMED = new Set(['operator', 'cast', 'domain'])

/** `effects`: with those of stored code. Without `disguises` names are taken to mean what they say. */
export function askedColumns(
  { probes = [], trusts = [], uses }: Analysis,
  effects: readonly Effect[],
  disguises: Target['disguises'] = () => false,
): readonly string[] {
  const asked = new Set(probes)
  const called = asked.delete('()')
  const ofRow = (source: string): boolean => {
    const dot = source.lastIndexOf('.')
    const may = dot > 0 && disguises({ ...NAMES, fields: [source.slice(dot + 1)] })
    if (may) asked.add(`${source.slice(0, dot)}.*`)
    return may
  }
  const fields = probes.filter(ofRow)
  trusts.forEach(ofRow)
  // A cast of one's own may come before the function.
  const types = trusts.length > 0 ? ['text'] : []
  const overloads = uses !== undefined && disguises({ ...NAMES, types, functions: uses.functions })
  if (overloads) for (const source of trusts) asked.add(source)
  const computed = called || overloads || fields.length > 0
  for (const { action, name, stored, via: [by = ''] = [] } of effects)
    if (
      stored &&
      action === 'read' &&
      name !== undefined &&
      (UNNAMED.has(by) || (computed && by === 'function'))
    )
      asked.add(`${name}.*`)
  return [...asked]
}
