// The grammar of commands: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_10
import { Heredocs } from './heredocs.ts'
import { Malformed, Reader, type Shells } from './reader.ts'
import { redirectAt, simple } from './simple.ts'
import type { Command, Item, Parsed, Redirect, Word } from './tree.ts'
import { word } from './words.ts'

/** The whole text. Throws `Malformed` where a shell would, and where shells differ too much to tell. */
export function parseCommands(text: string, shells: Shells): Parsed {
  const reader = new Reader(text, shells)
  const grammar = new Grammar(reader, new Heredocs(reader))
  const command = grammar.list([])
  if (!reader.ended()) throw new Malformed('a word or operator is where none can be')
  grammar.heredocs.finish()
  return { command, doubts: [...reader.doubts] }
}

/** Words that end a list. */
const CLOSING = new Set(['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}'])
const COMPOUND = new Set(['if', 'while', 'until', 'for', 'case', '{', 'function', 'select', 'coproc', '[['])

/** bash keeps here-documents of a substitution to itself, so each list has its own. */
export class Grammar {
  readonly reader: Reader
  readonly heredocs: Heredocs

  constructor(reader: Reader, heredocs: Heredocs) {
    this.reader = reader
    this.heredocs = heredocs
  }

  /** Commands up to a word of `until`, a closing sign or the end. */
  list(until: readonly string[]): Command {
    const items: Item[] = []
    let after: Item['after'] = ';'
    for (;;) {
      this.lines()
      const char = this.reader.peek()
      if (char === '' || char === ')' || this.reader.sees(';;') || this.reader.sees(';&')) break
      const reserved = this.reserved()
      if (reserved && CLOSING.has(reserved)) {
        if (!until.includes(reserved)) throw new Malformed('a word that ends a command is where none began')
        break
      }
      const command = this.pipeline()
      const [following, background] = this.separator()
      items.push({ command, after, background })
      if (following === undefined) return done(items)
      after = following
    }
    if (after !== ';') throw new Malformed('a command is missing behind an operator')
    return done(items)
  }

  /** What stands behind a command: the operator that joins the next one; undefined when nothing can follow. */
  private separator(): [Item['after'] | undefined, boolean] {
    this.blanks()
    const { reader } = this
    if (reader.takes('&&')) return ['&&', false]
    if (reader.takes('||')) return ['||', false]
    if (reader.takes('&')) return [';', true]
    if (reader.sees(';;') || reader.sees(';&')) return [undefined, false]
    if (reader.takes(';')) return [';', false]
    return [reader.peek() === '\n' ? ';' : undefined, false]
  }

  private pipeline(): Command {
    const commands: Command[] = []
    const negated = this.prefixes()
    commands.push(this.command())
    for (;;) {
      this.blanks()
      if (this.reader.sees('||') || !this.reader.takes('|')) break
      if (this.reader.peek() === '&') throw new Malformed('|& is read by some shells only')
      this.lines()
      commands.push(this.command())
    }
    const [first] = commands
    const whole: Command = commands.length === 1 && first ? first : { kind: 'pipeline', commands }
    // It went well when the command did not: like one that ran, or not.
    return negated ? { kind: 'if', parts: [whole], redirects: [] } : whole
  }

