import { Call, type Outcome, type Runner, type Stdin, type Where } from './call.ts'
import { compared } from './computed.ts'
import { environment } from './environment.ts'
import { HOLE, isKnown, MANY } from './expand/marks.ts'
import type { Scope } from './expand/scope.ts'
import { type Expansion, type Field, fieldsOf, type Substituted, textOf } from './expand/words.ts'
import type { Findings } from './findings.ts'
import { programOf } from './programs/index.ts'
import { redirected } from './redirects.ts'
import { restless } from './restless.ts'
import { parseCommands } from './syntax/commands.ts'
import { Malformed, type Shells } from './syntax/reader.ts'
import type { Command, Item, Simple } from './syntax/tree.ts'

const NOTHING: Outcome = {}
const DEEPEST = 24
/** Commands that print nothing: what they are redirected to is emptied. */
const SILENT = /^(?:|:|true|cat \/dev\/null|echo -n|printf )$/

/** Runs a command line without running it: every command that may run is looked at, with what is known of its arguments. */
export class Interpreter implements Runner {
  readonly findings: Findings
  private depth = 0

  constructor(findings: Findings) {
    this.findings = findings
  }

  /** What a text does. A text that no shell reads is the effect `unknown text`. */
  script(
    text: string,
    where: Where,
    shell: { shells: Shells; args: readonly string[] | undefined },
  ): Outcome {
    const call = new Call('sh', [], where, this)
    if (!isKnown(text)) return done(call.unknown('the text that a shell is given is only known when it runs'))
    return this.deeper(call, () => {
      try {
        const { command, doubts } = parseCommands(text, shell.shells)
        for (const doubt of doubts) call.unknown(doubt)
        for (const name of restless(command)) where.scope.restless.add(name)
        where.scope.positional = shell.args
        where.scope.shells = shell.shells
        const outcome = this.run(command, where)
        this.uncalled(where)
        return outcome
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        return done(call.effect({ action: 'unknown', object: 'text', detail: error.message }))
      }
    })
  }

  /** Gives a variable a value. */
  set(call: Call, name: string, value: string): undefined {
    environment(call, name, value)
    call.scope.set(name, value)
  }

  private deeper(call: Call, run: () => Outcome): Outcome {
    if (this.depth >= DEEPEST) return done(call.unknown('it is nested too deeply'))
    this.depth += 1
    try {
      return run()
    } finally {
      this.depth -= 1
    }
  }

  /** Some shells call functions of certain names by themselves. */
  private uncalled(where: Where): undefined {
    for (const bodies of [...where.scope.functions.values()])
      for (const body of bodies)
        if (!where.scope.called.has(body)) {
          const scope = where.scope.fork()
          scope.positional = undefined
          scope.called.add(body)
          this.run(body, { ...where, scope })
        }
  }

  run(command: Command, where: Where): Outcome {
    this.findings.step()
    switch (command.kind) {
      case 'simple':
        return this.simple(command, where)
      case 'list':
        return this.list(command.items, where)
      case 'pipeline':
        return this.pipeline(command.commands, where)
      case 'function':
        where.scope.functions.set(command.name, [
          ...(where.scope.functions.get(command.name) ?? []),
          command.body,
        ])
        return NOTHING
      case 'test':
        return this.redirecting(command, where, false, () => {
          compared(fieldsOf(command.words, this.expansion(where)), where.scope)
          return NOTHING
        })
      default:
        return this.redirecting(command, where, false, (inner) =>
          this.compound(command, { ...inner, tested: true }),
        )
    }
  }

  /** Within these a shell may go on after a failure even where it was told to stop. */
  private compound(
    command: Exclude<Command, { kind: 'simple' | 'list' | 'pipeline' | 'function' | 'test' }>,
    where: Where,
  ): Outcome {
    const { scope } = where
    switch (command.kind) {
      case 'group':
        return this.run(command.body, where)
      case 'subshell':
        return this.run(command.body, { ...where, scope: scope.fork() })
      case 'if':
        return this.branches(command.parts, where)
      case 'loop':
        return this.repeated(where, (inner) => {
          for (const part of command.parts) this.run(part, inner)
        })
      case 'for':
        return this.forEach(command, where)
      case 'case':
        fieldsOf(command.words, this.expansion(where))
        return this.either(command.bodies, where)
    }
  }

  /** Conditions and bodies in turn, and the last body for itself. */
  private branches(parts: readonly Command[], where: Where): Outcome {
    const ends: Scope[] = []
    parts.forEach((part, index) => {
      const condition = index % 2 === 0 && index < parts.length - 1
      const scope = condition ? where.scope : where.scope.fork()
      this.run(part, { ...where, scope })
      if (!condition) ends.push(scope)
    })
    for (const end of ends) where.scope.merge(end)
    return NOTHING
  }

