// What the database itself would add to a statement, by what its catalogue says.
import type { Analysis, Effect, Flow, Pins, Uses } from '../../core/statement.ts'
import type { Analyser } from '../analyser.ts'
import { namesBehind, takenAlong } from '../keys.ts'
import { movesNames, movesOthers } from '../settings.ts'
import { called, madeOf, named, stepOf } from './calls.ts'
import { Code } from './code.ts'
import { type Defined, later, onlyDefines } from './definitions.ts'
import { fired } from './events.ts'
import { mostPicked } from './keys.ts'
import { merged } from './merged.ts'
import type { Scope } from './names.ts'
import { resetOptions } from './options.ts'
import { relied } from './reliances.ts'
import { renamedBy } from './renames.ts'
import { retyped } from './retypes.ts'
import { modelled, touch } from './rows.ts'
import { type Reading, Run } from './run.ts'
import { Schema } from './schema.ts'
import { sized, wholeTable } from './sizes.ts'
import type { Relation, Snapshot } from './snapshot.ts'
import { forMany, type Step, spread } from './step.ts'
import { plainCasts } from './types.ts'
import { catalogView, throughView } from './views.ts'

export interface SchemaFacts {
  readonly snapshot: Snapshot
  /**
   * The effects together with what stored code adds (`stored`), with sizes of relations. The very array of the analysis
   * when nothing is added. `moved`: a name without its schema may mean any of that name. A promise only while stored
   * code is analysed for the first time. Never rejects: what cannot be told is an effect `unknown`.
   */
  deepen(
    analysis: Analysis,
    options: {
      readonly moved: boolean
      /** `flows` of renames and moves that the connection made and others do not see yet; nothing is kept with them. */
      readonly renames?: readonly Flow[]
      /** What the connection defined and others do not see yet; nothing is kept with it either. */
      readonly defined?: Defined | undefined
    },
  ): readonly Effect[] | Promise<readonly Effect[]>
  /** How many rows of its relation there are at most for which these hold; undefined when no key tells. */
  most(pins: Pins): number | undefined
  /** The relations that a name in an effect may mean. */
  relations(name: string, options: { readonly moved: boolean }): readonly Relation[]
}

/** What a connection brings along; `renames` and `defined` as in `deepen`. */
interface Situation {
  readonly moved: boolean
  readonly renames: readonly Flow[]
  readonly defined: Defined | undefined
}

/** The analyser stays its owner's to close. */
export function createCatalogue(snapshot: Snapshot, analyser: Analyser): SchemaFacts {
  const schema = new Schema(snapshot)
  const code = new Code(analyser)
  const most = new WeakMap<Pins, number | 'unknown'>()
  const known = [new WeakMap<Analysis, readonly Effect[]>(), new WeakMap<Analysis, readonly Effect[]>()]
  /** Undefined when what is found cannot be kept. */
  const keeper = ({ moved, renames, defined }: Situation) =>
    renames.length === 0 && !defined ? known[moved ? 1 : 0] : undefined

  const attempt = (analysis: Analysis, situation: Situation): readonly Effect[] | undefined => {
    const scope = situation.moved || movesItself(analysis) ? null : snapshot.searchPath
    const renamed = renamedBy(analysis, situation.renames)
    const begin = () =>
      new Run(schema, code, read, { renamed, defined: situation.defined, own: analysis.effects })
    const first = deepened(analysis, scope, begin)
    // Code that changes the search_path changes what stands behind it, too.
    const again = scope !== null && first.some((effect) => effect.stored && movesOthers(effect))
    const found = again ? deepened(analysis, null, begin) : first
    if (code.busy) return undefined
    keeper(situation)?.set(analysis, found)
    return found
  }
  const rounds = async (analysis: Analysis, situation: Situation): Promise<readonly Effect[]> => {
    try {
      // Each round sees one step further into the code.
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await code.settled()
        const found = attempt(analysis, situation)
        if (found) return found
      }
      return failed(analysis, 'stored code is nested too deeply')
    } catch {
      return failed(analysis, 'the catalogue could not be used')
    }
  }
  return {
    snapshot,
    deepen(analysis, { moved, renames = [], defined }) {
      const situation = { moved, renames, defined }
      const before = keeper(situation)?.get(analysis)
      if (before) return before
      try {
        return attempt(analysis, situation) ?? rounds(analysis, situation)
      } catch {
        return failed(analysis, 'the catalogue could not be used')
      }
    },
    most(pins) {
      const found = most.get(pins) ?? mostPicked(pins, schema) ?? 'unknown'
      most.set(pins, found)
      return found === 'unknown' ? undefined : found
    },
    relations: (name, { moved }) => schema.relations.first(name, moved ? null : snapshot.searchPath),
  }
}

const MOST_ROUNDS = 500

function failed({ effects }: Analysis, detail: string): readonly Effect[] {
  return [...effects, { action: 'unknown', object: 'catalogue', detail }]
}

/** True when the text itself changes what names mean on its way. */
const movesItself = ({ effects, changes }: Analysis): boolean =>
  changes.resolution && effects.some(({ action, name }) => action === 'set' && movesNames(name ?? 'all'))

