// The stored code that a text may come to, by the names in it: an approval is for what the text and this code do together.
import { createHash } from 'node:crypto'
import type { Snapshot } from './snapshot.ts'

interface Item {
  readonly name: string
  /** What it does and what it names; not its size, nor what only its rows have. */
  text(): string
}

const WORD = /[\p{L}\p{N}_$]+/gu

export class Reached {
  /** By the first word of their names. */
  readonly #items = new Map<string, Item[]>()
  /** What is meant without a name. */
  readonly #unnamed: string

  constructor({ relations, functions, domains, operators, casts, eventTriggers }: Snapshot) {
    for (const each of relations) {
      const { name, kind, definition, options, rules, triggers, expressions, children, referencedBy } = each
      const types = () => each.columns.flatMap(({ type }) => (type.includes('.') ? type : []))
      const does = [definition, rules, triggers, expressions, children, referencedBy]
      if (!does.some(Boolean) && !each.columns.some(({ type }) => type.includes('.'))) continue
      const code = [kind, definition, options, rules, triggers, expressions, children, referencedBy]
      this.#add({ name, text: () => JSON.stringify([each.schema, name, ...code, types()]) })
    }
    for (const each of functions) this.#add({ name: each.name, text: () => JSON.stringify(each) })
    for (const each of domains) this.#add({ name: each.name, text: () => JSON.stringify(each) })
    const unnamed = [...operators, ...casts, ...eventTriggers]
    this.#unnamed = unnamed
      .map((each) => JSON.stringify(each))
      .sort()
      .join('\n')
  }

  #add(item: Item): void {
    const [first = ''] = wordsOf(item.name)
    const known = this.#items.get(first)
    if (known) known.push(item)
    else this.#items.set(first, [item])
  }

  /** SHA-256 in hex of each piece that may be meant; more than is meant, never less. */
  digests(text: string): string[] {
    const seen = new Set<string>([''])
    const found: string[] = [this.#unnamed]
    const waiting = ['', ...wordsOf(text), ...wordsOf(this.#unnamed)]
    for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
      if (word !== '' && seen.has(word)) continue
      seen.add(word)
      for (const item of this.#items.get(word) ?? []) {
        const code = item.text()
        found.push(code)
        waiting.push(...wordsOf(code))
      }
    }
    return [...new Set(found)].map((code) => createHash('sha256').update(code).digest('hex')).sort()
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []
