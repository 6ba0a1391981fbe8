// Names as effects write them (`"x".y`), looked up as the server would.

const PART = /"((?:[^"]|"")*)"|[^."]+/g

/** The parts of a name that `dotted` put together. */
export function partsOf(name: string): string[] {
  if (!name.includes('"')) return name.split('.')
  return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part)
}

const NONE: readonly never[] = []

/** Schemas that a name without one is looked up in, in order; null for any schema. */
export type Scope = readonly string[] | null

/** What a schema holds, by name. */
export class Names<T extends { readonly schema: string; readonly name: string }> {
  readonly #byName = new Map<string, T[]>()

  constructor(items: readonly T[]) {
    for (const item of items) {
      const same = this.#byName.get(item.name)
      if (same) same.push(item)
      else this.#byName.set(item.name, [item])
    }
  }

  /** Those of a name with its schema; none for a name without. */
  exact(name: string): readonly T[] {
    return this.all(name, NONE)
  }

  /** Everything that a call by this name may reach. */
  all(name: string, scope: Scope): readonly T[] {
    const [found, schema] = this.#named(name)
    if (found.length === 0) return NONE
    if (schema !== undefined) return found.filter((item) => item.schema === schema)
    return scope ? found.filter((item) => scope.includes(item.schema)) : found
  }

  /** What the name means: the first of the scope. */
  first(name: string, scope: Scope): readonly T[] {
    const found = this.all(name, scope)
    if (!scope || found.length < 2) return found
    for (const schema of scope) {
      const here = found.filter((item) => item.schema === schema)
      if (here.length > 0) return here
    }
    return found
  }

  #named(name: string): readonly [readonly T[], string | undefined] {
    const plain = this.#byName.get(name)
    if (plain && !name.includes('.')) return [plain, undefined]
    const parts = partsOf(name)
    return [this.#byName.get(parts.at(-1) ?? '') ?? NONE, parts.at(-2)]
  }
}
