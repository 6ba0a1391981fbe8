// Values of enumerated fields that no handler knows: the grammar is newer than they are.
import type { Node } from '@pgsql/types'
import type { Collector } from './collector.ts'
import { CHOICES } from './data/choices.ts'
import { tagOf } from './tree.ts'

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CHOICES).map(([field, values]) => [field, new Set(values.split(/\s+/))]),
)

/** Bounds of partitions are told by a letter. */
const LETTERS = /^.$/

/** Their handlers take a value that they do not know for the worst, and they are too many to be looked through twice. */
const CAREFUL = /^(?:Select|Insert|Update|Delete)Stmt$/

/** Tells each value of the statement that is new, whichever node it stands in. */
export function checkChoices(statement: Node | undefined, c: Collector): void {
  if (!CAREFUL.test(tagOf(statement) ?? '')) check(statement, c)
}

function check(node: unknown, c: Collector): void {
  if (Array.isArray(node)) {
    for (const item of node) check(item, c)
    return
  }
  if (node === null || typeof node !== 'object') return
  for (const key in node) {
    const value = (node as Readonly<Record<string, unknown>>)[key]
    if (typeof value === 'object') check(value, c)
    else if (typeof value === 'string' && KNOWN.get(key)?.has(value) === false && !LETTERS.test(value))
      c.unknown('construct', `a ${key} of this kind is not known to this version`)
  }
}
