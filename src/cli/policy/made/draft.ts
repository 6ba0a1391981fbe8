// A snapshot that statements of the same run go into. Nothing leaves it: what was dropped could only set off less.
import type { Relation, Routine, Snapshot } from '../../../sql/catalogue/snapshot.ts'

type Lists = 'relations' | 'functions' | 'domains' | 'operators' | 'casts' | 'eventTriggers'

export class Draft {
  #snapshot: Snapshot
  /** A name of the database's own types is written without its schema. */
  readonly schema: string

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    this.schema = snapshot.searchPath[0] ?? 'public'
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  add<K extends Lists>(list: K, item: Snapshot[K][number]): void {
    this.#snapshot = { ...this.#snapshot, [list]: [...this.#snapshot[list], item] }
  }

  /** `OR REPLACE` of the same arguments takes the old one's place. */
  addFunction(routine: Routine): void {
    const same = (other: Routine) =>
      other.schema === routine.schema &&
      other.name === routine.name &&
      other.arguments.join() === routine.arguments.join()
    const functions = this.#snapshot.functions.filter((other) => !same(other))
    this.#snapshot = { ...this.#snapshot, functions: [...functions, routine] }
  }

  /** What a name without its schema means may be in any schema of the path: all of them change. */
  change(names: readonly string[], to: (relation: Relation) => Relation): void {
    const [name, schema] = names.toReversed()
    const meant = (relation: Relation) =>
      relation.name === name &&
      (schema === undefined
        ? this.#snapshot.searchPath.includes(relation.schema)
        : relation.schema === schema)
    const relations = this.#snapshot.relations.map((relation) => (meant(relation) ? to(relation) : relation))
    this.#snapshot = { ...this.#snapshot, relations }
  }
}
