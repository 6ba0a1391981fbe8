// How much of what a statement returns may be protected, by its text and what the catalogue says of the names in it.
import type { Masks } from '../../core/grant.ts'
import type { Analysis, Effect, Output, Uses } from '../../core/statement.ts'
import { withCatalogue } from '../../masking/index.ts'
import type { Masking } from '../../masking/mask.ts'
import type { Catalogue, Origin } from './catalogue.ts'
import { bare, relationOf } from './identifiers.ts'
import type { Lineage } from './lineage.ts'
import { MadeCode } from './made-code.ts'

/**
 * What a statement's results may carry of protected columns: nothing; what its outputs say (`seen`); or anything, because it
 * reads through a view, a name or code that its text does not show (`unseen`). `untold`: what runs may be another statement
 * than the text. `moved`: what it names may not be what the catalogue knows by that name, nor its columns. `lost`: both.
 */
export type Taint = 'none' | 'seen' | 'unseen' | 'untold' | 'moved' | 'lost'

const TAINTS: readonly Taint[] = ['none', 'seen', 'unseen', 'untold', 'moved', 'lost']

export function stronger(one: Taint, other: Taint): Taint {
  const both = new Set([one, other])
  if (both.has('untold') && both.has('moved')) return 'lost'
  return TAINTS.indexOf(one) > TAINTS.indexOf(other) ? one : other
}

export class Taints {
  readonly #masking: Masking
  readonly #catalogue: Catalogue
  readonly #known = new WeakMap<Analysis, { generation: number; taint: Taint }>()
  /** Code that this session makes. */
  readonly #made = new MadeCode()
  /** Table parts of the patterns. */
  readonly #tables: readonly RegExp[]
  /** Views that read protected relations or run code, with and without schema, of the lineage they were made from. */
  #reading: ReadonlySet<string> = new Set()
  #lineage: Lineage | undefined

  constructor(masking: Masking, catalogue: Catalogue, columns: Masks['columns']) {
    this.#masking = masking
    this.#catalogue = catalogue
    this.#tables = withCatalogue(columns).map(({ pattern }) => glob(pattern.split('.').at(-2) ?? '*'))
  }

