// A command line, as a client asks a host to run it: what would it do?
import type { Analysis, Effect } from '../core/statement.ts'
import { Call, type Stdin } from './call.ts'
import { isRisky } from './computed.ts'
import { PATH } from './environment.ts'
import { HOLE, HOME } from './expand/marks.ts'
import { Scope } from './expand/scope.ts'
import { Exhausted, Findings } from './findings.ts'
import { Interpreter } from './interpreter.ts'
import { shellsOf } from './shells.ts'

/** What is known of the account that the line will run as. */
export interface CommandContext {
  /** The account's login shell: a path or name. Absent: any shell, so what they read in different ways is not judged. */
  readonly shell?: string
  readonly user?: string
  /** Absolute; `~` in names of paths when absent. */
  readonly home?: string
  /** Absolute; the home directory when absent, as sshd has it. */
  readonly cwd?: string
  /** Variables that the client set and the host accepts. */
  readonly env?: Readonly<Record<string, string>>
  /** Told of every command that may run, its arguments with marks for what is not known. For tests. */
  readonly watch?: (argv: readonly string[]) => void
}

/** A line that is longer cannot be run by Linux either (MAX_ARG_STRLEN). Bytes. */
const LONGEST = 131_071

/**
 * What a command line would do. Answers at once, never throws, in time that is bounded by the length of the text. What
 * cannot be analysed has an effect `unknown`: `text` where no shell would read it either, `command` for the rest.
 */
export function analyseCommand(line: string, context: CommandContext = {}): Analysis {
  const findings = new Findings(context.watch)
  const refused = malformed(line)
  const unknown = (object: string, detail: string): Effect => ({ action: 'unknown', object, detail })
  if (refused !== undefined) return analysis([unknown('text', refused)], findings, 1)
  try {
    run(line, context, findings)
    return analysis(findings.effects, findings, /^[ \t\n]*$/.test(line) ? 0 : 1)
  } catch (error) {
    const detail = error instanceof Exhausted ? 'it does too much to be judged' : 'it is nested too deeply'
    if (!(error instanceof Exhausted) && !(error instanceof RangeError)) throw error
    return analysis([...findings.effects, unknown('text', detail)], findings, 1)
  }
}

function run(line: string, context: CommandContext, findings: Findings): undefined {
  const scope = new Scope({
    cwd: context.cwd ?? context.home ?? HOME,
    positional: [],
    variables: variables(context),
    exported: new Set([...variables(context).keys(), ...Object.keys(context.env ?? {})]),
  })
  const stdin: Stdin = { client: true, download: false }
  const where = { scope, stdin, via: [] }
  const interpreter = new Interpreter(findings)
  const call = new Call('', [], where, interpreter)
  const shells = shellsOf(context.shell)
  if (!shells) return call.unknown('the account’s login shell is none whose language is known')
  for (const [name, value] of Object.entries(context.env ?? {})) {
    const text = malformed(value) === undefined ? value : HOLE
    if (!/^[A-Za-z_]\w*$/.test(name)) call.unknown('a variable has a name that no shell gives it')
    interpreter.set(call, name, text)
  }
  if (/^[ \t\n]*$/.test(line)) return call.effect({ action: 'run', object: 'shell' })
  interpreter.script(line, where, { shells, args: [] })
  if (isRisky(scope)) call.unknown('a number is computed from what is only known when it runs')
}

function variables({ home, user, cwd }: CommandContext): Map<string, string> {
  const known = new Map([
    ['HOME', home ?? HOME],
    ['PATH', PATH],
    ['PWD', cwd ?? home ?? HOME],
  ])
  for (const name of user === undefined ? [] : ['USER', 'LOGNAME']) known.set(name, user ?? '')
  return known
}

/** Characters that stand for something else here, or that people cannot see. */
const HIDDEN =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]--[\t\n]]|[\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/v
const BLANKS = /[\p{Zs}--[ ]]/v

function malformed(text: string): string | undefined {
  if (text.length > LONGEST || Buffer.byteLength(text) > LONGEST) return 'it is longer than a host would run'
  if (text.includes('\0')) return 'it holds a NUL'
  if (!text.isWellFormed()) return 'it is not valid Unicode'
  if (HIDDEN.test(text)) return 'it holds control characters or others that nobody can see'
  return BLANKS.test(text) ? 'it holds blanks that no shell takes for blanks' : undefined
}

const analysis = (effects: readonly Effect[], { embedded }: Findings, count: number): Analysis => ({
  effects,
  relations: [],
  count,
  changes: { schema: false, resolution: false },
  ...(embedded.length > 0 ? { embedded } : {}),
})
