// Options of a view that go, without a word, when it is replaced: those that the new text does not give.
import type { Effect } from '../../core/statement.ts'
import type { Scope } from './names.ts'
import type { Run } from './run.ts'

const SECURITY = /^(security_barrier|security_invoker)=(true|on|yes|1)$/

export function resetOptions(effect: Effect, scope: Scope, run: Run): readonly Effect[] {
  const { action, object, name, detail = '', via } = effect
  if (action !== 'create' || object !== 'view' || name === undefined || !detail.startsWith('or replaces'))
    return []
  const lost = run
    .relations(name, scope)
    .flatMap(({ options = [] }) => options.flatMap((option) => SECURITY.exec(option)?.[1] ?? []))
    .some((option) => !detail.includes(option))
  if (!lost) return []
  return [
    { action: 'alter', object: 'security-option', name, detail: 'not given again', ...(via && { via }) },
  ]
}
