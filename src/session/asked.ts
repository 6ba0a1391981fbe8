// Which columns a statement asks about, beyond what its text says: `p.name` may be a function of the row, `lower` one of
// the database, and what such functions return may come from any table that they read.
import type { Analysis, Effect } from '../core/statement.ts'
import type { Target } from '../protocols/protocol.ts'

const NAMES = { functions: [], operators: [], types: [], fields: [], assigned: [] }

/** `effects`: with those of stored code. Without `disguises` names are taken to mean what they say. */
export function askedColumns(
  { probes = [], trusts = [], uses }: Analysis,
  effects: readonly Effect[],
  disguises: Target['disguises'] = () => false,
): readonly string[] {
  const asked = new Set<string>()
  for (const source of probes) {
    if (source === '()') continue
    asked.add(source)
    const dot = source.lastIndexOf('.')
    if (dot > 0 && disguises({ ...NAMES, fields: [source.slice(dot + 1)] }))
      asked.add(`${source.slice(0, dot)}.*`)
  }
  if (uses && trusts.length > 0 && disguises({ ...NAMES, functions: uses.functions }))
    for (const source of trusts) asked.add(source)
  const { operators, types, functions } = uses ?? NAMES
  if (probes.length > 0 && (probes.includes('()') || disguises({ ...NAMES, operators, types, functions })))
    for (const { action, name, stored } of effects)
      if (stored && action === 'read' && name !== undefined) asked.add(`${name}.*`)
  return [...asked]
}
