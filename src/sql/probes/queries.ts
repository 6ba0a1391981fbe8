// Queries of every kind, for whoever meets one.
import type { Node } from '@pgsql/types'
import { as } from '../tree.ts'
import { expression, isChange } from './expression.ts'
import { type Around, Notes } from './notes.ts'
import { selected } from './query.ts'
import { changing } from './rows.ts'

export const startNotes = (): Notes => new Notes(query)

function query(node: Node | undefined, around: Around, passes: boolean, notes: Notes): void {
  const select = as(node, 'SelectStmt')
  if (select) selected(select, around, passes, notes)
  else if (node && isChange(node)) changing(node, around, passes, notes)
  else expression(node, around, notes)
}