  private either(bodies: readonly Command[], where: Where): Outcome {
    const ends = bodies.map((body) => {
      const scope = where.scope.fork()
      this.run(body, { ...where, scope })
      return scope
    })
    for (const end of ends) where.scope.merge(end)
    return NOTHING
  }

  /** A second time when the directory is another after the first. */
  private repeated(where: Where, body: (inner: Where) => void): Outcome {
    const before = where.scope.cwd
    const scope = where.scope.fork()
    body({ ...where, scope })
    if (scope.cwd !== before) {
      scope.cwd = undefined
      body({ ...where, scope })
    }
    where.scope.merge(scope)
    return NOTHING
  }

  private forEach(command: Extract<Command, { kind: 'for' }>, where: Where): Outcome {
    const { positional } = where.scope
    const fields: readonly Field[] = command.words
      ? fieldsOf(command.words, this.expansion(where))
      : (positional?.map((text) => ({ text, many: false })) ?? [{ text: HOLE, many: true }])
    const certain = fields.length <= 40 && fields.every(({ many, text }) => !many && !text.includes(HOLE))
    const values = certain ? fields.map(({ text }) => text) : [HOLE]
    return this.repeated(where, (inner) => {
      // The name of the loop changes only here, unless its body says so.
      if (!restless(command.body).has(command.name)) inner.scope.restless.delete(command.name)
      for (const value of values) {
        inner.scope.set(command.name, value)
        this.run(command.body, inner)
      }
      inner.scope.restless.add(command.name)
    })
  }

  private list(items: readonly Item[], where: Where): Outcome {
    const { scope } = where
    const outputs: (string | undefined)[] = []
    let download = false
    // What is so when the last chain of && and || stopped after its first command.
    let short: Scope | undefined
    for (const [index, { command, after }] of items.entries()) {
      const background = beside(items, index)
      // `cd … || exit`: what follows runs only when all of it went well.
      if (after === '||' && !background && ends(command) && !scope.functions.has('exit')) {
        short = undefined
        continue
      }
      if (after !== '&&' && short) scope.merge(short)
      if (after === ';') short = undefined
      const before = scope.cwd
      const inner = background ? scope.fork() : scope
      const outcome = this.run(command, { ...where, scope: inner })
      if (after === ';') {
        short = scope.fork()
        // A directory that is not there stops nothing but what stands behind &&.
        const stops = scope.strict && !where.tested && (items[index + 1]?.after ?? ';') === ';'
        if (!stops) short.cwd = before
      }
      // What runs beside it may print before or after.
      const certain = !background && (after === ';' || outcome.output === '')
      outputs.push(certain ? outcome.output : undefined)
      download ||= outcome.download ?? false
    }
    if (short && items.length > 1) this.settle(scope, short, items)
    const output = outputs.every((one) => one !== undefined) ? outputs.join('') : undefined
    return { output, download }
  }

  /** A list of one chain is what its reader sees when all of it ran; another was possible, too. */
  private settle(scope: Scope, short: Scope, items: readonly Item[]): undefined {
    const { cwd } = scope
    scope.merge(short)
    if (items.slice(1).every(({ after }) => after === '&&')) scope.cwd = cwd
  }

  private pipeline(commands: readonly Command[], where: Where): Outcome {
    let outcome: Outcome = NOTHING
    commands.forEach((command, index) => {
      const stdin: Stdin =
        index === 0
          ? where.stdin
          : {
              ...(outcome.output === undefined ? {} : { text: outcome.output }),
              client: false,
              download: outcome.download ?? false,
            }
      const before = outcome.download
      const scope = where.scope.fork()
      outcome = this.run(command, { ...where, scope, stdin })
      // Some shells run the last one themselves.
      if (index === commands.length - 1 && scope.shells.has('zsh')) where.scope.merge(scope)
      // Programs in between hand it on.
      if (before) outcome = { ...outcome, download: true }
    })
    return outcome
  }

  private redirecting(
    command: { redirects: Simple['redirects'] },
    where: Where,
    nothing: boolean,
    run: (inner: Where) => Outcome,
  ): Outcome {
    const { stdin, output } = redirected(
      command.redirects,
      new Call('', [], where, this),
      this.expansion(where),
      nothing,
    )
    const outcome = run({ ...where, stdin })
    return output === 'kept' ? outcome : { ...outcome, output: output === 'file' ? '' : undefined }
  }

