// From a result's description to a mask per column, made once per description.

import type { Masks } from '../../core/grant.ts'
import type { Analysis } from '../../core/statement.ts'
import { withCatalogue } from '../../masking/index.ts'
import type { CellMask, Column, Masking } from '../../masking/mask.ts'
import type { Catalogue, Origin } from './catalogue.ts'
import { CopyMask, type CopyPlan, copyPlan } from './copy.ts'
import { type Field, readRowDescription } from './frames.ts'
import { bare, relationOf } from './identifiers.ts'
import type { Lineage } from './lineage.ts'
import { MadeCode } from './made-code.ts'
import type { Upheaval } from './upheaval.ts'

/** Masks of one result shape. */
export class Plan {
  readonly masks: readonly (CellMask | null)[]
  /** Index of the last column that has a mask. */
  readonly last: number
  #counts = new Map<string, number>()

  constructor(masks: readonly (CellMask | null)[]) {
    this.masks = masks
    this.last = masks.findLastIndex((mask) => mask !== null)
  }

  count(label: string): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1)
  }

  /** Masked cells by label since the last call; undefined when there were none. */
  counted(): Record<string, number> | undefined {
    if (this.#counts.size === 0) return undefined
    const counted = Object.fromEntries(this.#counts)
    this.#counts = new Map()
    return counted
  }
}

/**
 * What a statement's results may carry of protected columns: nothing, what its outputs say, or anything,
 * because it reads through a view, a name or code that its text does not show. `moved`: what it names may not be
 * what the catalogue knows by that name.
 */
export type Taint = 'none' | 'seen' | 'unseen' | 'moved'

const TAINTS: readonly Taint[] = ['none', 'seen', 'unseen', 'moved']
export const stronger = (one: Taint, other: Taint): Taint =>
  TAINTS.indexOf(one) > TAINTS.indexOf(other) ? one : other

interface Known {
  readonly generation: number
  readonly taint: Taint
  readonly body: Buffer
  readonly plan: Plan | null
}

/** Shapes kept per statement: a multi-statement query has several results. */
const KEPT_SHAPES = 8

export class Plans {
  /** Nothing is masked: results need not be looked at. */
  readonly inert: boolean
  readonly masksColumns: boolean
  /** For what returns no rows. */
  readonly none = new Plan([])
  readonly #masking: Masking
  readonly #catalogue: Catalogue
  readonly #shapes = new WeakMap<Analysis, Known[]>()
  readonly #taints = new WeakMap<Analysis, { generation: number; taint: Taint }>()
  readonly #copies = new WeakMap<Analysis, { generation: number; plan: CopyPlan | null }>()

  /** Code that this session makes. */
  readonly #made = new MadeCode()
  /** Table parts of the patterns. */
  readonly #tables: readonly RegExp[]
  /** Relations that read protected ones, with and without schema, of the lineage they were made from. */
  #reading: ReadonlySet<string> = new Set()
  #lineage: Lineage | undefined

  constructor(masking: Masking, catalogue: Catalogue, columns: Masks['columns']) {
    this.#masking = masking
    this.#catalogue = catalogue
    this.inert = masking.inert
    this.masksColumns = columns.length > 0
    this.#tables = withCatalogue(columns).map(({ pattern }) => glob(pattern.split('.').at(-2) ?? '*'))
  }

  /** The catalogue changed: what was resolved is asked for again. */
  invalidate(changed: Upheaval): void {
    if (changed !== 'none') this.#catalogue.invalidate(changed === 'all')
  }

  /** It is about to be sent and run. */
  runs({ effects }: Analysis): void {
    if (this.masksColumns) this.#made.note(effects)
  }

  /** Undefined when what views read is known; else a promise that rejects when the target does not answer. */
  ready(): Promise<void> | undefined {
    return !this.masksColumns || this.#catalogue.lineage ? undefined : this.#catalogue.load()
  }

  taint(analysis: Analysis): Taint {
    if (!this.masksColumns) return 'none'
    const { generation } = this.#catalogue
    const known = this.#taints.get(analysis)
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
    this.#taints.set(analysis, { generation, taint })
    return taint
  }

  /** Names of views and the like that read a relation for which `test` holds, with and without schema. */
  reading(test: (base: string) => boolean): ReadonlySet<string> {
    return withBare(this.#catalogue.lineage?.reading(test) ?? new Set())
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

  /** Masks of the rows that `body` (a RowDescription's body) describes; null when all pass. */
  rows(analysis: Analysis, taint: Taint, body: Buffer): Plan | null | Promise<Plan | null> {
    const known = this.#shapes.get(analysis)
    if (known)
      for (const shape of known)
        if (
          shape.generation === this.#catalogue.generation &&
          shape.taint === taint &&
          shape.body.equals(body)
        )
          return shape.plan
    const kept = Buffer.from(body)
    const fields = readRowDescription(kept, 0, kept.length)
    const make = () => {
      const plan = this.#masking.plan(
        fields.map((field, index) => this.#column(field, index, fields.length, analysis, taint)),
      )
      const made = plan && new Plan(plan)
      const shapes = this.#shapes.get(analysis) ?? []
      shapes.unshift({ generation: this.#catalogue.generation, taint, body: kept, plan: made })
      this.#shapes.set(analysis, shapes.slice(0, KEPT_SHAPES))
      return made
    }
    if (this.#catalogue.knows(fields)) return make()
    return this.#catalogue.learn(fields).then(make)
  }

  /** The name of a plain column in the catalogue; undefined when it is computed or not known. */
  nameOf({ table, attribute }: Field): string | undefined {
    const name = this.#catalogue.origin(table, attribute)?.name
    return name?.slice(name.lastIndexOf('.') + 1)
  }

  #column(field: Field, index: number, count: number, analysis: Analysis, taint: Taint): Column {
    const { label, format } = field
    const { name, constant } = this.#catalogue.type(field.type) ?? {}
    const type = { ...(name !== undefined && { type: name }), ...(constant && { constant }) }
    if (taint === 'moved') return { label, format, ...type }
    const origin = this.#catalogue.origin(field.table, field.attribute)
    if (origin)
      return { label, format, ...type, ...fromOrigin(origin, this.#written(origin, analysis, taint)) }
    const carries = taint === 'none' ? [] : this.#carried(analysis, index, count, label, taint)
    return { label, format, ...type, ...(carries ? { carries } : {}) }
  }

  /** What a computed column may carry; undefined when that is not known. */
  #carried(
    { outputs, count: statements }: Analysis,
    index: number,
    count: number,
    label: string,
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
  #written({ name }: Origin, { flows }: Analysis, taint: Taint): readonly string[] {
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

  /** The mask of a COPY TO STDOUT; null when it passes. Rejects when its columns cannot be resolved. */
  async copy(analysis: Analysis, resolution: boolean): Promise<CopyMask | null> {
    const options = analysis.copy
    if (!options) return null
    let known = this.#copies.get(analysis)
    if (!known || known.generation !== this.#catalogue.generation || resolution) {
      const fields = await this.#catalogue.describeCopy(options, resolution)
      const format = options.format === 'binary' ? 'binary' : 'text'
      const taint = this.taint(analysis)
      const columns = fields.map((field, index) =>
        this.#column({ ...field, format }, index, fields.length, analysis, taint),
      )
      const masks = this.#masking.plan(columns)
      known = { generation: this.#catalogue.generation, plan: masks && copyPlan(masks, options) }
      this.#copies.set(analysis, known)
    }
    return known.plan && new CopyMask(known.plan)
  }
}

const NOTHING: readonly string[] = []

const withBare = (relations: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...relations, ...[...relations].map((name) => name.slice(name.indexOf('.') + 1))])

/** True when each output column's own expression is known, so that functions show there. */
const told = ({ outputs }: Analysis): boolean => outputs?.every(({ star }) => !star) ?? false

function fromOrigin(origin: Origin, written: readonly string[]): Pick<Column, 'origin' | 'carries'> {
  const carries = [...(origin.carries ?? []), ...written]
  return carries.length > 0 ? { origin: origin.name, carries } : { origin: origin.name }
}

function glob(pattern: string): RegExp {
  const literals = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's')
}
