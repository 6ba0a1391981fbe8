/** Reads a JSON object member by member; each error names the member, never its value. */
export interface Fields {
  text(name: string): string
  integer(name: string): number
  flag(name: string): boolean
  oneOf<T extends string>(name: string, choices: readonly T[]): T
  object(name: string): Fields
  list<T>(name: string, item: (value: unknown, at: string) => T): T[]
  /** A null-prototype record. */
  record<T>(name: string, item: (value: unknown, at: string) => T): Record<string, T>
  optional<T>(name: string, read: (name: string) => T): T | undefined
  /** Throws when a member was not read. */
  end(): void
}

/** `at` is the object's place for messages; `fail` makes the error to throw. */
export function fields(json: unknown, at: string, fail: (message: string) => Error): Fields {
  if (!isObject(json)) throw fail(`${at} must be an object`)
  const unread = new Set(Object.keys(json))
  const take = (name: string): unknown => {
    unread.delete(name)
    return Object.hasOwn(json, name) ? json[name] : undefined
  }
  const reader: Fields = {
    text(name) {
      const value = take(name)
      if (typeof value !== 'string') throw fail(`${at}.${name} must be a string`)
      return value
    },
    integer(name) {
      const value = take(name)
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw fail(`${at}.${name} must be a whole number`)
      return value
    },
    flag(name) {
      const value = take(name)
      if (typeof value !== 'boolean') throw fail(`${at}.${name} must be true or false`)
      return value
    },
    oneOf(name, choices) {
      const value = take(name)
      const found = choices.find((choice) => choice === value)
      if (found === undefined) throw fail(`${at}.${name} must be ${choices.join(' or ')}`)
      return found
    },
    object: (name) => fields(take(name), `${at}.${name}`, fail),
    list(name, item) {
      const value = take(name)
      if (!Array.isArray(value)) throw fail(`${at}.${name} must be a list`)
      return value.map((entry, index) => item(entry, `${at}.${name}[${index}]`))
    },
    record<T>(name: string, item: (value: unknown, at: string) => T) {
      const value = take(name)
      if (!isObject(value)) throw fail(`${at}.${name} must be an object`)
      const record: Record<string, T> = Object.create(null)
      for (const [key, entry] of Object.entries(value)) record[key] = item(entry, `${at}.${name}.${key}`)
      return record
    },
    optional: (name, read) => (Object.hasOwn(json, name) ? read(name) : undefined),
    end() {
      const [extra] = unread
      if (extra !== undefined) throw fail(`${at}.${extra} is unknown`)
    },
  }
  return reader
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
