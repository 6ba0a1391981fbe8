// What a statement means on one connection: what the names that it uses stand for, and how far it may be from its text.
import type { Analysis, Effect, Statement, Uses } from '../../core/statement.ts'
import type { Exchange } from './exchange.ts'
import { bare, wireName } from './identifiers.ts'
import type { Drifted, Reading } from './moved.ts'
import { declares, executes, names, uses } from './naming.ts'
import type { Run } from './run.ts'
import { stronger, type Taint } from './taint.ts'

const DRIFTED: Readonly<Record<Drifted, Taint>> = {
  no: 'none',
  renamed: 'unseen',
  moved: 'moved',
  lost: 'lost',
}

export class Meaning {
  readonly #x: Exchange
  readonly reading: Reading

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.reading = (test) => exchange.shared.plans.reading(test)
  }

  /** How much of what `statement` returns or complains about may be protected. */
  taint(statement: Statement, standing = this.standing(statement)): Taint {
    const { plans } = this.#x.shared
    if (!plans.masksColumns) return 'none'
    const drifted = this.#drifted(statement, standing)
    const [only] = standing?.length === 1 ? standing : []
    if (only && !names(only) && told(statement.analysis, only.analysis))
      return stronger(drifted, stronger(plans.taint(statement.analysis), plans.taint(only.analysis)))
    // What another name stands for was not described with this statement's text.
    const other = standing?.some((named) => !named || plans.taint(named.analysis) !== 'none' || names(named))
    return stronger(drifted, other ? 'untold' : plans.taint(statement.analysis))
  }

  /** The same of a run, whose names may stand for something else by now. */
  taintOf(run: Run): Taint {
    const taint = this.taint(run.statement, run.standing)
    const { code, plans } = this.#x.shared
    const doubtful = run.doubtful || (run.name !== '' && code.opensCursors)
    return doubtful && plans.masksColumns ? stronger(taint, 'untold') : taint
  }

  #drifted(statement: Statement, standing: readonly (Statement | undefined)[] | undefined): Taint {
    const { drift } = this.#x.shared
    let taint = this.#fetched(statement, standing)
    if (!drift.any) return taint
    for (const each of [statement, ...(standing ?? [])]) {
      if (!each) continue
      const drifted = drift.touches(each.analysis, this.reading)
      // What it writes shows under names that the catalogue does not have.
      taint = stronger(taint, drifted === 'renamed' && each.analysis.flows ? 'moved' : DRIFTED[drifted])
    }
    return taint
  }

  /** A cursor that outlives its transaction shows what definitions said when it was declared. */
  #fetched({ analysis }: Statement, standing: readonly (Statement | undefined)[] | undefined): Taint {
    const { names, shared } = this.#x
    for (const { action, object, name = '' } of analysis.effects)
      if (action === 'cursor' && object === 'fetch' && names.portal(wireName(name))?.outdated) return 'moved'
    return shared.drift.shifted && standing?.includes(undefined) ? 'moved' : 'none'
  }

  /** What the names that it executes or fetches from stand for as of now; undefined when it uses none. */
  standing(statement: Statement): readonly (Statement | undefined)[] | undefined {
    const { names, shared } = this.#x
    const { effects } = statement.analysis
    if (!effects.some(uses)) return undefined
    const declared = new Set(effects.filter(declares).map(({ name }) => name))
    return effects.filter(uses).flatMap((effect) => {
      const name = wireName(effect.name ?? '')
      if (effect.action === 'execute') return [names.prepared(name)]
      const run = names.portal(name)
      const certain = run && !run.doubtful && !shared.code.opensCursors
      const portal = certain ? run.statement : undefined
      return declared.has(effect.name) ? (run ? [statement, portal] : [statement]) : [portal]
    })
  }

  /** True when the side connection surely describes the same relations. */
  copies({ analysis }: Statement): boolean {
    const { temporary, moved, shared } = this.#x
    if (moved.all || shared.drift.touches(analysis, this.reading) !== 'no') return false
    return analysis.relations.every((relation) => {
      const name = bare(relation)
      if (moved.made.has(name)) return false
      return relation.includes('.') || !(temporary.has('*') || temporary.has(name))
    })
  }

  /** What a lone EXECUTE or FETCH returns is what its name stands for returns. */
  #shown({ effects, count }: Analysis): Pick<Analysis, 'outputs' | 'flows'> {
    const [effect, ...others] = effects.filter(uses)
    if (!effect || others.length > 0 || count !== 1) return {}
    const name = wireName(effect.name ?? '')
    const { names } = this.#x
    const run = effect.action === 'execute' ? undefined : names.portal(name)
    const statement =
      run && !run.doubtful ? run.statement : executes(effect) ? names.prepared(name) : undefined
    const { outputs, flows } = statement?.analysis ?? {}
    return { ...(outputs && { outputs }), ...(flows && { flows }) }
  }

  /** `EXECUTE name` of what this connection prepared does what was judged then. */
  resolved(analysis: Analysis): Analysis {
    if (!analysis.effects.some(executes))
      return analysis.effects.some(uses) ? { ...analysis, ...this.#shown(analysis) } : analysis
    const effects: Effect[] = []
    const relations = new Set(analysis.relations)
    let usage = analysis.uses
    const relies = new Set(analysis.relies)
    for (const effect of analysis.effects) {
      const prepared = executes(effect) ? this.#x.names.prepared(wireName(effect.name ?? '')) : undefined
      effects.push(prepared ? { ...effect, detail: 'prepared on this connection' } : effect)
      for (const inner of prepared?.analysis.effects ?? [])
        if (inner.action !== 'prepare') effects.push({ ...asRun(inner, effect), via: ['execute'] })
      for (const relation of prepared?.analysis.relations ?? []) relations.add(relation)
      for (const on of prepared?.analysis.relies ?? []) relies.add(on)
      usage = both(usage, prepared && usesOf(prepared.analysis, effect))
    }
    const known = {
      effects,
      relations: [...relations],
      ...(usage && { uses: usage }),
      ...(relies.size > 0 && { relies: [...relies] }),
    }
    return { ...analysis, ...known, ...this.#shown(analysis) }
  }
}

/** EXECUTE with values that nobody knows, or any number of times. */
const isOpen = ({ rows }: Effect): boolean => rows === 'unknown'

const asRun = (inner: Effect, execute: Effect): Effect => {
  const few = inner.rows === 'some' || inner.rows === 'one'
  const changes = inner.action === 'update' || inner.action === 'delete'
  return isOpen(execute) && few && changes ? { ...inner, rows: 'unknown' } : inner
}

function usesOf({ uses, relations }: Analysis, execute: Effect): Uses | undefined {
  if (!uses || !isOpen(execute)) return uses
  const { functions, operators, types, fields } = uses
  return { ...uses, many: [...functions, ...operators, ...types, ...fields, ...relations] }
}

/** The statement's outputs are those of what its name stands for now. */
const told = ({ outputs }: Analysis, named: Analysis): boolean =>
  outputs !== undefined && outputs === named.outputs

function both(one: Uses | undefined, other: Uses | undefined): Uses | undefined {
  if (!one || !other) return one ?? other
  return {
    functions: [...one.functions, ...other.functions],
    operators: [...one.operators, ...other.operators],
    types: [...one.types, ...other.types],
    fields: [...one.fields, ...other.fields],
    assigned: [...one.assigned, ...other.assigned],
    ...list('models', one, other),
    ...list('many', one, other),
    ...list('beside', one, other),
  }
}

function list(key: 'models' | 'many' | 'beside', one: Uses, other: Uses): Partial<Uses> {
  const found = [...(one[key] ?? []), ...(other[key] ?? [])]
  return found.length === 0 ? {} : { [key]: found }
}
