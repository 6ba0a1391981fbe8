/** `posix` are dash, busybox, mksh and others that read what POSIX tells. */
export type Shell = 'bash' | 'posix' | 'zsh' | 'fish' | 'csh'

/** Those that may read a text. */
export type Shells = ReadonlySet<Shell>

/** Thrown where the grammar ends. Its message holds nothing of the text. */
export class Malformed extends Error {}

/** Characters of a text, one after the other; `\` before a newline is never seen, as in every shell. */
export class Reader {
  readonly text: string
  at = 0
  depth = 0
  /** Things that shells read in different ways. */
  readonly doubts: Set<string>
  readonly shells: Shells

  constructor(text: string, shells: Shells, doubts = new Set<string>()) {
    this.text = text
    this.shells = shells
    this.doubts = doubts
  }

  /** The next character; '' at the end. */
  peek(): string {
    while (this.text[this.at] === '\\' && this.text[this.at + 1] === '\n') this.at += 2
    return this.text[this.at] ?? ''
  }

  next(): string {
    const char = this.peek()
    this.at += 1
    return char
  }

  /** The character as it stands, within single quotes and comments. */
  raw(): string {
    return this.text[this.at++] ?? ''
  }

  /** Whether the text goes on with this; continuation lines within it are skipped. */
  sees(expected: string): boolean {
    const from = this.at
    for (const char of expected)
      if (this.next() !== char) {
        this.at = from
        return false
      }
    this.at = from
    return true
  }

  /** Goes past it when it is there. */
  takes(expected: string): boolean {
    const from = this.at
    for (const char of expected)
      if (this.next() !== char) {
        this.at = from
        return false
      }
    return true
  }

  ended(): boolean {
    return this.peek() === ''
  }

  /** One kind of shell reads what is here in a way of its own. */
  doubt(shell: Shell, what: string): undefined {
    if (this.shells.has(shell)) this.doubts.add(what)
  }

  /** A reader of a text within this one, with the same doubts. */
  within(text: string): Reader {
    const inner = new Reader(text, this.shells, this.doubts)
    inner.depth = this.depth
    return inner
  }

  /** Runs what may nest, within bounds. */
  nested<T>(parse: () => T): T {
    if (++this.depth > 60) throw new Malformed('it is nested too deeply')
    const result = parse()
    this.depth -= 1
    return result
  }
}
