// A snapshot with its indexes.
import { dotted } from '../tree.ts'
import { Names, partsOf } from './names.ts'
import type { Cast, Domain, EventTrigger, Operator, Relation, Routine, Snapshot } from './snapshot.ts'

/** `schema.name`, as effects and snapshots write it. */
export const fullName = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  dotted([schema, name])

export class Schema {
  readonly relations: Names<Relation>
  readonly routines: Names<Routine>
  readonly domains: Names<Domain>
  readonly operators: Names<Operator>
  readonly eventTriggers: readonly EventTrigger[]
  /** By source and target type. */
  readonly casts: Names<CastOf>
  readonly #ofRows = new Map<string, Routine[]>()

  constructor(snapshot: Snapshot) {
    const { searchPath } = snapshot
    this.relations = new Names(snapshot.relations, searchPath)
    this.routines = new Names(snapshot.functions, searchPath)
    this.domains = new Names(snapshot.domains, searchPath)
    this.operators = new Names(snapshot.operators, searchPath)
    this.eventTriggers = snapshot.eventTriggers
    this.casts = new Names(snapshot.casts.flatMap(castTypes), searchPath)
    for (const routine of snapshot.functions)
      if (routine.arguments.length === 1 && routine.kind === 'function' && this.#takesRow(routine))
        listed(this.#ofRows, dotted([routine.name]), routine)
  }

  /** Functions that `row.name` calls. */
  ofRows(name: string): readonly Routine[] {
    return this.#ofRows.get(name) ?? []
  }

  /** A column of that name would be read instead. */
  #takesRow({ arguments: [type = ''], name }: Routine): boolean {
    if (/^"?(record|any\w*)"?$/.test(type)) return true
    if (!type.includes('.')) return false
    return this.relations
      .all(type, false)
      .some(({ columns }) => !columns.some((column) => column.name === name))
  }
}

interface CastOf {
  readonly schema: string
  readonly name: string
  readonly cast: Cast
}

/** A built-in type says nothing: nearly every statement has a text. */
const castTypes = (cast: Cast): readonly CastOf[] =>
  [cast.source, cast.target].flatMap((type) => {
    const [schema, name, ...more] = partsOf(type)
    return schema === undefined || name === undefined || more.length > 0 ? [] : [{ schema, name, cast }]
  })

function listed<T>(map: Map<string, T[]>, key: string, item: T): void {
  const same = map.get(key)
  if (same) same.push(item)
  else map.set(key, [item])
}