  /** `!` and `time` before a command: whether there is a `!`. */
  private prefixes(): boolean {
    let negated = false
    for (;;) {
      this.blanks()
      const reserved = this.reserved()
      if (reserved !== '!' && reserved !== 'time') return negated
      negated ||= reserved === '!'
      const from = this.reader.at
      this.reader.takes(reserved)
      this.blanks()
      if (reserved === 'time' && (this.reader.sees('-p ') || this.reader.sees('-p\t'))) {
        this.reader.takes('-p')
        this.blanks()
      }
      // `time` is a word of the grammar only before a command: with options it is a program.
      if (reserved === 'time' && /^[-;&|)\n]?$/.test(this.reader.peek())) {
        this.reader.at = from
        return negated
      }
    }
  }

  private command(): Command {
    return this.reader.nested(() => {
      this.blanks()
      const { reader } = this
      if (reader.sees('(('))
        throw new Malformed('(( is read by some shells as numbers, and by others as commands')
      if (reader.peek() === '(') return this.subshell()
      const reserved = this.reserved()
      if (reserved !== undefined && COMPOUND.has(reserved)) return this.compound(reserved)
      if (reserved !== undefined && CLOSING.has(reserved))
        throw new Malformed('a word that ends a command is where none began')
      return simple(this, () => this.compoundBody())
    })
  }

  private subshell(): Command {
    this.reader.next()
    const body = this.list([])
    this.expect(')')
    return { kind: 'subshell', body, redirects: this.redirects() }
  }

  private compoundBody(): Command {
    this.lines()
    const reserved = this.reserved()
    if (this.reader.peek() === '(') return this.subshell()
    if (reserved !== undefined && COMPOUND.has(reserved)) return this.compound(reserved)
    throw new Malformed('a function has no body')
  }

  private compound(reserved: string): Command {
    this.reader.takes(reserved)
    if (reserved === '{') {
      const body = this.list(['}'])
      this.closes('}')
      return { kind: 'group', body, redirects: this.redirects() }
    }
    if (reserved === 'if') return this.branches()
    if (reserved === 'while' || reserved === 'until') {
      const condition = this.list(['do'])
      this.closes('do')
      const body = this.list(['done'])
      this.closes('done')
      return { kind: 'loop', parts: [condition, body], redirects: this.redirects() }
    }
    if (reserved === 'for') return this.forLoop()
    if (reserved === 'case') return this.caseOf()
    if (reserved === '[[') return this.test()
    throw new Malformed(`${reserved} is read by some shells only`)
  }

  private branches(): Command {
    const parts: Command[] = [this.list(['then'])]
    this.closes('then')
    for (;;) {
      parts.push(this.list(['elif', 'else', 'fi']))
      const reserved = this.reserved()
      if (reserved === undefined) throw new Malformed('if is not closed')
      this.closes(reserved)
      if (reserved === 'fi') return { kind: 'if', parts, redirects: this.redirects() }
      if (reserved === 'elif') {
        parts.push(this.list(['then']))
        this.closes('then')
      }
    }
  }

  private forLoop(): Command {
    this.blanks()
    const [name] =
      /^[A-Za-z_][A-Za-z0-9_]*/.exec(this.reader.text.slice(this.reader.at, this.reader.at + 200)) ?? []
    if (name === undefined) throw new Malformed('for has no name')
    this.reader.at += name.length
    this.lines()
    const words: Word[] | undefined = this.reserved() === 'in' ? [] : undefined
    if (words) {
      this.reader.takes('in')
      words.push(...this.words())
    }
    this.blanks()
    this.reader.takes(';')
    this.lines()
    // Some shells take braces for do and done.
    this.closes('do')
    const body = this.list(['done'])
    this.closes('done')
    return { kind: 'for', name, ...(words ? { words } : {}), body, redirects: this.redirects() }
  }

  private caseOf(): Command {
    const words = this.words(1)
    this.lines()
    this.closes('in')
    const bodies: Command[] = []
    for (;;) {
      this.lines()
      if (this.reserved() === 'esac') break
      this.reader.takes('(')
      for (;;) {
        words.push(...this.words(1))
        this.blanks()
        if (!this.reader.takes('|')) break
      }
      this.expect(')')
      bodies.push(this.list(['esac']))
      this.lines()
      if (this.reserved() === 'esac') break
      if (!this.reader.takes(';;&') && !this.reader.takes(';;') && !this.reader.takes(';&'))
        throw new Malformed('a branch of case is not closed')
    }
    this.closes('esac')
    return { kind: 'case', words, bodies, redirects: this.redirects() }
  }

  /** Other shells read `[[` as a program, and < and > within as redirections. */
  private test(): Command {
    const words: Word[] = []
    for (;;) {
      this.blanks()
      if (this.reserved() === ']]') break
      const { reader } = this
      if (!reader.takes('&&') && !reader.takes('||')) {
        const next = word(reader, this.inner)
        if (!next) throw new Malformed('[[ is read by shells in different ways')
        words.push(next)
      } else reader.doubt('posix', '[[ with && or || is read by some shells only')
    }
    this.reader.takes(']]')
    return { kind: 'test', words, redirects: this.redirects() }
  }

  /** Words on this line. */
  private words(most = Number.POSITIVE_INFINITY): Word[] {
    const words: Word[] = []
    while (words.length < most) {
      this.blanks()
      const next = word(this.reader, this.inner)
      if (!next) break
      words.push(next)
    }
    if (words.length < most && most === 1) throw new Malformed('a word is missing')
    return words
  }

  private redirects(): Redirect[] {
    const found: Redirect[] = []
    for (;;) {
      this.blanks()
      const redirect = redirectAt(this)
      if (!redirect) return found
      found.push(redirect)
    }
  }

  /** Commands within `$(…)` or backquotes. */
  readonly inner = (reader: Reader, until: ')' | '`'): Command => {
    const grammar = new Grammar(reader, new Heredocs(reader))
    const command = grammar.list([])
    if (until === ')') grammar.expect(')')
    else if (!reader.ended()) throw new Malformed('a word or operator is where none can be')
    grammar.heredocs.finish()
    return command
  }

  /** A word of letters or signs that stands here by itself, unquoted. */
  private reserved(): string | undefined {
    const from = this.reader.at
    let found = ''
    while (found.length < 9 && !/^[\s|&;()<>]?$/.test(this.reader.peek())) found += this.reader.next()
    const ends = /^[\s|&;()<>]?$/.test(this.reader.peek())
    this.reader.at = from
    return ends && found !== '' && /^(?:[a-z]+|[{}!]|\[\[|\]\])$/.test(found) ? found : undefined
  }

  private closes(reserved: string): undefined {
    if (this.reserved() !== reserved) throw new Malformed('a command with several parts is not complete')
    this.reader.takes(reserved)
  }

  private expect(sign: string): undefined {
    this.lines()
    if (!this.reader.takes(sign)) throw new Malformed('a bracket is not closed')
  }

  blanks(): undefined {
    while (this.reader.peek() === ' ' || this.reader.peek() === '\t') this.reader.next()
    if (this.reader.peek() === '#')
      while (this.reader.text[this.reader.at] !== undefined && this.reader.text[this.reader.at] !== '\n')
        this.reader.at += 1
  }

  /** Blanks, comments and newlines. */
  private lines(): undefined {
    for (;;) {
      this.blanks()
      if (this.reader.peek() !== '\n') return
      this.reader.next()
      this.heredocs.read()
    }
  }
}

function done(items: readonly Item[]): Command {
  const [only] = items
  return items.length === 1 && only && !only.background ? only.command : { kind: 'list', items }
}
