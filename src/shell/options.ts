import { ANY, HOLE, ONE, WORD } from './expand/marks.ts'
import type { Field } from './expand/words.ts'

/** The arguments of a program, told apart as getopt does. */
export class Options {
  readonly operands: Field[] = []
  /** An argument is only known when it runs, and may be an option. */
  readonly open: boolean
  private readonly given = new Map<string, Field[]>()

  /**
   * `valued` lists options that take a value as their own argument, or what is joined to them: `-o --output`.
   * `stop`: what follows the first operand belongs to another command.
   */
  constructor(args: readonly Field[], valued = '', stop = false) {
    const takes = new Set(valued.split(/\s+/))
    let open = false
    for (let at = 0; at < args.length; at++) {
      const field = args[at] as Field
      const { text } = field
      if (text === '--') {
        this.operands.push(...args.slice(at + 1))
        break
      }
      if (field.many || isOpen(text)) open = true
      if (!text.startsWith('-') || text === '-') {
        this.operands.push(...(stop ? args.slice(at) : [field]))
        if (stop) break
      } else if (text.startsWith('--') || takes.has(text)) at += this.whole(field, args[at + 1], takes)
      else at += this.letters(field, args[at + 1], takes)
    }
    this.open = open
  }

  private whole(field: Field, following: Field | undefined, takes: ReadonlySet<string>): number {
    const [name = '', value] = cut(field.text)
    if (value !== undefined) this.put(name, { ...field, text: value })
    else if (takes.has(name) && following) {
      this.put(name, following)
      return 1
    } else {
      // An abbreviation may take what follows.
      const short =
        following !== undefined && [...takes].some((one) => name.length > 2 && one.startsWith(name))
      this.put(name, short ? following : undefined)
    }
    return 0
  }

  private letters(field: Field, following: Field | undefined, takes: ReadonlySet<string>): number {
    const letters = field.text.slice(1)
    for (let at = 0; at < letters.length; at++) {
      const name = `-${letters[at]}`
      if (!takes.has(name)) {
        this.put(name)
        continue
      }
      const rest = letters.slice(at + 1)
      if (rest === '' && following) {
        this.put(name, following)
        return 1
      }
      this.put(name, { ...field, text: rest })
      return 0
    }
    // `-name` of programs that have long options with one dash.
    this.put(field.text)
    return 0
  }

  private put(name: string, value?: Field): undefined {
    const values = this.given.get(name) ?? []
    if (value) values.push(value)
    this.given.set(name, values)
  }

  /** Whether one of these is there; long ones also when they are abbreviated. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.given.has(name) || this.matching(name).length > 0)
  }

  /** Values of these options. */
  values(...names: readonly string[]): Field[] {
    return names.flatMap((name) => [
      ...(this.given.get(name) ?? []),
      ...this.matching(name).flatMap((one) => this.given.get(one) ?? []),
    ])
  }

  names(): string[] {
    return [...this.given.keys()]
  }

  private matching(name: string): string[] {
    if (!name.startsWith('--')) return []
    return [...this.given.keys()].filter(
      (one) => one.length > 2 && one.startsWith('--') && one !== name && name.startsWith(one),
    )
  }
}

const isOpen = (text: string): boolean =>
  text.startsWith(HOLE) || text.startsWith(ANY) || text.startsWith(ONE) || text.startsWith(WORD)

function cut(text: string): [string, string | undefined] {
  const at = text.indexOf('=')
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
