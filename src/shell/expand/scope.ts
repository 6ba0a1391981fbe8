import type { Command } from '../syntax/tree.ts'
import { HOLE } from './marks.ts'

/** What a shell knows at one place of a command line. Values may hold marks. */
export class Scope {
  readonly variables: Map<string, string>
  readonly functions: Map<string, readonly Command[]>
  /** Functions that were called, with those of every other scope. */
  readonly called: Set<Command>
  /** Names that are assigned in loops or functions: their value depends on what ran before. */
  readonly restless: Set<string>
  /** Absolute, or from HOME; undefined when it is not known. */
  cwd: string | undefined
  /** `$1`, …; undefined when they are not known. */
  positional: readonly string[] | undefined
  /** `set -e`: what follows a failure does not run. */
  strict = false
  /** PATH or the like was changed: no name means what it usually does. */
  lost = false

  constructor(
    from: Partial<Pick<Scope, 'variables' | 'functions' | 'called' | 'restless' | 'cwd' | 'positional'>>,
  ) {
    this.variables = from.variables ?? new Map()
    this.functions = from.functions ?? new Map()
    this.called = from.called ?? new Set()
    this.restless = from.restless ?? new Set()
    this.cwd = from.cwd
    this.positional = from.positional
  }

  fork(): Scope {
    const copy = new Scope({
      ...this,
      variables: new Map(this.variables),
      functions: new Map(this.functions),
    })
    copy.strict = this.strict
    copy.lost = this.lost
    return copy
  }

  get(name: string): string {
    return this.restless.has(name) ? HOLE : (this.variables.get(name) ?? HOLE)
  }

  set(name: string, value: string): undefined {
    this.variables.set(name, value)
  }

  /** Either of the two may be what is there from here on. */
  merge(other: Scope): undefined {
    for (const name of new Set([...this.variables.keys(), ...other.variables.keys()]))
      if (this.variables.get(name) !== other.variables.get(name)) this.variables.set(name, HOLE)
    for (const [name, bodies] of other.functions)
      this.functions.set(name, [...new Set([...(this.functions.get(name) ?? []), ...bodies])])
    if (this.cwd !== other.cwd) this.cwd = undefined
    if (this.positional !== other.positional) this.positional = undefined
    this.strict &&= other.strict
    this.lost ||= other.lost
  }
}