  private simple(command: Simple, where: Where): Outcome {
    const expansion = this.expansion(where)
    const words = fieldsOf(command.words, expansion)
    // Where a shell without braces may read it, what that would run counts, too.
    if (where.scope.shells.has('posix')) {
      const plain = fieldsOf(command.words, expansion, true)
      if (plain.length > 0 && JSON.stringify(plain) !== JSON.stringify(words))
        this.invoke(plain, { ...where, scope: where.scope.fork() })
    }
    const nothing = SILENT.test(words.map(({ text }) => text).join(' '))
    return this.redirecting(command, where, nothing, (inner) => {
      const values = command.assignments.map(({ name, value, partial }) => {
        const { text } = textOf(value, expansion)
        return { name, value: partial ? HOLE : text }
      })
      const call = new Call('', [], inner, this)
      if (words.length === 0) {
        for (const { name, value } of values) this.set(call, name, value)
        return values.length > 0 ? { output: '' } : NOTHING
      }
      if (values.length === 0) return this.invoke(words, inner)
      for (const { name, value } of values) environment(call, name, value)
      // Programs see them; and functions may keep them.
      const scope = inner.scope.fork()
      for (const { name, value } of values) {
        scope.set(name, value)
        scope.exported.add(name)
      }
      const outcome = this.invoke(words, { ...inner, scope })
      inner.scope.cwd = scope.cwd
      if (inner.scope.functions.has(words[0]?.text ?? '')) inner.scope.merge(scope)
      return outcome
    })
  }

  invoke(fields: readonly Field[], where: Where): Outcome {
    const [first, ...args] = fields
    this.findings.step(fields.map(({ text, many }) => (many ? MANY : text)))
    const call = new Call('', args, where, this)
    if (!first) return NOTHING
    if (first.many || !isKnown(first.text))
      return done(
        call.unknown(
          first.download
            ? 'which program runs comes over the network'
            : 'which program runs is only known when it runs',
        ),
      )
    const bodies = where.scope.functions.get(first.text)
    if (bodies) {
      // Where it may be gone, or was not defined after all, the program of that name runs.
      const beside = where.scope.doubtful.has(first.text) || programOf(first.text) !== undefined
      if (beside) this.program(first.text, { ...where, scope: where.scope.program() }, args)
      return this.function(bodies, args, where, call)
    }
    return this.program(first.text, where, args)
  }

  private program(name: string, where: Where, args: readonly Field[]): Outcome {
    const call = new Call('', args, where, this)
    if (where.scope.lost) call.unknown('where programs are looked for was changed')
    const found = programOf(name)
    if (!found)
      return done(
        call.program(call.scope.cwd === undefined || !name.includes('/') ? name : call.nameOf(name)),
      )
    return this.deeper(call, () => {
      const running = new Call(found.name, args, where, this)
      found.run(running)
      return running.outcome
    })
  }

  private function(bodies: readonly Command[], args: readonly Field[], where: Where, call: Call): Outcome {
    return this.deeper(call, () => {
      const { scope } = where
      const before = scope.positional
      const certain = args.every(({ many }) => !many)
      let outcome: Outcome = NOTHING
      for (const body of bodies) {
        scope.called.add(body)
        scope.positional = certain ? args.map(({ text }) => text) : undefined
        outcome = this.run(body, { ...where, tested: true, via: [...where.via, 'function'] })
      }
      scope.positional = before
      return bodies.length === 1 ? outcome : NOTHING
    })
  }

  private expansion(where: Where): Expansion {
    return {
      scope: where.scope,
      changed: (name) => where.scope.restless.add(name),
      secret: (name) =>
        new Call('', [], where, this).effect({ action: 'expose', object: 'environment', name }),
      substitute: (body, process): Substituted => {
        const via = [...where.via, 'substitution']
        const scope = where.scope.fork()
        // bash does not stop there where it was told to.
        scope.strict = false
        const outcome = this.run(body, { scope, stdin: where.stdin, via })
        return { output: process ? undefined : outcome.output, download: outcome.download ?? false }
      },
    }
  }
}

/** `a && b &`: all of a chain runs beside the rest. */
const beside = (items: readonly Item[], from: number): boolean => {
  const next = items.findIndex(({ after }, at) => at > from && after === ';')
  return items[(next === -1 ? items.length : next) - 1]?.background === true
}

/** `exit`, `exit 1` */
function ends(command: Command): boolean {
  if (command.kind !== 'simple' || command.assignments.length + command.redirects.length > 0) return false
  const texts = command.words.map(({ parts: [part, more] }) =>
    part?.kind === 'text' && !more ? part.text : '',
  )
  return /^exit(?: \d{1,3})?$/.test(texts.join(' '))
}

const done = (_: undefined): Outcome => NOTHING
