// Nothing goes on while the record lags.
import type { Gate } from '../protocol.ts'

export class Pace {
  readonly #gate: Gate
  readonly #block: (blocked: boolean) => void
  #behind: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined

  /** `block` stops data on both sides, and lets it go on. */
  constructor(gate: Gate, block: (blocked: boolean) => void) {
    this.#gate = gate
    this.#block = block
  }

  /** Settles when the record has caught up; undefined when it keeps up. */
  keptUp(): Promise<void> | undefined {
    this.watch()
    return this.#behind?.promise
  }

  /** Looks whether it keeps up, and stops data until it does. */
  watch(): void {
    if (this.#behind) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const lags = this.#gate.lagging(() => this.release())
    if (!lags) return
    this.#behind = { promise, resolve }
    this.#block(true)
  }

  /** Nobody waits for the record any more. */
  release(): void {
    const behind = this.#behind
    this.#behind = undefined
    this.#block(false)
    behind?.resolve()
  }
}