  runs(effects: readonly Effect[]): void {
    // What was told of names before holds no more.
    if (this.#made.note(effects)) this.#catalogue.generation++
  }

  /** True when one of the names may mean code of the database; the catalogue may know it, or this session have made it. */
  disguises(uses: Uses): boolean {
    return (this.#catalogue.lineage?.code.disguises(uses) ?? true) || this.#made.in(uses)
  }

  /** True when what the statement writes may come from code that its text shows as built in, or as a column; `casts`: or a cast. */
  hides(uses: Uses | undefined, casts: boolean): boolean {
    if (this.#made.hides(uses)) return true
    const code = this.#catalogue.lineage?.code
    if (uses === undefined) return false
    return code ? (casts ? code.disguises(uses) : code.hides(uses)) : true
  }

  of(analysis: Analysis): Taint {
    const { generation, lineage } = this.#catalogue
    const known = this.#known.get(analysis)
    if (known?.generation === generation && lineage) return known.taint
    const taint = this.#judged(analysis)
    if (lineage) this.#known.set(analysis, { generation, taint })
    return taint
  }

  #judged(analysis: Analysis): Taint {
    if (analysis.effects.some(({ action }) => action === 'unknown')) return 'untold'
    const unseen =
      analysis.relations.some((relation) => this.#rebuilt(relation)) ||
      (analysis.uses !== undefined && this.disguises(analysis.uses)) ||
      analysis.effects.some(({ action }) => action === 'call' && !told(analysis))
    if (unseen) return 'unseen'
    const seen =
      analysis.relations.some((relation) => this.#protects(relation) || this.#kinProtects(relation)) ||
      (analysis.outputs?.some(({ foreign }) => foreign) ?? false)
    return seen ? 'seen' : 'none'
  }

  /** A relation without its schema may be in any. */
  #protects(written: string): boolean {
    const relation = relationOf(written)
    if (relation.includes('.')) return this.#masking.protects(relation)
    return this.#tables.some((table) => table.test(relation))
  }

  /** True for a view that reads a protected relation or runs code. Without the lineage everything may be one. */
  #rebuilt(written: string): boolean {
    const { lineage } = this.#catalogue
    if (!lineage) return true
    if (this.#lineage !== lineage) {
      this.#lineage = lineage
      this.#reading = withBare(lineage.rebuilt((base) => this.#masking.protects(base)))
    }
    return this.#reading.has(relationOf(written))
  }

  /** True when a relation it inherits from, or one that inherits from it, is protected. */
  #kinProtects(written: string): boolean {
    const behind = this.#catalogue.lineage?.behind(`${relationOf(written)}.*`) ?? []
    return behind.some((name) => this.#masking.protects(name.slice(0, name.lastIndexOf('.'))))
  }

  /** What a computed column may carry; undefined when that is not known. */
  carried(
    { outputs, count: statements }: Analysis,
    { index, count, label }: { index: number; count: number; label: string },
    taint: Taint,
  ): readonly string[] | undefined {
    // Outputs are those of the last statement; whether this is the one is not known.
    if (statements > 1 || !outputs || outputs.length !== count || outputs.some(({ star }) => star))
      return undefined
    const output = outputs[index]!
    if (taint === 'untold' || taint === 'lost') return undefined
    if ((output.opaque || empty(output)) && this.#certain(output)) return NOTHING
    if (taint === 'unseen' || taint === 'moved' || output.foreign) return undefined
    if (output.name !== undefined && output.name !== label) return undefined
    return output.sources.flatMap((source) => this.#carriedFrom(source))
  }

  /** True when the text says that the value holds no column, and what makes it may be other code than it says. */
  doubts({ outputs }: Analysis, index: number): boolean {
    const output = outputs?.[index]
    return output !== undefined && (output.opaque || empty(output)) && !this.#certain(output)
  }

  /** What makes the value is the server's own. */
  #certain({ made = NOTHING }: Output): boolean {
    return made.every((name) => !this.#made.is(name) && !(this.#catalogue.lineage?.code.is(name) ?? true))
  }

  /** What the statement itself puts into the column that it returns. */
  written({ name }: Origin, { flows }: Analysis, taint: Taint): readonly string[] {
    if (!flows || taint === 'none') return NOTHING
    const dot = name.lastIndexOf('.')
    const [table, column] = [name.slice(0, dot), name.slice(dot + 1)]
    const into = flows.filter(
      (flow) =>
        !flow.view &&
        table.endsWith(`.${bare(flow.relation ?? '')}`) &&
        (flow.column === undefined ? !flow.named : flow.column === column),
    )
    return into.flatMap(({ sources }) => sources.flatMap((source) => this.#carriedFrom(source)))
  }

  /** A column as a statement writes it (`users.ssn`, `v.*`): its own name where its table is protected, `*` for anything. */
  #carriedFrom(source: string): readonly string[] {
    const dot = source.lastIndexOf('.')
    if (dot === -1) return [source]
    const relation = source.slice(0, dot)
    if (this.#rebuilt(relation)) return ['*']
    const column = source.slice(dot + 1)
    const behind = this.#catalogue.lineage?.behind(`${relationOf(relation)}.${column}`) ?? NOTHING
    return this.#protects(relation) ? [column, ...behind] : behind
  }
}

const NOTHING: readonly string[] = []

/** It reads no column, and calls nothing that may read one. */
const empty = ({ sources, foreign }: Output): boolean => sources.length === 0 && foreign !== true

export const withBare = (relations: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...relations, ...[...relations].map((name) => name.slice(name.indexOf('.') + 1))])

/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }: Analysis): boolean => outputs?.every(({ star }) => !star) ?? false

function glob(pattern: string): RegExp {
  const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's')
}
