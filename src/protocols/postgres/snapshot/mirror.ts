// What was read of a catalogue, by OID, so that only what has changed must be read again.
import type { Relation, Routine, Snapshot } from '../../../sql/catalogue/snapshot.ts'
import { dotted } from '../../../sql/tree.ts'
import { type Apart, apart, functions, withDomains } from './assemble.ts'
import type { Wanted } from './fragments.ts'
import { PARTS, type Part, type Told } from './parts.ts'
import { type ReadRelation, relations } from './relations.ts'
import { type Rows, Torn, type TypeRow, typeNames } from './rows.ts'

/** Reading it again is the only way. */
export class Renamed extends Error {}

/** What is not as it was read, by OID. */
export interface Stale {
  /** With what of them has changed. */
  readonly relations: Map<string, Set<Part>>
  readonly functions: Set<string>
  readonly types: Set<string>
  apart: boolean
  /** What is told of it is in many places. */
  all: boolean
}

export const nothingStale = (): Stale => ({
  relations: new Map(),
  functions: new Set(),
  types: new Set(),
  apart: false,
  all: false,
})

/** What was deparsed before somebody locked it. */
export interface Before {
  relation(oid: string, read: Relation): Relation | undefined
  definition(oid: string, read: Routine): string | undefined
}

export class Mirror {
  readonly #types = new Map<string, TypeRow>()
  readonly #names = new Map<string, string>()
  readonly #relations = new Map<string, ReadRelation>()
  readonly #functions = new Map<string, Routine>()
  readonly #rows: Map<string, readonly string[]>[] = PARTS.map(() => new Map())
  #apart: Apart = { domains: [], operators: [], casts: [], eventTriggers: [] }

  /** Which sources have fewer rows than are known here, now that the new ones are. */
  missing(told: ReadonlyMap<number, Told>): readonly number[] {
    return [...told].flatMap(([source, { count }]) =>
      PARTS[source]!.goes && this.#rows[source]!.size !== count ? [source] : [],
    )
  }

  /** Takes in rows that are new, and says what they make stale. */
  note(told: ReadonlyMap<number, Told>, stale: Stale): void {
    for (const [source, { rows }] of told)
      for (const [id = '', ...of] of rows) {
        this.#touch(source, id, of, stale)
        if (PARTS[source]!.goes) this.#rows[source]!.set(id, of)
      }
  }

  /** The rows of a source are these now; what is not among them is gone. */
  keep(source: number, ids: ReadonlySet<string>, stale: Stale): void {
    const { part } = PARTS[source]!
    for (const [id, of] of this.#rows[source]!) {
      if (ids.has(id)) continue
      this.#rows[source]!.delete(id)
      this.#touch(source, id, of, stale)
      if (part === 'function') this.#functions.delete(id)
      if (part === 'relation') {
        this.#relations.delete(id)
        this.#names.delete(id)
      }
    }
  }

  #touch(source: number, id: string, of: readonly string[], stale: Stale): void {
    const { part } = PARTS[source]!
    for (const oid of of) {
      const parts = stale.relations.get(oid)
      if (parts) parts.add(part)
      else stale.relations.set(oid, new Set([part]))
    }
    if (part === 'function' || part === 'aggregate') stale.functions.add(id)
    else if (part === 'type') stale.types.add(id)
    else if (APART.has(part)) stale.apart = true
    else if (EVERYWHERE.has(part)) stale.all = true
  }

  /** What of it is to be read. */
  wanted(stale: Stale): Wanted {
    const known = (part: string) => this.#rows[PARTS.findIndex((each) => each.part === part)]!
    return {
      relations: [...stale.relations.keys()].filter((oid) => known('relation').has(oid)),
      functions: [...stale.functions].filter((oid) => known('function').has(oid)),
      types: [...stale.types],
      apart: stale.apart,
    }
  }

  /**
   * Takes in what was read. Throws `Renamed` when something that is known has another name by now, which what was not read
   * may tell by its old one, and `Torn` when a name is missing.
   */
  take(rows: Rows, wanted: Wanted | undefined, held: ReadonlySet<string>, before: Before): void {
    for (const [, oid, name, element] of rows('type')) {
      if (wanted && (this.#types.get(oid!)?.name ?? name) !== name) throw new Renamed('a type')
      this.#types.set(oid!, { name: name!, element })
    }
    for (const [, oid, schema, name] of rows('relation')) {
      const full = dotted([schema!, name!])
      if ((this.#names.get(oid!) ?? full) !== full) throw new Renamed('a relation')
      this.#names.set(oid!, full)
    }
    const strict = wanted !== undefined
    const typeName = typeNames(this.#types, strict)
    const around = { typeName, names: this.#names, held, before: before.relation, strict }
    const read = relations(rows, around)
    for (const [oid, each] of read) {
      if (otherColumns(this.#relations.get(oid), each)) throw new Renamed('a column')
      this.#relations.set(oid, each)
    }
    for (const oid of wanted?.relations ?? []) if (!read.has(oid)) throw new Torn('a relation that is gone')
    this.#takeFunctions(functions(rows, typeName, before.definition), wanted)
    if (!wanted || wanted.apart) this.#apart = apart(rows, typeName)
  }

  #takeFunctions(read: ReadonlyMap<string, Routine>, wanted: Wanted | undefined): void {
    for (const [oid, each] of read) {
      const known = this.#functions.get(oid)
      if (known && (known.name !== each.name || known.schema !== each.schema)) throw new Renamed('a function')
      this.#functions.set(oid, each)
    }
    for (const oid of wanted?.functions ?? []) if (!read.has(oid)) throw new Torn('a function that is gone')
  }

  relation(oid: string): Relation | undefined {
    return this.#relations.get(oid)?.relation
  }

  definition(oid: string): string | undefined {
    return this.#functions.get(oid)?.definition
  }

  snapshot(about: Pick<Snapshot, 'server' | 'database' | 'takenAt' | 'searchPath'>): Snapshot {
    const all = [...this.#relations.values()].map(({ relation }) => relation)
    const { domains } = this.#apart
    return {
      version: 1,
      ...about,
      relations: all,
      functions: [...this.#functions.values()],
      ...this.#apart,
      types: withDomains(this.#types, typeNames(this.#types, false), domains, all),
    }
  }
}

const APART = new Set<string>(['domain', 'range', 'operator', 'cast', 'event'])
const EVERYWHERE = new Set<string>(['language', 'server', 'member'])

/** A column that is still there has another name. */
function otherColumns(known: ReadRelation | undefined, read: ReadRelation): boolean {
  if (!known) return false
  const names = new Map(read.numbers.map((number, index) => [number, read.relation.columns[index]?.name]))
  return known.numbers.some((number, index) => {
    const name = names.get(number)
    return name !== undefined && name !== known.relation.columns[index]?.name
  })
}
