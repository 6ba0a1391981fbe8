// How many rows a statement would change, as the planner estimates. The exact text is planned on the side connection, in
// a transaction that may only read; it is not run. Planning evaluates constant expressions, so a statement that calls
// code of the database is not asked about. Where a unique key tells how many rows it can be, nobody is asked.
// https://www.postgresql.org/docs/current/using-explain.html
import type { Effect, Pins, Statement } from '../../core/statement.ts'
import type { Relation } from '../../sql/catalogue/snapshot.ts'
import { splitScript } from '../../sql/split.ts'
import { bare } from './identifiers.ts'
import type { Side } from './side.ts'
import type { Stored } from './stored.ts'

const CHANGES = new Set(['delete', 'update'])
/** Constructs that the planner sees as part of the statement. */
const PLANNED = new Set(['with', 'on-conflict', 'explain'])
/** Stored code that runs with the rows, not when the statement is planned. */
const WITH_ROWS = new Set(['trigger', 'cascade'])
/** Milliseconds that an estimate is good for. */
const FRESH_MS = 2000
const KEPT = 64
const LONGEST = 100_000
/** Statements of one text that are asked about. */
const MOST = 50
/** Bytes of a row's header and its line pointer. */
const SMALLEST_ROW = 28
/** Versions from which parameters can be planned without their values. */
const GENERIC = 160_000

interface Change {
  readonly operation: string
  readonly relation: string
  readonly rows: number
}

export class Estimates {
  readonly #side: Side
  readonly #stored: Stored
  readonly #now: () => number
  readonly #known = new Map<string, { readonly at: number; readonly changes: Promise<readonly Change[]> }>()
  /** More rows than this are worth a question. */
  readonly #few: number
  /** By the effects without it. */
  readonly #proven = new WeakMap<
    readonly Effect[],
    { readonly most: number; readonly told: readonly Effect[] }
  >()
  readonly #most = new WeakMap<readonly Effect[], number>()

  constructor(side: Side, stored: Stored, now: () => number, few: number) {
    this.#side = side
    this.#stored = stored
    this.#now = now
    this.#few = few
  }

  /** See `Target.estimate`. */
  of(
    { text, analysis }: Statement,
    effects: readonly Effect[],
    { moved, hidden = false }: { readonly moved: boolean; readonly hidden?: boolean },
  ): readonly Effect[] | Promise<readonly Effect[]> | undefined {
    const { changes, count, pins } = analysis
    if (moved || changes.schema || changes.resolution || text.length > LONGEST || count > MOST)
      return undefined
    if (!effects.some(asks)) return undefined
    const proven = pins && !hidden ? this.#prove(pins, effects) : undefined
    if (proven) return proven
    if (!effects.every(plans)) return undefined
    const asked =
      count === 1
        ? this.#asked([text])
        : splitScript(text).then((pieces) => this.#asked(pieces.map((piece) => piece.text)))
    return asked.then(
      (changes) => this.#told(effects, (effect) => (asks(effect) ? rowsOf(effect, changes) : undefined)),
      () => effects,
    )
  }

  /** See `Target.atMost`. */
  atMost(effects: readonly Effect[]): number | undefined {
    return this.#most.get(effects)
  }

  /** With the rows that a unique key allows, when they are few. */
  #prove(pins: Pins, effects: readonly Effect[]): readonly Effect[] | undefined {
    const most = this.#stored.most(pins)
    if (most === undefined || most > this.#few) return undefined
    const known = this.#proven.get(effects)
    if (known?.most === most) return known.told
    const [own, ...others] = effects.filter(asks)
    if (own?.name !== pins.relation || others.length > 0) return undefined
    const told = this.#told(effects, (effect) => (effect === own ? most : undefined))
    this.#proven.set(effects, { most, told })
    this.#most.set(told, most)
    return told
  }

  /** Of all statements that the server has an estimate for. */
  async #asked(texts: readonly string[]): Promise<readonly Change[]> {
    const found: Change[] = []
    for (const whole of texts) {
      const text = whole.replace(EXPLAIN, '')
      if (CHANGING.test(text)) found.push(...(await this.#ask(text).catch(() => [])))
    }
    return found
  }

  #ask(text: string): Promise<readonly Change[]> {
    const known = this.#known.get(text)
    if (known && this.#now() - known.at < FRESH_MS) return known.changes
    const changes = this.#explain(text)
    if (this.#known.size >= KEPT) this.#known.clear()
    this.#known.set(text, { at: this.#now(), changes })
    return changes
  }

  async #explain(text: string): Promise<readonly Change[]> {
    const generic = /\$\d/.test(text) && this.#stored.server >= GENERIC
    const options = generic ? 'GENERIC_PLAN, FORMAT JSON' : 'FORMAT JSON'
    const rows = await this.#side.query(
      `SET TRANSACTION READ ONLY;
SET LOCAL statement_timeout = '2s';
SET LOCAL lock_timeout = '200ms';
EXPLAIN (${options}) ${text}
`,
    )
    const found: Change[] = []
    for (const [json] of rows)
      for (const { Plan } of JSON.parse(json ?? '[]') as Explained[]) collect(Plan, found)
    return found
  }

  #told(effects: readonly Effect[], count: (effect: Effect) => number | undefined): readonly Effect[] {
    const estimated = effects.map((effect) => {
      const rows = count(effect)
      return rows === undefined ? effect : { ...effect, estimate: rows }
    })
    const parents = estimated.filter((effect) => CHANGES.has(effect.action) && !effect.stored)
    const [parent] = parents
    if (parents.length !== 1 || parent?.estimate === undefined) return estimated
    return estimated.map((effect) => this.#along(effect, parent, parent.estimate ?? 0))
  }

  /** See `Target.rows`. */
  most(name: string): number | undefined {
    const found = this.#stored.relations(name, true)
    const sizes = found.map((relation) => this.#rows(relation, 0))
    return found.length === 0 || sizes.includes(undefined)
      ? undefined
      : sizes.reduce<number>((sum, rows) => sum + (rows ?? 0), 0)
  }

  #rows({ kind, rows, bytes, children = [] }: Relation, depth: number): number | undefined {
    if ((kind !== 'table' && kind !== 'partitioned') || depth > 5) return undefined
    const own = kind === 'partitioned' ? 0 : rows >= 0 ? rows : Math.ceil(bytes / SMALLEST_ROW)
    const below = children.flatMap((child) =>
      this.#stored.relations(child, false).map((relation) => this.#rows(relation, depth + 1)),
    )
    return below.includes(undefined) ? undefined : below.reduce<number>((sum, n) => sum + (n ?? 0), own)
  }

  /** Rows that cascade, as many for each row as there are in all. */
  #along(effect: Effect, parent: Effect, rows: number): Effect {
    if (!effect.stored || effect.object !== 'cascade' || effect.action === 'truncate') return effect
    const from = this.#count(parent.name)
    const to = this.#count(effect.name)
    if (from === undefined || to === undefined) return effect
    return { ...effect, estimate: Math.ceil(to * Math.min(1, rows / Math.max(1, from))) }
  }