/** The statement's own effects, and behind them what is stored; what only its definitions would set off is marked. */
function deepened(analysis: Analysis, scope: Scope, begin: () => Run): readonly Effect[] {
  const { effects, uses } = analysis
  const step: Step = { via: [], through: '', scope, assigned: uses?.assigned ?? [] }
  const run = begin()
  const calls = new Set<string>()
  const told = merged(relied(retyped(effects, analysis, scope, run), analysis, scope, run), scope, run)
  let changed = told !== effects
  const own = told.flatMap((effect) => {
    const found = ownEffect(effect, analysis, step, calls, run)
    changed ||= found !== effect
    return found ? [found, ...resetOptions(effect, scope, run), ...catalogView(effect, scope, run)] : []
  })
  changed ||= own.length > told.length
  if (uses) {
    named(uses, calls, step, run)
    madeOf(uses, effects, step, run)
  }
  for (const name of uses?.models ?? [])
    for (const model of run.relations(name, scope)) modelled(model, writesNew(effects, scope, run), step, run)
  const defines = onlyDefines(analysis)
  // Event triggers run at once, whatever a body does.
  const now = defines ? begin() : run
  if (uses || !effects.every(still)) {
    plainCasts(step, run)
    if (!defines) now.definedAnywhere(step)
  }
  fired(own, step, now)
  const found = defines ? [...run.added.map(later), ...now.added] : run.added
  const added = [...found, ...found.flatMap((effect) => alongWith(effect, analysis))]
  return changed || added.length > 0 ? [...own, ...added] : effects
}

/** What foreign keys of the text itself take along with what stored code changes. */
const alongWith = (effect: Effect, { keys = [], flows = [] }: Analysis): readonly Effect[] =>
  keys.length === 0 ? [] : takenAlong(effect, keys, undefined, (name) => namesBehind(name, flows))

/** It touches nothing that has code. */
const still = ({ action, object }: Effect): boolean =>
  action === 'transaction' || (action === 'set' && object === 'setting')

function ownEffect(
  effect: Effect,
  { effects, uses }: Analysis,
  step: Step,
  calls: Set<string>,
  run: Run,
): Effect | undefined {
  if (isCall(effect)) {
    calls.add(effect.name)
    const why = called(effect.name, { ...stepOf(effect.name, uses, step, run), via: effect.via ?? [] }, run)
    if (why === undefined || madeHere(effect.name, effects, run)) return undefined
    return { ...effect, detail: why }
  }
  if (
    effect.action === 'rename' &&
    effect.object === 'index' &&
    run.relations(effect.name ?? '', step.scope).length > 0
  )
    return sized({ ...effect, object: 'table' }, run.schema, step.scope)
  const seen = wholeTable(throughView(effect, step.scope, run), run.schema, step.scope)
  touch(seen, { ...filling(effect, uses, step), via: effect.via ?? [] }, run)
  return sized(seen, run.schema, step.scope)
}

/** The step at which rows come to the relation, or a view is read. */
const filling = ({ action, name }: Effect, uses: Uses | undefined, step: Step): Step =>
  action === 'copy-in' || (name !== undefined && uses?.many?.includes(name)) ? forMany(step) : step

const WRITES = new Set(['insert', 'update', 'delete', 'copy-in'])

/** The text writes to a relation that was not there before. */
const writesNew = (effects: readonly Effect[], scope: Scope, run: Run): boolean =>
  effects.some(
    ({ action, name, temporary }) =>
      WRITES.has(action) && name !== undefined && !temporary && run.relations(name, scope).length === 0,
  )

/** The text makes the function that it calls, so what that does stands in the text; and there is no other of that name. */
const madeHere = (name: string, effects: readonly Effect[], run: Run): boolean =>
  run.schema.routines.all(name, null).length === 0 &&
  effects.some(
    (effect) =>
      effect.action === 'create' && effect.object === 'function' && effect.name === name && !effect.via,
  )

const isCall = (effect: Effect): effect is Effect & { readonly name: string } =>
  effect.action === 'call' && effect.object === 'function' && effect.name !== undefined

/** Takes in what stored code does. */
function read(
  { effects, uses }: Analysis,
  step: Step,
  { skipped = 0, judged = false }: Reading,
  run: Run,
): void {
  const calls = new Set<string>()
  for (const each of effects) {
    const effect = spread(each, step)
    const here = { ...step, via: [...step.via, ...(effect.via ?? []).slice(skipped)] }
    if (isCall(effect)) {
      calls.add(effect.name)
      const why = called(effect.name, stepOf(effect.name, uses, here, run), run)
      // The body of what the connection defined is read under its own name.
      if (why !== undefined && !(judged && run.isDefined(effect.name)))
        run.add({ ...effect, detail: why }, step, skipped)
    } else {
      if (!judged || effect !== each) run.add(effect, step, skipped)
      touch(effect, filling(effect, uses, here), run)
    }
  }
  if (uses) named(uses, calls, step, run)
}
