// Masks over `application/x-www-form-urlencoded`, as https://url.spec.whatwg.org/#urlencoded-parsing reads it.
import { type BodyMask, Counts, Finder, type Tools, Unmaskable } from './body.ts'

const LONGEST = 1024 * 1024

export class FormMask implements BodyMask {
  readonly #counts = new Counts()
  readonly #tools: Tools
  readonly #finder: Finder
  readonly #chunks: Buffer[] = []
  #length = 0

  constructor(tools: Tools) {
    this.#tools = tools
    this.#finder = new Finder(tools, this.#counts)
  }

  get masked(): Readonly<Record<string, number>> {
    return this.#counts.masked
  }

  rest(): Buffer {
    return Buffer.alloc(0)
  }

  write(chunk: Buffer): Buffer {
    this.#length += chunk.length
    if (this.#length > LONGEST) throw new Unmaskable('the form is too large')
    this.#chunks.push(Buffer.from(chunk))
    return Buffer.alloc(0)
  }

  end(): Buffer {
    const text = Buffer.concat(this.#chunks).toString()
    let changed = false
    const pairs = [...new URLSearchParams(text)].map(([name, value]): [string, string] => {
      const pair: [string, string] = [this.#finder.masked(name, undefined) ?? name, this.#masked(name, value)]
      changed ||= pair[0] !== name || pair[1] !== value
      return pair
    })
    return Buffer.from(changed ? new URLSearchParams(pairs).toString() : text)
  }

  #masked(name: string, value: string): string {
    // `user[email]` is a field of `user`.
    const path = name
      .toLowerCase()
      .split(/[.[\]]+/)
      .filter((part) => part !== '')
    const mask = this.#tools.fields.find(path)
    if (!mask) return this.#finder.masked(value, name) ?? value
    this.#counts.add(mask.label)
    return mask.text(value) ?? ''
  }
}
