// What one connection made before, and what that makes of its next statement.
import type { Analysis, Effect, Flow, Statement } from '../core/statement.ts'
import type { PlacedFlow, watchFlows } from '../masking/flows.ts'
import type { Target } from '../protocols/protocol.ts'
import { type Defined, inBody, onlyDefines } from '../sql/catalogue/definitions.ts'
import { runsAnything } from '../sql/catalogue/loosened.ts'
import { Names } from '../sql/names.ts'
import { lastPart, reachOf } from '../sql/reach.ts'
import { movesOthers } from '../sql/settings.ts'
import { Aliases } from './aliases.ts'
import { askedColumns } from './asked.ts'
import { Definitions } from './defined.ts'
import { Fresh } from './fresh.ts'
import { Keyed } from './keyed.ts'
import { Made } from './made.ts'
import { Views } from './views.ts'

/** Constructs that run the statement itself, now and once. */
const DIRECT = new Set(['with', 'copy', 'create-as', 'on-conflict'])
const OBJECTS = new Set(['table', 'column', 'constraint'])
const QUIET = new Set(['create', 'comment', 'grant', 'revoke', 'transaction'])
const MAKING = new Set(['create', 'alter', 'insert', 'read'])
const NONE: readonly Flow[] = []
const NOTHING: readonly Effect[] = []

/** What a statement exposes, as long as what it was told from is the same. */
interface Exposed {
  readonly analysis: Analysis
  readonly deep: readonly Effect[]
  readonly behind: (source: string) => readonly string[]
  readonly effects: readonly Effect[]
}

interface Running {
  missing: number
  readonly epoch: number
  /** As they were judged. */
  readonly effects: readonly Effect[]
}

export class Facts {
  readonly #watch: ReturnType<typeof watchFlows>
  readonly #target: Pick<Target, 'views' | 'flows' | 'deepen' | 'disguises'>
  readonly #names = new Names()
  /** Every name that was once given to a temporary relation, without its schema. */
  readonly #shadows = new Set<string>()
  /** Code ran that nobody has read: any name may be one of them. */
  #blind = false
  readonly #views = new Views()
  /** Statements without all their answers: how many are missing, and in which epoch they were sent. */
  readonly #running = new Map<Statement, Running>()
  readonly #made = new Made(this.#names)
  readonly #definitions = new Definitions()
  readonly #keyed = new Keyed()
  readonly #aliases = new Aliases()
  /** By the effects without what they expose: statements that are alike have one verdict, and one text in the record. */
  readonly #exposed = new WeakMap<readonly Effect[], Exposed>()
  readonly #fresh: Fresh
  /** Grows when a name that was made may be gone. */
  #epoch = 0
  /** The search path was changed: a name without its schema may mean a permanent table. */
  #moved = false
  /** What was defined, and is not shown yet, would change it. */
  #moving = false

  /** `alone`: nobody else comes between its statements. */
  constructor(
    watch: ReturnType<typeof watchFlows>,
    target: Pick<Target, 'views' | 'flows' | 'deepen' | 'disguises'>,
    { alone = false }: { readonly alone?: boolean } = {},
  ) {
    this.#watch = watch
    this.#target = target
    this.#fresh = new Fresh(this.#names, alone)
  }

  /** True when names without a schema may mean anything by now. */
  get moved(): boolean {
    return this.#moved
  }

  /** True when the name, as a statement writes it, may mean a relation that only this connection sees. */
  hides(relation: string): boolean {
    return this.#moved || this.#blind || this.#shadows.has(lastPart(relation))
  }

  /** What it defined and others do not see yet. */
  get defined(): Defined | undefined {
    return this.#definitions.any ? this.#definitions : undefined
  }

  /** Names, parents and partitions that it made and others do not see yet. */
  get renames(): readonly Flow[] {
    return this.#aliases.flows
  }

  /** No transaction is open and nothing of one is on its way. */
  idle(): void {
    this.shown()
    this.#fresh.close()
    this.#names.idle()
    this.#views.idle()
  }

  /** The target shows what was made. */
  shown(): void {
    this.#definitions.idle()
    this.#aliases.idle()
    this.#names.shown()
    this.#moving = false
  }

