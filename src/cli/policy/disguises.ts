// Names that may mean code of the database where a text shows a column or a function of the server.
import type { Uses } from '../../core/statement.ts'
import { partsOf } from '../../sql/catalogue/names.ts'
import type { Snapshot } from '../../sql/catalogue/snapshot.ts'
import { isForeign } from '../../sql/functions.ts'

/** See `Target.disguises`. Operators and casts are told by what they set off. */
export function disguisesOf({ functions }: Snapshot): (uses: Uses) => boolean {
  const names = new Set(functions.filter(({ extension }) => !extension).map(({ name }) => name))
  const ofDatabase = (name: string) => names.has(partsOf(name).at(-1) ?? '')
  return (uses) =>
    uses.fields.some(ofDatabase) ||
    uses.functions.some((name) => !isForeign(partsOf(name)) && ofDatabase(name))
}
