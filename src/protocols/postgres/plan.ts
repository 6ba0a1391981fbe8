// From a result's description to a mask per column, made once per description.

import type { Masks } from '../../core/grant.ts'
import type { Analysis, Flow, Uses } from '../../core/statement.ts'
import type { Behind } from '../../masking/flows.ts'
import type { CellMask, Column, Masking } from '../../masking/mask.ts'
import type { Catalogue, Origin } from './catalogue.ts'
import { CopyMask, type CopyPlan, copyPlan } from './copy.ts'
import { type Field, readRowDescription } from './frames.ts'
import { hiddenFlows } from './hidden.ts'
import type { Lineage } from './lineage.ts'
import { type Taint, Taints, withBare } from './taint.ts'
import type { Upheaval } from './upheaval.ts'

/** Masks of one result shape. */
export class Plan {
  readonly masks: readonly (CellMask | null)[]
  /** Index of the last column that has a mask. */
  readonly last: number
  /** A row would show constants that nobody tells from values: see `withhold` of answers.ts. */
  readonly silent: boolean
  #counts = new Map<string, number>()

  constructor(masks: readonly (CellMask | null)[], silent = false) {
    this.masks = masks
    this.silent = silent
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

interface Known {
  readonly generation: number
  readonly taint: Taint
  readonly body: Buffer
  readonly plan: Plan | null
}

/** Types whose masks people can tell from values. */
const TEXTS = new Set(['text', 'varchar', 'bpchar', 'name', 'unknown', 'citext'])
const MOST_TRIES = 5

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
  readonly #copies = new WeakMap<Analysis, { generation: number; plan: CopyPlan | null }>()
  readonly #taints: Taints
  #behind:
    | { readonly generation: number; readonly lineage: Lineage | undefined; readonly tell: Behind }
    | undefined

  constructor(masking: Masking, catalogue: Catalogue, columns: Masks['columns']) {
    this.#masking = masking
    this.#catalogue = catalogue
    this.inert = masking.inert
    this.masksColumns = columns.length > 0
    this.#taints = new Taints(masking, catalogue, columns)
  }

  /** The catalogue changed: what was resolved is asked for again. */
  invalidate(changed: Upheaval): void {
    if (changed !== 'none') this.#catalogue.invalidate(changed === 'all')
  }

  /** It is about to be sent and run. */
  runs({ effects }: Analysis): void {
    if (this.masksColumns) this.#taints.runs(effects)
  }

  /** Undefined when what views read is known; else a promise that rejects when the target does not answer. */
  ready(): Promise<void> | undefined {
    if (!this.masksColumns || this.#catalogue.lineage) return undefined
    // What was asked before the last change says nothing.
    return this.#catalogue.load().then(() => this.ready())
  }

  /** What is behind a column of a view or partition. The very function while `flows` and `disguises` say the same. */
  get behind(): Behind {
    const { generation, lineage } = this.#catalogue
    const known = this.#behind
    if (known?.generation === generation && known.lineage === lineage) return known.tell
    const tell = (source: string) => this.#catalogue.lineage?.behind(source) ?? ['*']
    this.#behind = { generation, lineage, tell }
    return tell
  }

  /** True when one of the names may mean code of the database. */
  disguises(uses: Uses): boolean {
    return this.masksColumns && this.#taints.disguises(uses)
  }

  taint(analysis: Analysis): Taint {
    return this.masksColumns ? this.#taints.of(analysis) : 'none'
  }

  /** Names of views and the like that read a relation for which `test` holds, with and without schema; undefined when not known. */
  reading(test: (base: string) => boolean): ReadonlySet<string> | undefined {
    const { lineage } = this.#catalogue
    return lineage && withBare(lineage.reading(test))
  }

  /** See `Target.flows`. */
  flows(analysis: Analysis): readonly Flow[] {
    if (!this.masksColumns) return []
    return hiddenFlows(analysis, this.#catalogue.lineage, (uses, casts) => this.#taints.hides(uses, casts))
  }

  /** Masks of the rows that `body` (a RowDescription's body) describes; null when all pass. */
  rows(analysis: Analysis, tainted: () => Taint, body: Buffer): Plan | null | Promise<Plan | null> {
    const known = this.ready() ? undefined : this.#shapes.get(analysis)
    const before = known && tainted()
    if (known)
      for (const shape of known)
        if (
          shape.generation === this.#catalogue.generation &&
          shape.taint === before &&
          shape.body.equals(body)
        )
          return shape.plan
    const kept = Buffer.from(body)
    const fields = readRowDescription(kept, 0, kept.length)
    const make = () => {
      const taint = tainted()
      const plan = this.#masking.plan(
        fields.map((field, index) => this.#column(field, index, fields.length, analysis, taint)),
      )
      const lost = taint === 'moved' || taint === 'lost'
      const silent = fields.some(
        ({ type }, index) =>
          plan?.[index] && !this.#isText(type) && (lost || this.#taints.doubts(analysis, index)),
      )
      const made = plan && new Plan(plan, silent)
      const shapes = this.#shapes.get(analysis) ?? []
      shapes.unshift({ generation: this.#catalogue.generation, taint, body: kept, plan: made })
      this.#shapes.set(analysis, shapes.slice(0, KEPT_SHAPES))
      return made
    }
    const waiting = this.ready()
    if (!waiting && this.#catalogue.knows(fields)) return make()
    // What is learned may be forgotten at once.
    const learned = async (tries: number): Promise<Plan | null> => {
      await this.ready()
      await this.#catalogue.learn(fields)
      if (this.#catalogue.knows(fields) && this.#catalogue.lineage) return make()
      if (tries === 0) throw new Error('the catalogue changes all the time')
      return learned(tries - 1)
    }
    return learned(MOST_TRIES)
  }

  /** A mask of it reads as one. */
  #isText(type: number): boolean {
    return TEXTS.has(this.#catalogue.type(type)?.name ?? '')
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
    const moved = taint === 'moved' || taint === 'lost'
    const origin = moved ? undefined : this.#catalogue.origin(field.table, field.attribute)
    if (origin)
      return { label, format, ...type, ...fromOrigin(origin, this.#taints.written(origin, analysis, taint)) }
    const carries = taint === 'none' ? [] : this.#taints.carried(analysis, { index, count, label }, taint)
    return { label, format, ...type, ...(carries ? { carries } : {}) }
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

function fromOrigin(
  origin: Origin,
  written: readonly string[],
): Pick<Column, 'origin' | 'carries' | 'plain'> {
  const carries = [...(origin.carries ?? []), ...written]
  if (carries.length === 0) return { origin: origin.name }
  return { origin: origin.name, carries, ...(origin.plain && written.length === 0 && { plain: true }) }
}
