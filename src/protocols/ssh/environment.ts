// Environment variables that a client asks for, as far as the terms name them.

import { isUtf8 } from 'node:buffer'
import type { SshTerms } from '../../core/grant.ts'
import { Reader } from './frames.ts'
import { LONGEST_COMMAND } from './inspect.ts'
import { quoted } from './sftp/paths.ts'

const MOST = 128
const LOCALE =
  /^(?:LANG|LANGUAGE|LC_(?:ALL|ADDRESS|COLLATE|CTYPE|IDENTIFICATION|MEASUREMENT|MESSAGES|MONETARY|NAME|NUMERIC|PAPER|TELEPHONE|TIME))$/
const LANGUAGE = /^(?:C|POSIX|[a-z]{2,3}_[A-Z]{2})(?:\.[A-Za-z0-9-]+)?(?:@[a-z]+)?$/
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

export class Environment {
  readonly #allowed: (name: string) => boolean
  readonly #requests: Buffer[] = []
  readonly #variables = new Map<string, string>()
  #bytes = 0

  constructor({ environment }: Pick<SshTerms, 'environment'>) {
    const exact = new Set(environment.filter((name) => !name.endsWith('*')))
    const starts = environment.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
    this.#allowed = (name) => exact.has(name) || starts.some((start) => name.startsWith(start))
  }

  /** The fields of one `env` request. Undefined when it is taken, else why it is not. */
  add(fields: Buffer): string | undefined {
    const reader = new Reader(fields)
    const name = reader.string().toString('latin1')
    const value = reader.string()
    reader.end()
    if (!NAME.test(name) || name.length > 256) return 'a variable whose name is no name'
    if (!this.#allowed(name)) return name
    this.#bytes += fields.length
    if (value.includes(0) || !isUtf8(value) || this.#requests.length >= MOST || this.#bytes > LONGEST_COMMAND)
      return `${name}: too much, or not text`
    this.#requests.push(fields)
    this.#variables.set(name, value.toString())
    return undefined
  }

  /** The fields of the requests that go on. */
  get requests(): readonly Buffer[] {
    return this.#requests
  }

  get variables(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#variables)
  }

  /** A line for whoever reads the command that runs with them; empty where they only name a language. */
  get written(): string {
    const told = [...this.#variables].filter(([name, value]) => !(LOCALE.test(name) && LANGUAGE.test(value)))
    return told.length === 0
      ? ''
      : `(with ${told.map(([name, value]) => `${name}=${quoted(value)}`).join(' ')})\n`
  }
}
