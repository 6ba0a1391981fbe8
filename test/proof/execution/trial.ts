// One statement after the other on the same seeded database; each is taken back, so what was there at first is known.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Effect } from '../../../src/core/statement.ts'
import { Connection } from './connection.ts'
import { beyond, type Counters, difference, readCounters } from './counters.ts'
import { countRows, lessRows, type Outcome } from './executor.ts'
import { gone, type Rows, readRows } from './rows.ts'
import { losses, readState, rewritten, type State, same } from './state.ts'

const SEED = ['seed.sql', 'stored.sql']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('')

export class Trial {
  readonly #root: pg.Client
  readonly #server: string
  readonly #name: string
  #inside: Inside | undefined
  #apart: Apart | undefined

  private constructor(server: string, name: string, root: pg.Client) {
    this.#server = server
    this.#name = name
    this.#root = root
  }

  /** `server` is an address of a superuser; the seed makes roles `name_…` there. `more` is run after the seed. */
  static async open(server: string, name: string, more = ''): Promise<Trial> {
    const root = new pg.Client({ connectionString: server })
    await root.connect()
    const trial = new Trial(server, name, root)
    await trial.#dropAll()
    await root.query(`CREATE DATABASE ${name}`)
    const client = new pg.Client({ connectionString: trial.url })
    await client.connect()
    await client.query(SEED.replaceAll('@NAME@', name) + more)
    await client.query('VACUUM ANALYZE')
    await client.end()
    return trial
  }

  /** The seeded database, which nothing is run in: the others are copies. */
  get url(): string {
    return this.#at(this.#name)
  }

  /** What went by the statement. */
  async run(text: string, effects: readonly Effect[]): Promise<Outcome> {
    // What ends transactions, and what may not be in one, has a copy of its own.
    if (!effects.some(({ action, object }) => action === 'transaction' || object === 'session')) {
      this.#inside ??= await Inside.open(await this.#copy('inside'), this.#name)
      const outcome = await this.#inside.run(text, effects)
      if (this.#inside.broken) this.#inside = undefined
      if (outcome.code !== '25001') return outcome
    }
    this.#apart ??= await Apart.open(await this.#copy('apart'), this.#name)
    const outcome = await this.#apart.run(text, effects)
    if (this.#apart.changed) this.#apart = undefined
    return outcome
  }

  async close(): Promise<void> {
    this.#inside?.close()
    this.#apart?.close()
    await this.#dropAll()
    await this.#root.end()
  }

  #at(name: string): string {
    return Object.assign(new URL(this.#server), { pathname: `/${name}` }).href
  }

  async #copy(suffix: string): Promise<string> {
    const name = `${this.#name}_${suffix}`
    await this.#root.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await this.#root.query(`CREATE DATABASE ${name} TEMPLATE ${this.#name}`)
    return this.#at(name)
  }

  async #dropAll(): Promise<void> {
    for (const suffix of ['_inside', '_apart', ''])
      await this.#root.query(`DROP DATABASE IF EXISTS ${this.#name}${suffix} WITH (FORCE)`)
    await this.#root.query(`DROP ROLE IF EXISTS ${this.#name}_reader, ${this.#name}_writer, made`)
  }
}

/** Within one transaction that never ends: each statement is rolled back. */
class Inside {
  readonly #at: Connection
  readonly #name: string
  readonly #before: State
  #counters: Counters | undefined
  /** A statement got out of the transaction. */
  broken = false

  private constructor(at: Connection, name: string, before: State) {
    this.#at = at
    this.#name = name
    this.#before = before
  }

  static async open(url: string, name: string): Promise<Inside> {
    const at = await Connection.open(url)
    await at.run('BEGIN')
    await at.run('SAVEPOINT proof')
    return new Inside(at, name, await readState(at, name))
  }

  async run(text: string, effects: readonly Effect[]): Promise<Outcome> {
    const before = this.#counters ?? (await readCounters(this.#at))
    const { code, rows } = await this.#at.run(text)
    const found = code === '00000' ? await this.#look(before, effects) : []
    await this.#at.run('ROLLBACK TO proof')
    this.broken = (await this.#at.run('DEALLOCATE ALL')).code !== '00000' || this.#at.status !== 'T'
    if (code !== '00000') this.#counters = undefined
    if (this.broken) this.close()
    return { code, losses: found, shown: JSON.stringify(rows) }
  }

  close(): void {
    this.#at.close()
  }

  async #look(before: Counters, effects: readonly Effect[]): Promise<string[]> {
    const after = await readCounters(this.#at)
    const { changed, losses: found, doubt } = difference(before, after)
    // Settings come back with the rollback; sequences and counters do not.
    this.#counters = { ...after, settings: before.settings }
    const over = await beyond(this.#at, changed, effects)
    return [...found, ...over, ...(doubt ? await this.#closely() : [])]
  }

  async #closely(): Promise<string[]> {
    const after = await readState(this.#at, this.#name)
    const names = rewritten(this.#before, after)
    const found = losses(this.#before, after)
    if (names.length === 0) return found
    const left = await countRows(this.#at, names)
    await this.#at.run('ROLLBACK TO proof')
    const had = await countRows(this.#at, names)
    return [...found, ...names.filter((name) => (left.get(name) ?? 0) < (had.get(name) ?? 0)).map(lessRows)]
  }
}

/** Committed, in a copy that goes once it was changed. */
class Apart {
  readonly #at: Connection
  readonly #name: string
  readonly #state: State
  readonly #rows: Rows
  changed = false

  private constructor(at: Connection, name: string, state: State, rows: Rows) {
    this.#at = at
    this.#name = name
    this.#state = state
    this.#rows = rows
  }

  static async open(url: string, name: string): Promise<Apart> {
    const at = await Connection.open(url)
    return new Apart(at, name, await readState(at, name), await readRows(at))
  }

  async run(text: string, effects: readonly Effect[]): Promise<Outcome> {
    const at = this.#at
    const before = await readCounters(at)
    const { code } = await at.run(text)
    await at.run('COMMIT')
    const counters = await readCounters(at)
    const state = await readState(at, this.#name)
    const rows = await readRows(at)
    const found = losses(this.#state, state)
    if (counters.settings !== before.settings)
      found.push('the session reads text otherwise, or is somebody else')
    const lost = gone(this.#rows, rows)
    found.push(...(await beyond(at, lost, effects)))
    this.changed = !same(this.#state, state) || lost.size > 0 || gone(rows, this.#rows).size > 0
    if (this.changed) this.close()
    else await at.run('DISCARD ALL')
    return { code, losses: found }
  }

  close(): void {
    this.#at.close()
  }
}
