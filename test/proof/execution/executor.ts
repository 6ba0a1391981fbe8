// Runs what was allowed and tells what went by it, in a database where everything else runs too. Counters of the server
// say at once that nothing can have gone; only where they leave a doubt is everything read before and after.
import type { Effect } from '../../../src/core/statement.ts'
import type { Answer, Connection } from './connection.ts'
import { beyond, difference, readCounters } from './counters.ts'
import { losses, readState, rewritten, type State } from './state.ts'

export interface Outcome {
  readonly code: string
  readonly losses: readonly string[]
  /** What it answered with. */
  readonly shown?: string
  /** The catalogue told what the text did not. */
  readonly told?: boolean
}

export class Executor {
  readonly #connection: Connection
  readonly #allowed: (text: string) => Promise<boolean>

  /** `allowed` is asked about a statement by which something went, as the database was before it. */
  constructor(connection: Connection, allowed: (text: string) => Promise<boolean>) {
    this.#connection = connection
    this.#allowed = allowed
  }

  /** In a transaction of its own; without one where the statement refuses that. */
  async run(text: string, effects: readonly Effect[], data = ''): Promise<Outcome> {
    await this.#connection.run('BEGIN')
    const outcome = await this.within(text, effects, data)
    await this.#connection.run('COMMIT')
    return outcome.code === '25001' ? this.#alone(text, effects, data) : outcome
  }

  /** In the transaction that is open. */
  async within(text: string, effects: readonly Effect[], data = ''): Promise<Outcome> {
    const at = this.#connection
    const before = await readCounters(at)
    await at.run('SAVEPOINT proof')
    const { code } = await at.run(text, data)
    if (code !== '00000') {
      await at.run('ROLLBACK TO proof')
      return { code, losses: [] }
    }
    const { changed, losses: found, doubt } = difference(before, await readCounters(at))
    const over = await beyond(at, changed, effects)
    const close = doubt ? await this.#closely(() => at.run(text, data)) : []
    const all = [...found, ...over, ...close]
    if (all.length === 0) return { code, losses: [] }
    await at.run('ROLLBACK TO proof')
    await at.run('DEALLOCATE ALL')
    const allowed = await this.#allowed(text)
    await at.run(text, data)
    return { code, losses: allowed ? all : [], told: !allowed }
  }

  async #alone(text: string, effects: readonly Effect[], data: string): Promise<Outcome> {
    const before = await readState(this.#connection)
    const { code } = await this.#connection.run(text, data)
    const found = losses(before, await readState(this.#connection))
    // DROP INDEX CONCURRENTLY is allowed: an index holds no data.
    const drops = effects.some(({ action, object }) => action === 'drop' && object === 'index')
    return { code, losses: drops ? found.filter((loss) => !loss.startsWith('index ')) : found }
  }

  async #closely(again: () => Promise<Answer>): Promise<string[]> {
    const at = this.#connection
    const before = await this.#back()
    if ((await again()).code !== '00000') {
      await at.run('ROLLBACK TO proof')
      return ['it could not be run again, to look at it closely']
    }
    const after = await readState(at)
    const found = losses(before, after)
    const names = rewritten(before, after)
    if (names.length > 0) {
      const left = await countRows(at, names)
      await this.#back()
      const had = await countRows(at, names)
      found.push(...names.filter((name) => (left.get(name) ?? 0) < (had.get(name) ?? 0)).map(lessRows))
      await again()
    }
    return found
  }

  /** To before the statement; what it prepared is not rolled back. */
  async #back(): Promise<State> {
    await this.#connection.run('ROLLBACK TO proof')
    await this.#connection.run('DEALLOCATE ALL')
    return readState(this.#connection)
  }
}

export const lessRows = (name: string): string => `rows of ${name} are gone by a rewrite`

export async function countRows(
  connection: Connection,
  names: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const name of names) {
    const [row] = await connection.rows(`SELECT count(*)::text AS n FROM ONLY ${name}`)
    counts.set(name, Number(row?.n))
  }
  return counts
}
