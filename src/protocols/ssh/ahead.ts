// A login at the target that is made before it is asked for: the next connection does not wait for one.
import type { Upstream } from './upstream-login.ts'

/** One is kept at a time, and only while connections come. */
export class Ahead {
  readonly #login: () => Promise<Upstream>
  readonly #keep: number
  #spare: Promise<Upstream | undefined> | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false

  /** `keep`: milliseconds after which nobody seems to need it. */
  constructor(login: () => Promise<Upstream>, keep: number) {
    this.#login = login
    this.#keep = keep
  }

  /** Rejects as a login does. What failed ahead is tried again. */
  async take(): Promise<Upstream> {
    const spare = await this.#release()
    const upstream = spare?.link.open ? spare : await this.#login()
    this.#prepare()
    return upstream
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#drop()
  }

  #prepare(): void {
    if (this.#closed || this.#spare) return
    this.#spare = this.#login().catch(() => undefined)
    this.#timer = setTimeout(() => void this.#drop(), this.#keep)
    this.#timer.unref()
  }

  #release(): Promise<Upstream | undefined> | undefined {
    const spare = this.#spare
    this.#spare = undefined
    clearTimeout(this.#timer)
    return spare
  }

  async #drop(): Promise<void> {
    const spare = await this.#release()
    spare?.link.disconnect('')
    spare?.link.socket.end()
  }
}
