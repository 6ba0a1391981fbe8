import type { Effect, Embedded } from '../core/statement.ts'

/** Beyond these a text is not analysed any further. */
const MOST_EFFECTS = 500
const MOST_STEPS = 4000

/** Thrown when a text asks for too much work. */
export class Exhausted extends Error {}

/** What was found so far, each fact once. */
export class Findings {
  readonly embedded: Embedded[] = []
  private readonly found = new Map<string, Effect>()
  private steps = 0
  private readonly watch: ((argv: readonly string[]) => void) | undefined

  /** `watch` is told every command that may run, with marks for what is not known. */
  constructor(watch?: (argv: readonly string[]) => void) {
    this.watch = watch
  }

  get effects(): readonly Effect[] {
    return [...this.found.values()]
  }

  add(effect: Effect): undefined {
    if (this.found.size >= MOST_EFFECTS) throw new Exhausted()
    const key = JSON.stringify(effect)
    if (!this.found.has(key)) this.found.set(key, effect)
  }

  /** Counts the work; `argv` is a command that may run. */
  step(argv?: readonly string[]): undefined {
    if (++this.steps > MOST_STEPS) throw new Exhausted()
    if (argv) this.watch?.(argv)
  }
}
