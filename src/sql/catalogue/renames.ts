// Names that a text gives to relations on its way.
import type { Analysis, Flow } from '../../core/statement.ts'
import { partsOf } from './names.ts'
import type { Renamed } from './run.ts'

const WHOLE = '.*'
const MOST = 500

/** What a name was before the text renamed or moved it, or the statements before, whose flows are `earlier`. */
export function renamedBy({ effects, flows = [] }: Analysis, earlier: readonly Flow[]): Renamed | undefined {
  const own = effects.some(({ action }) => action === 'rename' || action === 'move') ? flows : []
  if (own.length + earlier.length === 0) return undefined
  const given = [...earlier, ...own].flatMap(({ named, relation, sources: [source] }) =>
    named && relation !== undefined && source?.endsWith(WHOLE)
      ? [{ to: relation, from: source.slice(0, -WHOLE.length) }]
      : [],
  )
  return (name) => {
    const names = new Set([name])
    for (const known of names)
      for (const each of given) {
        const old = nameBefore(known, each)
        if (old !== undefined && names.size < MOST) names.add(old)
      }
    names.delete(name)
    return [...names]
  }
}

/** `to` and `from` are relations, or all of a schema: `b.*`, `a.*`. */
function nameBefore(name: string, { to, from }: { to: string; from: string }): string | undefined {
  if (!to.endsWith(WHOLE)) return to === name || partsOf(to).at(-1) === name ? from : undefined
  const schema = to.slice(0, -1)
  return name.startsWith(schema) ? `${from.slice(0, -1)}${name.slice(schema.length)}` : undefined
}
