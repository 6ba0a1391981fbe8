// Names as effects write them (`"x".y`), looked up as the server would.

const PART = /"((?:[^"]|"")*)"|[^."]+/g

/** The parts of a name that `dotted` put together. */
export function partsOf(name: string): string[] {
  if (!name.includes('"')) return name.split('.')
  return [...name.matchAll(PART)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part)
}

const NONE: readonly never[] = []

/** What a schema holds, by name. */
export class Names<T extends { readonly schema: string; readonly name: string }> {
  readonly #byName = new Map<string, T[]>()
  readonly #path: readonly string[]

  /** `path`: schemas that a name without one is looked up in, in order. */
  constructor(items: readonly T[], path: readonly string[]) {
    this.#path = path
    for (const item of items) {
      const same = this.#byName.get(item.name)
      if (same) same.push(item)
      else this.#byName.set(item.name, [item])
    }
  }

  /** Everything that a call by this name may reach; in any schema when `anywhere`. */
  all(name: string, anywhere: boolean): readonly T[] {
    const [found, schema] = this.#named(name)
    if (found.length === 0) return NONE
    if (schema !== undefined) return found.filter((item) => item.schema === schema)
    return anywhere ? found : found.filter((item) => this.#path.includes(item.schema))
  }

  /** What the name means: the first of the path; what it may mean when `anywhere`. */
  first(name: string, anywhere: boolean): readonly T[] {
    const found = this.all(name, anywhere)
    if (anywhere || found.length < 2) return found
    for (const schema of this.#path) {
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
