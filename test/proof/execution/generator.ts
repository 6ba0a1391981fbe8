// Statements made of a grammar: a name at the margin, its alternatives indented, `{name}` for another.
import { readFileSync } from 'node:fs'
import { type Random, random } from './random.ts'

type Grammar = ReadonlyMap<string, readonly string[]>

/** Below this the first alternative is taken that leads no further. */
const DEPTH = 9

/** The same `count` statements for the same seed, each once. `places` fill `@NAME@`. */
export function* generate(
  seed: number,
  count: number,
  places: Readonly<Record<string, string>>,
  file = 'grammar.txt',
): Generator<string> {
  const grammar = readGrammar(file)
  const source = random(seed)
  const seen = new Set<string>()
  while (seen.size < count) {
    const text = expand('statement', grammar, source, 0)
      .replace(/@(\w+)@/g, (_, name: string) => places[name] ?? '')
      .trim()
    if (seen.has(text)) continue
    seen.add(text)
    yield text
  }
}

function expand(name: string, grammar: Grammar, source: Random, depth: number): string {
  const all = grammar.get(name)
  if (!all) throw new Error(`the grammar has no ${name}`)
  const closed = depth < DEPTH ? [] : all.filter((text) => !text.includes('{') || /^\{\d/.test(text))
  const chosen = source.pick(closed.length > 0 ? closed : all)
  return chosen.replace(/\{([a-z]+)\}/g, (_, inner: string) => expand(inner, grammar, source, depth + 1))
}

export function readGrammar(file = 'grammar.txt'): Grammar {
  const grammar = new Map<string, string[]>()
  let current: string[] = []
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (/^[a-z]+$/.test(line)) {
      current = []
      grammar.set(line, current)
    } else current.push(line.trim())
  }
  // The empty line before the next name is no alternative; two of them are one.
  for (const alternatives of grammar.values()) if (alternatives.at(-1) === '') alternatives.pop()
  return grammar
}
