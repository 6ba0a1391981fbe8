import { isOdd } from '../computed.ts'
import type { Shells } from '../syntax/reader.ts'
import type { Command } from '../syntax/tree.ts'
import { HOLE } from './marks.ts'

/** Values that double and double again are not followed. */
const LONGEST = 20_000

/** What these are given is a number to bash. */
const COMPUTED = [
  'RANDOM',
  'SRANDOM',
  'SECONDS',
  'LINENO',
  'OPTIND',
  'HISTCMD',
  'EPOCHSECONDS',
  'BASHPID',
  'PPID',
  'UID',
  'EUID',
]

/** What a shell knows at one place of a command line. Values may hold marks. */
export class Scope {
  readonly variables: Map<string, string>
  readonly functions: Map<string, readonly Command[]>
  /** Functions that were called, with those of every other scope. */
  readonly called: Set<Command>
  /** Functions that may not be defined. */
  readonly doubtful: Set<string>
  /** What programs see of the variables. */
  readonly exported: Set<string>
  /** Names that are assigned in loops or functions: their value depends on what ran before. */
  readonly restless: Set<string>
  /** Names that were given more than a number, and those from which numbers are computed: with those of every other scope. */
  readonly odd: Set<string>
  readonly evaluated: Set<string>
  /** Within a container, whose directories nobody knows here. */
  inside = false
  /** Absolute, or from HOME; undefined when it is not known. */
  cwd: string | undefined
  /** `$1`, …; undefined when they are not known. */
  positional: readonly string[] | undefined
  /** `set -e`: what follows a failure does not run. */
  strict = false
  /** Those that may read the text at hand. */
  shells: Shells = new Set()
  /** PATH or the like was changed: no name means what it usually does. */
  lost = false

  constructor(
    from: Partial<
      Pick<
        Scope,
        | 'variables'
        | 'functions'
        | 'called'
        | 'odd'
        | 'evaluated'
        | 'doubtful'
        | 'exported'
        | 'restless'
        | 'cwd'
        | 'positional'
      >
    >,
  ) {
    this.variables = from.variables ?? new Map()
    this.functions = from.functions ?? new Map()
    this.called = from.called ?? new Set()
    this.odd = from.odd ?? new Set()
    this.evaluated = from.evaluated ?? new Set(COMPUTED)
    this.doubtful = from.doubtful ?? new Set()
    this.exported = from.exported ?? new Set()
    this.restless = from.restless ?? new Set()
    this.cwd = from.cwd
    this.positional = from.positional
  }

  /** For a program, which no function of the shell can stand for. */
  program(): Scope {
    const scope = this.fork()
    scope.functions.clear()
    return scope
  }

  /** For another shell, which knows of this one only what is exported. */
  process(): Scope {
    const scope = this.program()
    for (const name of this.variables.keys()) if (!this.exported.has(name)) scope.variables.set(name, HOLE)
    scope.variables.delete('IFS')
    scope.restless.clear()
    scope.strict = false
    return scope
  }

  fork(): Scope {
    const copy = new Scope({
      ...this,
      variables: new Map(this.variables),
      functions: new Map(this.functions),
      doubtful: new Set(this.doubtful),
      exported: new Set(this.exported),
      restless: new Set(this.restless),
    })
    copy.strict = this.strict
    copy.lost = this.lost
    copy.inside = this.inside
    copy.shells = this.shells
    return copy
  }

  get(name: string): string {
    return this.restless.has(name) ? HOLE : (this.variables.get(name) ?? HOLE)
  }

  set(name: string, value: string): undefined {
    if (isOdd(value)) this.odd.add(name)
    this.variables.set(name, value.length > LONGEST ? HOLE : value)
  }

  /** Either of the two may be what is there from here on. */
  merge(other: Scope): undefined {
    for (const name of new Set([...this.variables.keys(), ...other.variables.keys()]))
      if (this.variables.get(name) !== other.variables.get(name)) this.variables.set(name, HOLE)
    const before = new Set(this.functions.keys())
    for (const [name, bodies] of other.functions)
      this.functions.set(name, [...new Set([...(this.functions.get(name) ?? []), ...bodies])])
    for (const name of new Set([...this.functions.keys(), ...other.functions.keys()]))
      if (!(before.has(name) && other.functions.has(name))) this.doubtful.add(name)
    for (const name of other.doubtful) this.doubtful.add(name)
    if (this.cwd !== other.cwd) this.cwd = undefined
    if (this.positional !== other.positional) this.positional = undefined
    this.strict &&= other.strict
    this.lost ||= other.lost
  }
}
