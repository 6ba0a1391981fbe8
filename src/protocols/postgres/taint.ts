// How much of what a statement returns may be protected, by its text and what the catalogue says of the names in it.
import type { Masks } from '../../core/grant.ts'
import type { Analysis, Effect, Uses } from '../../core/statement.ts'
import { withCatalogue } from '../../masking/index.ts'
import type { Masking } from '../../masking/mask.ts'
import type { Catalogue, Origin } from './catalogue.ts'
import { bare, relationOf } from './identifiers.ts'
import type { Lineage } from './lineage.ts'
import { MadeCode } from './made-code.ts'

/**
 * What a statement's results may carry of protected columns: nothing, what its outputs say, or anything,
 * because it reads through a view, a name or code that its text does not show. `moved`: what it names may not be
 * what the catalogue knows by that name.
 */
export type Taint = 'none' | 'seen' | 'unseen' | 'moved'

const TAINTS: readonly Taint[] = ['none', 'seen', 'unseen', 'moved']
export const stronger = (one: Taint, other: Taint): Taint =>
  TAINTS.indexOf(one) > TAINTS.indexOf(other) ? one : other

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
    this.#made.note(effects)
  }

  /** True when one of the names may mean code of the database; the catalogue may know it, or this session have made it. */
  disguises(uses: Uses): boolean {
    return (this.#catalogue.lineage?.disguises(uses) ?? true) || this.#made.in(uses)
  }

  of(analysis: Analysis): Taint {
    const { generation } = this.#catalogue
    const known = this.#known.get(analysis)
    if (known?.generation === generation) return known.taint
    const unseen =
      analysis.relations.some((relation) => this.#rebuilt(relation)) ||
      (this.#catalogue.lineage?.disguises(analysis.uses) ?? true) ||
      this.#made.in(analysis.uses) ||
      analysis.effects.some(({ action }) => action === 'unknown' || (action === 'call' && !told(analysis)))
    const seen =
      analysis.relations.some((relation) => this.#protects(relation) || this.#kinProtects(relation)) ||
      (analysis.outputs?.some(({ foreign }) => foreign) ?? false)
    const taint = unseen ? 'unseen' : seen ? 'seen' : 'none'
    this.#known.set(analysis, { generation, taint })
    return taint
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
    if (output.opaque) return NOTHING
    if (taint === 'unseen' || output.foreign) return undefined
    if (output.name !== undefined && output.name !== label) return undefined
    return output.sources.flatMap((source) => this.#carriedFrom(source))
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

export const withBare = (relations: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...relations, ...[...relations].map((name) => name.slice(name.indexOf('.') + 1))])

/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }: Analysis): boolean => outputs?.every(({ star }) => !star) ?? false

function glob(pattern: string): RegExp {
  const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's')
}