  #count(name: string | undefined): number | undefined {
    const [relation, ...others] = name === undefined ? [] : this.#stored.relations(name, false)
    return relation && others.length === 0 && relation.rows >= 0 ? relation.rows : undefined
  }
}

/** What is behind it is planned just the same. */
const EXPLAIN = /^\s*EXPLAIN\s*(?:\([^()']*\)\s*|(?:ANALY[ZS]E|VERBOSE)\s+)*/i
const CHANGING = /^\s*(?:WITH|DELETE|UPDATE|MERGE|INSERT)\b/i

const asks = ({ action, object, stored, temporary, rows }: Effect): boolean =>
  CHANGES.has(action) && object === 'table' && !stored && !temporary && rows !== 'none'

/** Nothing of it runs when it is planned. */
const plans = ({ action, stored, via = [] }: Effect): boolean =>
  stored
    ? WITH_ROWS.has(via[0] ?? '')
    : action !== 'call' && action !== 'unknown' && via.every((step) => PLANNED.has(step))

interface Node {
  readonly 'Node Type': string
  readonly Operation?: string
  readonly 'Relation Name'?: string
  readonly 'Parent Relationship'?: string
  readonly 'Plan Rows'?: number
  readonly Plans?: readonly Node[]
}

interface Explained {
  readonly Plan: Node
}

/** Each ModifyTable with the rows of the plan below it. */
function collect(node: Node, found: Change[]): void {
  const { Plans = [], Operation: operation = '' } = node
  if (node['Node Type'] === 'ModifyTable') {
    const below = Plans.filter((child) => /^(Outer|Member)$/.test(child['Parent Relationship'] ?? ''))
    const rows = below.reduce((sum, child) => sum + (child['Plan Rows'] ?? 0), 0)
    found.push({ operation: operation.toLowerCase(), relation: node['Relation Name'] ?? '', rows })
  }
  for (const child of Plans) collect(child, found)
}

function rowsOf({ action, name = '' }: Effect, changes: readonly Change[]): number | undefined {
  const mine = changes.filter(
    ({ operation, relation }) =>
      relation === bare(name) &&
      (operation === action || operation === 'merge' || (operation === 'insert' && action === 'update')),
  )
  return mine.length === 0 ? undefined : mine.reduce((sum, { rows }) => sum + rows, 0)
}
