import { computed } from '../computed.ts'
import type { Command, Part, Word } from '../syntax/tree.ts'
import { braces } from './braces.ts'
import { ANY, HOLE, HOME, ONE, WORD } from './marks.ts'
import type { Scope } from './scope.ts'

/** One argument as the program will get it. */
export interface Field {
  /** May hold marks. */
  readonly text: string
  /** There may be none of it, or several. */
  readonly many: boolean
  /** It holds what came over the network. */
  readonly download?: boolean
}

/** What `$(…)` puts in; `output` undefined when it is not known. */
export interface Substituted {
  readonly output: string | undefined
  readonly download: boolean
}

export interface Expansion {
  readonly scope: Scope
  readonly substitute: (body: Command, process: boolean) => Substituted
  /** `${x:=…}`: the name gets a value. */
  readonly changed: (name: string) => void
  /** The value of a variable that the line does not set, and whose name tells of a password. */
  readonly secret: (name: string) => void
}

/** The arguments that words stand for. `plain`: for a shell that knows no braces. */
export const fieldsOf = (words: readonly Word[], by: Expansion, plain = false): Field[] =>
  words.flatMap(({ parts }) =>
    (plain ? [parts] : braces(parts)).flatMap((alternative) => new Splitter(by).fields(alternative)),
  )

/** One text, without splitting and globs: values of variables, here-documents. */
export function textOf(word: Word, by: Expansion): { text: string; download: boolean } {
  const splitter = new Splitter(by)
  const pieces = tilde(word.parts, by.scope).map((part) =>
    part.kind === 'text' ? part.text : splitter.value(part),
  )
  return { text: pieces.join(''), download: splitter.download }
}

const SECRET =
  /pass(?!enger|ed|ing)|secret|token|credential|private|api_?key|access_?key|_key$|_dsn$|^database_url$|_pwd$/i

class Splitter {
  private readonly by: Expansion
  private readonly found: Field[] = []
  private current: { text: string; quoted: string; many: boolean } | undefined
  download = false

  constructor(by: Expansion) {
    this.by = by
  }

  fields(parts: readonly Part[]): Field[] {
    for (const part of tilde(parts, this.by.scope)) this.add(part)
    this.end()
    return this.found.map((field) => (this.download ? { ...field, download: true } : field))
  }

  private add(part: Part): undefined {
    if (part.kind === 'text') return this.append(part.text, part.quoted)
    if (part.kind === 'parameter' && '@*'.includes(part.name) && !part.operator)
      return this.parameters(part.quoted)
    const value = this.value(part)
    if (part.quoted || part.kind === 'process') return this.append(value)
    this.split(value)
  }

  /** The value of an expansion, with marks where it is not known. */
  value(part: Exclude<Part, { kind: 'text' }>): string {
    if (part.kind === 'arithmetic') {
      for (const inner of part.parts)
        computed(inner.kind === 'text' ? inner.text : this.value(inner), this.by.scope, inner.kind === 'text')
      return WORD
    }
    if (part.kind === 'parameter') return this.parameter(part)
    const { output, download } = this.by.substitute(part.body, part.kind === 'process')
    this.download ||= download
    if (part.kind === 'process') return `/dev/fd/${HOLE}`
    return output === undefined ? HOLE : output.replace(/\n+$/, '')
  }

  private parameter({ name, operator, operand }: Extract<Part, { kind: 'parameter' }>): string {
    const other = operand ? textOf(operand, this.by) : undefined
    this.download ||= other?.download ?? false
    if (name === '?' || name === '#' || name === '$' || name === '!' || operator === 'length') return WORD
    if (operator === '=' || operator === ':=') this.by.changed(name)
    if (operator === ':' && other) computed(other.text, this.by.scope, true)
    const value = this.named(name)
    if (!this.by.scope.variables.has(name) && SECRET.test(name)) this.by.secret(name)
    if (operator === undefined) return value
    // Whether it is set is only known when it holds something that is known.
    if (operator === ':-' || operator === '-') return value !== '' && !value.includes(HOLE) ? value : HOLE
    return HOLE
  }

  private named(name: string): string {
    const { positional } = this.by.scope
    if (/^[1-9]\d*$/.test(name)) return positional ? (positional[Number(name) - 1] ?? '') : HOLE
    return /^[A-Za-z_]/.test(name) ? this.by.scope.get(name) : HOLE
  }

  private parameters(quoted: boolean): undefined {
    const { positional } = this.by.scope
    if (!positional) {
      this.append(HOLE)
      if (this.current) this.current.many = true
      return
    }
    positional.forEach((value, index) => {
      if (index > 0) this.end()
      if (quoted) this.append(value)
      else this.split(value)
    })
  }

  /** By blanks, as IFS has it where nobody changed it. */
  private split(value: string): undefined {
    if (this.by.scope.variables.has('IFS') || /[\ue000-\ue002]/.test(value)) {
      this.append(HOLE)
      if (this.current) this.current.many = true
      return
    }
    const words = value.split(/[ \t\n]+/)
    words.forEach((one, index) => {
      if (index > 0) this.end()
      if (one !== '') this.append(one, false)
    })
  }

  private append(text: string, quoted = true): undefined {
    const { text: before = '', quoted: signs = '', many = false } = this.current ?? {}
    this.current = { text: before + text, quoted: signs + (quoted ? 'q' : 'u').repeat(text.length), many }
  }

  private end(): undefined {
    if (this.current)
      this.found.push({ text: globs(this.current.text, this.current.quoted), many: this.current.many })
    this.current = undefined
  }
}

/** Patterns that are not quoted; `signs` has a `u` for each character that is not. */
function globs(text: string, signs: string): string {
  if (!/[*?[]/.test(text)) return text
  let result = ''
  const last = text.lastIndexOf(']')
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (signs[at] === 'q' || !'*?['.includes(char)) result += char
    else if (char === '*') result += ANY
    else if (char === '?') result += ONE
    else {
      const [simple] = /^\[[\w,.-]+\]/.exec(text.slice(at, at + 80)) ?? []
      if (simple !== undefined && !signs.slice(at, at + simple.length).includes('q')) {
        result += ONE
        at += simple.length - 1
      } else if (last < at) result += char
      else {
        // Classes, quotes and brackets within: anything up to the next slash.
        const slash = text.indexOf('/', text.indexOf(']', at))
        result += ANY
        at = (slash === -1 ? text.length : slash) - 1
      }
    }
  }
  return result
}

/** `~` and `~name` at the beginning, unquoted. */
function tilde(parts: readonly Part[], scope: Scope): readonly Part[] {
  const [first, ...rest] = parts
  if (first?.kind !== 'text' || first.quoted || !first.text.startsWith('~')) return parts
  const [all, name = ''] = /^~([^/]*)/.exec(first.text) ?? ['']
  if (rest.length > 0 && all === first.text) return [{ ...first, text: HOLE, quoted: true }, ...rest]
  return [
    { ...first, text: directory(name, scope), quoted: true },
    { ...first, text: first.text.slice(all.length) },
    ...rest,
  ]
}

function directory(name: string, scope: Scope): string {
  if (name === '') return scope.variables.get('HOME') ?? HOME
  if (name === '+') return scope.cwd ?? HOLE
  if (name === 'root') return '/root'
  return /^[a-z_][a-z0-9_-]*$/.test(name) ? `/home/${name}` : HOLE
}
