// What the views and partitions of a snapshot are made of, so that masks are followed through them.
import type { Analyser } from '../../sql/analyser.ts'
import { partsOf } from '../../sql/catalogue/names.ts'
import type { Relation, Snapshot } from '../../sql/catalogue/snapshot.ts'
import { dotted } from '../../sql/tree.ts'

type Behind = (source: string) => readonly string[]

interface Derived {
  readonly schema: string
  /** Whatever a view reads may be in any of its columns; relations of a family share theirs by name. */
  readonly reads: readonly string[]
  readonly family: readonly string[]
}

/** See `Target.views`. */
export async function lineageOf({ relations }: Snapshot, analyser: Analyser): Promise<Behind> {
  const derived = new Map<string, Derived[]>()
  const families = familiesOf(relations)
  for (const relation of relations) {
    const name = dotted([relation.schema, relation.name])
    const family = families.get(name) ?? []
    const reads = relation.definition === undefined ? [] : await readBy(relation.definition, analyser)
    if (reads.length + family.length === 0) continue
    const same = derived.get(relation.name) ?? []
    derived.set(relation.name, [...same, { schema: relation.schema, reads, family }])
  }
  return (source) => {
    const [column = '*', name = '', schema] = partsOf(source).reverse()
    const meant = (derived.get(name) ?? []).filter((each) => schema === undefined || each.schema === schema)
    return meant.flatMap(({ reads, family }) => [
      ...reads,
      ...family.map((other) => `${other}.${column === '*' ? column : dotted([column])}`),
    ])
  }
}

/** Parents and children of each relation: their rows are its own, or the other way round. */
function familiesOf(relations: readonly Relation[]): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>()
  const add = (name: string, other: string) => families.set(name, [...(families.get(name) ?? []), other])
  for (const { schema, name, children = [] } of relations)
    for (const child of children) {
      add(dotted([schema, name]), child)
      add(child, dotted([schema, name]))
    }
  return families
}

/** A function's result may be anything. */
async function readBy(definition: string, analyser: Analyser): Promise<readonly string[]> {
  const { outputs } = await analyser.analyse(definition)
  if (!outputs) return ['*']
  return [...new Set(outputs.flatMap(({ sources, foreign }) => (foreign ? ['*', ...sources] : sources)))]
}