  /** The effects as this connection has them: the very array of the analysis, or of the target, when nothing is different. */
  effects(analysis: Analysis): readonly Effect[] | Promise<readonly Effect[]> {
    const deep = this.#target.deepen?.(analysis, this) ?? analysis.effects
    return deep instanceof Promise
      ? deep.then((settled) => this.#here(analysis, settled))
      : this.#here(analysis, deep)
  }

  #here(analysis: Analysis, deep: readonly Effect[]): readonly Effect[] | Promise<readonly Effect[]> {
    const { flows = NONE, compares, probes, trusts } = analysis
    const referred = this.#aliases.refers ? this.#aliases.applied(analysis, deep) : deep
    const effects = this.#ours(analysis, this.#keyed.applied(analysis, referred))
    const watch = this.#watch
    const still = deep === analysis.effects && reads(deep)
    if (!watch || (flows.length === 0 && !compares && !probes && !trusts && still)) return effects
    const go = (behind: (source: string) => readonly string[]) => {
      const known = this.#exposed.get(effects)
      const own = this.#shadows.size > 0 || this.#moved || this.#aliases.any || this.#views.any
      const plain = !own && behind !== anything
      if (plain && known?.analysis === analysis && known.deep === deep && known.behind === behind)
        return known.effects
      const { overflown, flows: views } = this.#views
      const reach = overflown ? anything : behind
      const placed = flows.map((flow) => this.#placed(flow, analysis))
      const shown = watch([...views, ...placed], reach, {
        compares,
        renames: this.#aliases.flows,
        probes: () => askedColumns(analysis, deep, (uses) => this.#target.disguises?.(uses) ?? false),
      })
      // What stays is what was there before; a text of several statements may have put it there itself.
      const before = analysis.count > 1 ? [...views, ...placed.filter(({ view }) => view)] : views
      const hidden = [...(this.#target.flows?.(analysis) ?? NONE), ...this.#views.kept(analysis)]
      const kept = hidden.length === 0 ? NOTHING : watch([...before, ...hidden], reach)
      const exposed = shown.length + kept.length === 0 ? effects : [...effects, ...shown, ...kept]
      if (plain) this.#exposed.set(effects, { analysis, deep, behind, effects: exposed })
      return exposed
    }
    const views = this.#target.views?.() ?? nothing
    return views instanceof Promise ? views.then(go, () => go(anything)) : go(views)
  }

  /** It is about to be sent and run; `judged` are its effects on this connection. */
  runs(statement: Statement, judged: readonly Effect[] = statement.analysis.effects): void {
    const { changes, count } = statement.analysis
    this.#definitions.learn(statement)
    this.#keyed.learn(statement.analysis, judged)
    this.#aliases.learn(statement)
    this.#fresh.runs(statement, judged)
    if (changes.resolution || judged.some((effect) => effect.stored && movesOthers(effect)))
      this.#moved = true
    if (changes.resolution || judged.some(undoes)) this.#forget()
    this.#see(statement.analysis, judged)
    if (!this.#blind) this.#blind = judged.some(runsAnything)
    if (this.#made.any) this.#made.unlearn(judged)
    this.#views.learn(statement)
    if (!this.#moved)
      this.#running.set(statement, { missing: Math.max(1, count), epoch: this.#epoch, effects: judged })
  }

  /** One of its results is here. */
  ended(statement: Statement, failed: boolean): void {
    this.#definitions.ended(statement)
    this.#aliases.ended(statement)
    this.#views.ended(statement)
    if (failed) {
      this.#forget()
      this.#running.clear()
      return
    }
    const running = this.#running.get(statement)
    if (!running || --running.missing > 0) return
    this.#running.delete(statement)
    if (running.epoch !== this.#epoch) return
    const { analysis } = statement
    this.#fresh.ended(statement, running.effects, this.#shadows)
    for (const name of analysis.changes.temporary ?? []) this.#names.addTemporary(name, false)
    if (analysis.changes.schema) this.#made.learn(analysis, running.effects)
  }

  /** What it does to names that were certain. What only a later run of its definitions would do is told by that run. */
  #see(analysis: Analysis, judged: readonly Effect[]): void {
    const defines = onlyDefines(analysis)
    // What the transaction defined is not told once more when something sets it off.
    if (this.#names.clouded && !(judged.length > 0 && judged.every(isQuiet))) {
      this.#names.forget()
      this.#epoch++
      if (this.#moving) this.#moved = true
    }
    for (const effect of judged) {
      if (shadows(effect)) this.#shadows.add(lastPart(effect.name ?? ''))
      const later = effect.via?.[0] === 'definition' || (defines && inBody(effect))
      if (later && effect.action === 'set') this.#moving = true
      if (!this.#names.sees(effect, later)) continue
      this.#epoch++
      if (effect.stored) this.#names.shut()
    }
  }

  #forget(): void {
    this.#made.forget()
    this.#names.forget()
    this.#epoch++
  }

  /** While an answer is missing, a table may be gone that was there. The second statement of a text may mean another table. */
  #ours(analysis: Analysis, known: readonly Effect[]): readonly Effect[] {
    if (analysis.count !== 1) return this.#unsure(known)
    if (this.#moved || this.#running.size > 0) return known
    const made = this.#made.any ? this.#made.applied(known) : known
    const effects = this.#names.any ? this.#fresh.applied(analysis, made) : made
    if (!this.#names.any || !effects.some((effect) => this.#isOurs(effect))) return effects
    return effects.map((effect) => (this.#isOurs(effect) ? { ...effect, temporary: true } : effect))
  }

  /** Stored code that moves names, or a temporary view, comes between what the text makes and what it does with it. */
  #unsure(effects: readonly Effect[]): readonly Effect[] {
    if (!effects.some(isTold)) return effects
    const moved = effects.some((effect) => effect.stored && isMoved(effect))
    const unsure = (effect: Effect) =>
      isTold(effect) &&
      !MAKING.has(effect.action) &&
      (moved || this.#names.isVeiled(lastPart(effect.name ?? '')))
    if (!effects.some(unsure)) return effects
    return effects.map((effect) => {
      if (!unsure(effect)) return effect
      const { temporary: _, ...rest } = effect
      return rest
    })
  }

  #isOurs({ name, object, stored, via = [] }: Effect): boolean {
    if (name === undefined || stored || !OBJECTS.has(object)) return false
    if (!this.#names.isTemporary(name.replace(/^pg_temp\./, ''))) return false
    return via.every((step) => DIRECT.has(step))
  }

  /** A temporary table hides the one that the masks know by that name; so may the search path. */
  #placed(flow: Flow, { effects, changes }: Analysis): PlacedFlow {
    const { relation } = flow
    if (relation === undefined || relation.includes('.')) return flow
    const hidden =
      this.#shadows.has(relation) || effects.some((effect) => shadows(effect) && effect.name === relation)
    return hidden || this.#moved || changes.resolution ? { ...flow, elsewhere: true } : flow
  }
}

/** It only defines: nothing runs that was defined before. */
const isQuiet = ({ action, object, via }: Effect): boolean =>
  via === undefined && QUIET.has(action) && object !== 'column' && object !== 'constraints'

/** Of a table that the text makes itself; `pg_temp.x` is one in any case. */
const isTold = ({ temporary, stored, name = '' }: Effect): boolean =>
  temporary === true && !stored && !name.startsWith('pg_temp.')

/** It makes a temporary relation. */
const shadows = ({ action, temporary }: Effect): boolean => action === 'create' && temporary === true

const isMoved = (effect: Effect): boolean => {
  const reach = reachOf(effect)
  return reach === 'all' || (reach.taken.length > 0 && effect.action !== 'create')
}

/** Nothing stays, and nothing is defined. */
const reads = (effects: readonly Effect[]): boolean =>
  effects.every(({ action }) => action === 'read' || action === 'transaction')

const nothing = (): readonly string[] => []
const anything = (): readonly string[] => ['*']

const undoes = ({ action, object, detail = '' }: Effect): boolean =>
  (action === 'transaction' && (object === 'two-phase' || /^(rollback|prepare)/.test(detail))) ||
  (action === 'set' && object === 'session')
