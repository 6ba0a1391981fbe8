import { Session } from 'node:inspector/promises'

/** Which blocks of the source were run since the last time that somebody asked. */
export class Coverage {
  readonly #session = new Session()
  readonly #within: RegExp
  readonly #seen = new Set<string>()

  private constructor(within: RegExp) {
    this.#within = within
  }

  /** `within` is matched against the addresses of scripts. */
  static async start(within: RegExp): Promise<Coverage> {
    const coverage = new Coverage(within)
    coverage.#session.connect()
    await coverage.#session.post('Profiler.enable')
    await coverage.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    return coverage
  }

  get size(): number {
    return this.#seen.size
  }

  /** Blocks that were run for the first time. */
  async fresh(): Promise<Set<string>> {
    const fresh = new Set([...(await this.run())].filter((block) => !this.#seen.has(block)))
    for (const block of fresh) this.#seen.add(block)
    return fresh
  }

  /** Blocks that were run since the last time that somebody asked. */
  async run(): Promise<Set<string>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    const found = new Set<string>()
    for (const { url, functions } of result)
      if (this.#within.test(url))
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges)
            if (count > 0) found.add(`${url} ${startOffset} ${endOffset}`)
    return found
  }

  stop(): void {
    this.#session.disconnect()
  }
}
