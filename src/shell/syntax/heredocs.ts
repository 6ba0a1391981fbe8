import type { Grammar } from './commands.ts'
import { Malformed, type Reader } from './reader.ts'
import type { Part, Redirect, Word } from './tree.ts'
import { type Inner, within, word } from './words.ts'

interface Pending {
  readonly delimiter: string
  readonly quoted: boolean
  readonly tabs: boolean
  readonly target: { parts: Part[] }
  readonly inner: Inner
}

/** Here-documents whose bodies begin on the next line. */
export class Heredocs {
  private readonly reader: Reader
  private pending: Pending[] = []

  constructor(reader: Reader) {
    this.reader = reader
  }

  begin(grammar: Grammar, tabs: boolean): Redirect {
    const delimiter = word(this.reader, grammar.inner)
    if (!delimiter) throw new Malformed('a here-document has no end')
    const target: { parts: Part[] } = { parts: [] }
    this.pending.push({ ...plain(delimiter), tabs, target, inner: grammar.inner })
    return { operator: '<<', target }
  }

  /** Reads the bodies; the reader is behind a newline. */
  read(): undefined {
    const pending = this.pending
    this.pending = []
    for (const document of pending) {
      const text = this.body(document)
      document.target.parts = document.quoted
        ? [{ kind: 'text', text, quoted: true }]
        : expanded(this.reader.within(text), document.inner)
    }
  }

  /** At the end of the text: a here-document that never began is empty. */
  finish(): undefined {
    if (this.pending.length > 0) throw new Malformed('a here-document has no body')
  }

  private body({ delimiter, quoted, tabs }: Pending): string {
    const lines: string[] = []
    const { text } = this.reader
    while (this.reader.at < text.length) {
      const found = text.indexOf('\n', this.reader.at)
      const end = found === -1 ? text.length : found
      const written = text.slice(this.reader.at, end)
      const line = tabs ? written.replace(/^\t+/, '') : written
      this.reader.at = Math.min(end + 1, text.length)
      if (line === delimiter) return lines.map((one) => `${one}\n`).join('')
      // Shells differ in whether the delimiter may stand behind a continued line.
      if (!quoted && /\\$/.test(line)) throw new Malformed('a line of a here-document ends with a backslash')
      lines.push(line)
    }
    throw new Malformed('a here-document is not closed')
  }
}

function plain({ parts }: Word): { delimiter: string; quoted: boolean } {
  let delimiter = ''
  for (const part of parts) {
    if (part.kind !== 'text') throw new Malformed('the end of a here-document is an expansion')
    delimiter += part.text
  }
  return { delimiter, quoted: parts.some((part) => part.kind === 'text' && part.quoted) }
}

function expanded(reader: Reader, inner: Inner): Part[] {
  const parts: Part[] = []
  while (!reader.ended()) parts.push(...within(reader, inner, true))
  return parts
}
