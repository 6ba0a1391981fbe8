import type { Snapshot } from '../../../sql/catalogue/snapshot.ts'
import type { Side } from '../side.ts'
import { NOTHING_BEFORE, sinceThen } from './before.ts'
import type { Wanted } from './fragments.ts'
import { type Before, Mirror, nothingStale, type Stale } from './mirror.ts'
import { changes, present, type Told, told } from './parts.ts'
import { everything } from './queries.ts'
import { group, type Rows } from './rows.ts'

/** Milliseconds; tens of thousands of tables take a few seconds. */
const ANSWER_MS = 90_000
/** Transactions after which their numbers are not compared any more: they begin anew after twice as many. */
const MOST_TRANSACTIONS = 1_000_000_000n
/** Others may not number their rows. */
const POSTGRESQL = /^PostgreSQL [\d.]+(beta\d|rc\d)? (\(|on )/
/** What is stale of more than this is as soon read whole. */
const MOST_STALE = 2000

type Asked = Pick<Side, 'query'>

/** One view of the catalogue. */
interface View {
  readonly head: Rows
  /** Rows that were written since have this number, or a later one. */
  readonly moment: string
  readonly last: string
  /** The server and the database; undefined when what is new cannot be told there. */
  readonly place: string | undefined
  readonly schemas: ReadonlyMap<string, string>
  readonly told: ReadonlyMap<number, Told>
  readonly held: ReadonlySet<string>
}

interface Known {
  readonly mirror: Mirror
  readonly view: View
  readonly snapshot: Snapshot
  /** Could not be deparsed. */
  readonly pending: Stale
}

/**
 * Reads the catalogue of one target: whole, and then only what is new. Two round trips, one when nothing is new. A relation
 * that somebody has locked against readers is told as before; what was not known of it, or has changed since, counts as anything.
 */
export class SnapshotReader {
  readonly #side: Asked
  readonly #now: () => number
  #known: Known | undefined

  /** `now` is the wall clock in milliseconds. */
  constructor(side: Asked, now: () => number) {
    this.#side = side
    this.#now = now
  }

  /**
   * What the catalogue holds now, the very same when nothing has changed. `whole`: also sizes, which no change tells of.
   * Rejects when the target does not answer, or when a lock came up.
   */
  async read({ whole = false }: { whole?: boolean } = {}): Promise<Snapshot> {
    const known = this.#known
    this.#known = undefined
    const next = (known && (await this.#again(known, whole))) ?? (await this.#whole(NOTHING_BEFORE))
    this.#known = next
    return next.snapshot
  }

  async #view(since?: string): Promise<View> {
    const rows = group(await this.#side.query(changes(since), ANSWER_MS))
    const [, moment, last, version, place] = rows('moment')[0] ?? []
    return {
      head: rows,
      moment: moment ?? '',
      last: last ?? '',
      place: place && POSTGRESQL.test(version ?? '') ? `${place} ${version}` : undefined,
      schemas: new Map(rows('schema').map(([, oid, name]) => [oid!, name!])),
      told: told(rows),
      held: new Set(rows('held').map(([, oid]) => oid!)),
    }
  }

  /** Undefined when nothing that is known can be relied on. */
  async #again(known: Known, whole: boolean): Promise<Known | undefined> {
    const { mirror } = known
    const stale = nothingStale()
    try {
      const view = await this.#view(known.view.moment)
      if (!follows(view, known.view)) return undefined
      mirror.note(view.told, stale)
      const missing = mirror.missing(view.told)
      if (missing.length > 0)
        for (const [, source, ids] of await this.#side.query(present(missing), ANSWER_MS))
          mirror.keep(Number(source), new Set((ids ?? '').split(',')), stale)
      if (stale.all || renamed(known.view.schemas, view.schemas)) return undefined
      if (whole) return await this.#whole(sinceThen(mirror, stale))
      return await this.#taken(known, view, stale, missing.length > 0)
    } catch {
      // Whatever it was: reading all of it tells, or fails itself.
      return undefined
    }
  }

  async #taken(known: Known, view: View, stale: Stale, fewer: boolean): Promise<Known | undefined> {
    const { mirror, snapshot } = known
    const before = sinceThen(mirror, stale)
    const pending = released(known.pending, view.held, stale)
    const wanted = mirror.wanted(stale)
    if (wanted.relations.length + wanted.functions.length > MOST_STALE) return undefined
    const about = aboutOf(view, this.#now())
    const none =
      wanted.relations.length + wanted.functions.length + wanted.types.length === 0 && !wanted.apart
    if (none && !fewer && snapshot.searchPath.join('\n') === about.searchPath.join('\n'))
      return { mirror, view, snapshot, pending }
    if (!none) mirror.take(await this.#read(view, wanted), wanted, view.held, before)
    for (const oid of wanted.relations) if (view.held.has(oid)) pending.relations.set(oid, new Set())
    for (const oid of wanted.functions) if (view.held.has(oid)) pending.functions.add(oid)
    return { mirror, view, snapshot: mirror.snapshot(about), pending }
  }

  async #whole(before: Before): Promise<Known> {
    const view = await this.#view()
    const mirror = new Mirror()
    mirror.note(view.told, nothingStale())
    mirror.take(await this.#read(view), undefined, view.held, before)
    const pending = nothingStale()
    for (const oid of view.held) {
      pending.relations.set(oid, new Set())
      pending.functions.add(oid)
    }
    return { mirror, view, snapshot: mirror.snapshot(aboutOf(view, this.#now())), pending }
  }

  async #read(view: View, wanted?: Wanted): Promise<Rows> {
    const server = Number(view.head('server')[0]?.[1])
    return group(await this.#side.query(everything([...view.held].map(Number), server, wanted), ANSWER_MS))
  }
}

function aboutOf(
  { head }: View,
  now: number,
): Pick<Snapshot, 'server' | 'database' | 'takenAt' | 'searchPath'> {
  const [, server, database] = head('server')[0] ?? []
  return {
    server: Number(server),
    database: database ?? '',
    takenAt: new Date(now).toISOString(),
    searchPath: head('path').map(([, schema]) => schema!),
  }
}

/** The same server has gone on from there, and not so far that numbers of transactions may have come again. */
function follows(view: View, before: View): boolean {
  if (view.place === undefined || view.place !== before.place) return false
  const [since, last] = [BigInt(before.moment), BigInt(view.last)]
  return last >= BigInt(before.last) && last - since < MOST_TRANSACTIONS
}

const renamed = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean =>
  [...before].some(([oid, name]) => (now.get(oid) ?? name) !== name)

/** What nobody holds any more becomes stale; the others stay as they are. */
function released(pending: Stale, held: ReadonlySet<string>, stale: Stale): Stale {
  const left = nothingStale()
  for (const oid of pending.relations.keys())
    if (held.has(oid)) left.relations.set(oid, new Set())
    else if (!stale.relations.has(oid)) stale.relations.set(oid, new Set())
  for (const oid of pending.functions)
    if (held.has(oid)) left.functions.add(oid)
    else stale.functions.add(oid)
  return left
}

/** What the catalogue holds now, whole; see `SnapshotReader`. */
export const loadSnapshot = (side: Asked, now: number): Promise<Snapshot> =>
  new SnapshotReader(side, () => now).read()
