// Names that a text gives to relations on its way.
import type { Analysis, Flow } from '../../core/statement.ts'
import { partsOf } from './names.ts'
import type { Renamed } from './run.ts'

const WHOLE = '.*'
const MOST = 8

/** What a name was before the text renamed or moved it, or the statements before, whose flows are `earlier`. */
export function renamedBy({ effects, flows = [] }: Analysis, earlier: readonly Flow[]): Renamed | undefined {
  const own = effects.some(({ action }) => action === 'rename' || action === 'move') ? flows : []
  if (own.length + earlier.length === 0) return undefined
  const given = [...earlier, ...own].flatMap(({ named, relation, sources: [source] }) =>
    named && relation !== undefined && source?.endsWith(WHOLE)
      ? [{ to: relation, from: source.slice(0, -WHOLE.length) }]
      : [],
  )
  const before = (name: string, depth: number): readonly string[] =>
    given.flatMap((each) => {
      const old = depth < MOST ? nameBefore(name, each) : undefined
      return old === undefined ? [] : [old, ...before(old, depth + 1)]
    })
  return (name) => before(name, 0)
}

/** `to` and `from` are relations, or all of a schema: `b.*`, `a.*`. */
function nameBefore(name: string, { to, from }: { to: string; from: string }): string | undefined {
  if (!to.endsWith(WHOLE)) return to === name || partsOf(to).at(-1) === name ? from : undefined
  const schema = to.slice(0, -1)
  return name.startsWith(schema) ? `${from.slice(0, -1)}${name.slice(schema.length)}` : undefined
}
