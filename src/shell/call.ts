import type { Effect } from '../core/statement.ts'
import { HOLE, isKnown } from './expand/marks.ts'
import type { Scope } from './expand/scope.ts'
import type { Field } from './expand/words.ts'
import type { Findings } from './findings.ts'
import { absolute, told } from './paths.ts'
import { holdsSecrets, isRoot, isSecret, placeOf } from './places.ts'
import type { Shells } from './syntax/reader.ts'

/** What a command reads on its standard input. */
export interface Stdin {
  /** All of it, when the command line tells. */
  readonly text?: string
  /** It holds nothing. */
  readonly empty?: boolean
  /** Whether it comes from the client, and not from a command or file of the line. */
  readonly client: boolean
  /** It came over the network. */
  readonly download: boolean
}

/** What a command gives to who reads its output. */
export interface Outcome {
  /** All of its output, when the command line tells. */
  readonly output?: string | undefined
  readonly download?: boolean
}

/** Who runs what a program starts. */
export interface Runner {
  readonly findings: Findings
  /** Runs a program with its arguments. */
  invoke(fields: readonly Field[], where: Where): Outcome
  /** Runs a text as a shell of this kind does. */
  script(
    text: string,
    where: Where,
    shell: { readonly shells: Shells; readonly args: readonly string[] | undefined },
  ): Outcome
}

export interface Where {
  readonly scope: Scope
  readonly stdin: Stdin
  readonly via: readonly string[]
  /** Whether `set -e` may not count, since somebody looks at what failed. */
  readonly tested?: boolean
}

/** One program with its arguments, and the words in which programs tell what they do. */
export class Call implements Where {
  readonly name: string
  readonly args: readonly Field[]
  readonly scope: Scope
  readonly stdin: Stdin
  readonly via: readonly string[]
  readonly runner: Runner
  /** What it gives to who reads its output. */
  outcome: Outcome = {}

  constructor(name: string, args: readonly Field[], where: Where, runner: Runner) {
    this.name = name
    this.args = args
    this.scope = where.scope
    this.stdin = where.stdin
    this.via = where.via
    this.runner = runner
  }

  /** Texts of the arguments, with marks. */
  get texts(): string[] {
    return this.args.map(({ text }) => text)
  }

  effect(effect: Effect): undefined {
    this.runner.findings.add(this.via.length === 0 ? effect : { ...effect, via: this.via })
  }

  /** It prints nothing. */
  silent(): undefined {
    this.outcome = { output: '' }
  }

  unknown(detail: string): undefined {
    this.effect({ action: 'unknown', object: 'command', detail })
  }

  /** A program whose effect no table tells. */
  program(name: string): undefined {
    this.effect({ action: 'run', object: 'program', name: told(name) })
  }

  /** Its output goes to the client or into another command. */
  read(field: Field, recursive = false): undefined {
    const { text } = field
    if (text === '-' || text === '') return
    const { cwd } = this.scope
    this.runner.findings.step()
    if (text.includes(HOLE)) return this.unknown('which file is read is only known when it runs')
    if (absolute(text, cwd) === undefined && !this.scope.inside)
      return this.unknown('in which directory a file is read is only known when it runs')
    // A link on the way leads elsewhere.
    if (turnsBack(text)) this.unknown('a path leads upwards behind a name, which may be a link')
    const secret = recursive ? holdsSecrets(text, cwd) : isSecret(text, cwd)
    this.effect({
      action: secret ? 'expose' : 'read',
      object: secret ? 'secret' : 'path',
      name: this.nameOf(text),
      ...(recursive ? { recursive } : {}),
    })
  }

  reads(fields: readonly Field[]): undefined {
    for (const field of fields) this.read(field)
  }

  write(field: Field, recursive = false): undefined {
    this.change('write', field, recursive)
  }

  /** What was in the file is gone. */
  empty(field: Field): undefined {
    this.change('empty', field, false)
  }

  remove(field: Field, recursive = false): undefined {
    const place = recursive && isRoot(field.text, this.scope.cwd) ? { place: 'root' as const } : {}
    this.change('remove', field, recursive, place)
  }

  permit(field: Field, recursive: boolean, detail?: string): undefined {
    this.change('permit', field, recursive, detail === undefined ? {} : { detail })
  }

  change(
    action: 'write' | 'empty' | 'remove' | 'permit',
    { text, many }: Field,
    recursive: boolean,
    more: Partial<Effect> = {},
  ): undefined {
    this.runner.findings.step()
    const place = many && !isKnown(text) ? 'unknown' : placeOf(text, this.scope.cwd)
    if (place === 'sink' && action !== 'remove') return
    const name = this.nameOf(text)
    if (place === 'network') return this.effect({ action: 'send', object: 'host', name: hostOf(text) })
    if (place === 'device' && action !== 'permit')
      return this.effect({ action: 'write', object: 'disk', name })
    if (place === 'kernel') return this.effect({ action: 'write', object: 'kernel', name })
    this.effect({ action, object: 'path', name, place, ...(recursive ? { recursive } : {}), ...more })
  }

  /** Absolute where that is known; `…` for what is not. */
  nameOf(text: string): string {
    return told(absolute(text, this.scope.cwd) ?? text)
  }

  /** Another program that this one starts. */
  inner(fields: readonly Field[], step = this.name, where: Partial<Where> = {}): Outcome {
    const scope = (where.scope ?? this.scope).program()
    const via = [...this.via, step]
    this.outcome = this.runner.invoke(fields, { stdin: this.stdin, via, ...where, scope })
    return this.outcome
  }

  /** A text that this program gives to a shell; `same`: to the very shell that it is part of. */
  script(
    text: string,
    step: string,
    more: Partial<Where> & { shells: Shells; args?: readonly string[] | undefined; same?: boolean },
  ): Outcome {
    const { shells, same = false, ...where } = more
    const args = Object.hasOwn(more, 'args') ? more.args : []
    const own = where.scope ?? this.scope
    const scope = same ? own : own.process()
    const via = [...this.via, step]
    this.outcome = this.runner.script(
      text,
      { stdin: this.stdin, via, tested: same, ...where, scope },
      { shells, args },
    )
    return this.outcome
  }
}

/** `name/..` */
const turnsBack = (path: string): boolean => {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  return parts.some((part, at) => part === '..' && at > 0 && parts[at - 1] !== '..')
}

const hostOf = (path: string): string => told(path.split('/')[3] ?? path)
