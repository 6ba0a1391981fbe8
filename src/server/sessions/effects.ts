import { ACTIONS, type Effect } from '../../core/statement.ts'
import type { AnyEvent } from '../../recording/reading.ts'
import { isRecord } from '../../recording/shapes.ts'

/** Of a statement's event, as far as they have the form of effects. */
export function effectsIn({ effects }: AnyEvent): Effect[] {
  if (!Array.isArray(effects)) return []
  return effects.flatMap((effect) => {
    if (!isRecord(effect)) return []
    const plain = Object.fromEntries(
      Object.entries(effect).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
    )
    const { action, object } = plain
    return (ACTIONS as readonly unknown[]).includes(action) && typeof object === 'string'
      ? [plain as unknown as Effect]
      : []
  })
}
