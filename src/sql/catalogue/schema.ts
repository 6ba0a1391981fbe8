// A snapshot with its indexes.
import { dotted } from '../tree.ts'
import { Names, partsOf } from './names.ts'
import type { Cast, Domain, Operator, Relation, Routine, Snapshot } from './snapshot.ts'
import { fromComputing } from './trusted.ts'

/** `schema.name`, as effects and snapshots write it. */
export const fullName = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  dotted([schema, name])

export class Schema {
  readonly snapshot: Snapshot
  readonly relations: Names<Relation>
  readonly routines: Names<Routine>
  readonly domains: Names<Domain>
  readonly operators: Names<Operator>
  /** By source and target type. */
  readonly casts: Names<CastOf>
  /** Between two types of the server: any expression may be cast so. Only an administrator makes these. */
  readonly plainCasts: readonly Cast[]
  /** `=` between a type of the server and another may be somebody's own, and hold for every row. */
  readonly ownEquality: boolean
  readonly #parents = new Map<string, Relation[]>()
  readonly #ofRows = new Map<string, Routine[]>()

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
    this.relations = new Names(snapshot.relations)
    this.routines = new Names(snapshot.functions)
    this.domains = new Names(snapshot.domains)
    this.operators = new Names(snapshot.operators)
    this.casts = new Names(snapshot.casts.flatMap(castTypes))
    this.plainCasts = snapshot.casts.filter(({ source, target }) => !`${source}${target}`.includes('.'))
    this.ownEquality = snapshot.operators.some((operator) => this.#isOwnEquality(operator))
    for (const relation of snapshot.relations)
      if (relation.kind === 'partitioned')
        for (const child of relation.children ?? []) listed(this.#parents, child, relation)
    // Others may have defaults.
    for (const routine of snapshot.functions)
      if (routine.arguments.length > 0 && routine.kind === 'function' && this.#takesRow(routine))
        listed(this.#ofRows, dotted([routine.name]), routine)
  }

  /** Tables that the relation (`schema.name`) is a partition of, near and far: their triggers are its own. */
  partitionedAs(name: string): readonly Relation[] {
    const near = this.#parents.get(name) ?? []
    return [...near, ...near.flatMap((parent) => this.partitionedAs(fullName(parent)))]
  }

  /** Functions that `row.name` calls. */
  ofRows(name: string): readonly Routine[] {
    return this.#ofRows.get(name) ?? []
  }

  #isOwnEquality({ name, left, right, function: code }: Operator): boolean {
    if (name !== '=' || (left?.includes('.') && right.includes('.'))) return false
    return !this.routines.exact(code).some(fromComputing)
  }

  /** A column of that name would be read instead. */
  #takesRow({ arguments: [type = ''], name }: Routine): boolean {
    if (/^"?(record|any\w*)"?$/.test(type)) return true
    if (!type.includes('.')) return false
    return this.relations.exact(type).some(({ columns }) => !columns.some((column) => column.name === name))
  }
}

interface CastOf {
  readonly schema: string
  readonly name: string
  readonly cast: Cast
}

/** By types of the database; a type of the server stands in nearly every statement. */
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
