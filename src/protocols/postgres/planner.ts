import type { Exchange } from './exchange.ts'
import type { Plan } from './plan.ts'
import type { Run } from './run.ts'

/** Asks for the plan of a described result, and holds the target's direction while the catalogue is asked. */
export class Planner {
  readonly #x: Exchange
  #ready: { readonly plan: Plan | null } | undefined

  constructor(exchange: Exchange) {
    this.#x = exchange
  }

  /** Undefined: held; ask again with the same description when the inlet is released. */
  plan(run: Run, description: Buffer): Plan | null | undefined {
    const x = this.#x
    const ready = this.#ready
    this.#ready = undefined
    if (ready) return ready.plan
    const plan = x.shared.plans.rows(run.statement.analysis, () => x.taintOf(run), description)
    if (!(plan instanceof Promise)) return plan
    x.upstream.hold()
    const made = (resolved: Plan | null) => {
      this.#ready = { plan: resolved }
      x.upstream.release()
    }
    plan.then(made, () => {
      x.gate.limit('masking', 'the catalogue did not say what the result’s columns are')
      const message = 'the result could not be masked because the catalogue did not answer'
      x.end({ severity: 'FATAL', sqlstate: '58000', message })
    })
    return undefined
  }
}
