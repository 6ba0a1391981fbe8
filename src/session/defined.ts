// What one connection defined that the catalogue does not show others yet: its transaction is still open. Definitions are
// warned about only, so whatever they may set off is told when something reaches them.
import type { Analysis, Effect, Statement } from '../core/statement.ts'
import { type Defined, inBody, onlyDefines } from '../sql/catalogue/definitions.ts'
import { partsOf } from '../sql/catalogue/names.ts'
import { switchesOn } from '../sql/catalogue/run.ts'
import { dotted } from '../sql/tree.ts'

/** Names without any code of the database behind them. */
const PLAIN_TYPES =
  /^("?(char|name|bit|time|interval|timestamp)"?|text|uuid|jsonb?|jsonpath|xml|bytea|bool|boolean|int[248]?|integer|float[48]|numeric|decimal|money|date|timetz|timestamptz|bpchar|varchar|varbit|inet|cidr|macaddr8?|oid|reg\w+|tsvector|tsquery|(small|big)?serial[248]?|trigger|void|record|point|box|circle|line|lseg|path|polygon|(int[48]|num|ts|tstz|date)(multi)?range|pg_lsn|citext|hstore|vector|ltree|geometry|geography)$/
const PLAIN_OPERATORS = new Set(
  '= <> != < > <= >= + - * / % || ~ ~* !~ !~* ~~ ~~* !~~ !~~* -> ->> #> #>> @> <@ && ? ?| ?& @@'.split(' '),
)
/** What is made of these is found under its own name. */
const NAMED = new Set(
  `table view materialized-view index sequence schema column constraint foreign-key primary-key unique check default function trigger
  rule policy catalog publication statistics extension role`.split(/\s+/),
)
const SMALL = new Set(['column', 'constraint', 'index', 'sequence'])

export class Definitions implements Defined {
  readonly #functions = new Map<string, Analysis[]>()
  readonly #relations = new Map<string, Analysis[]>()
  readonly #all = new Set<Analysis>()
  /** Not answered yet. */
  readonly #sent = new Set<Statement>()
  /** Functions, by name, that something other than a definition calls by now. */
  readonly #hooked = new Set<string>()
  /** Relations, by name, whose columns were renamed or got other types. */
  readonly #columns = new Set<string>()
  /** Relations, by name, whose triggers were switched on. */
  readonly #switched = new Set<string>()
  /** Something may be reached under a name that tells nothing. */
  #shifted = false

  get any(): boolean {
    return this.#all.size > 0 || this.#columns.size > 0 || this.#switched.size > 0 || this.#shifted
  }

  functions(name: string): readonly Analysis[] {
    return this.#functions.get(name) ?? []
  }

  relations(name: string): readonly Analysis[] {
    return this.#relations.get(name) ?? []
  }

  columns(name: string): boolean {
    return this.#shifted || this.#columns.has(name)
  }

  switched(name: string): boolean {
    return this.#switched.size > 0 && (this.#shifted || this.#switched.has(name))
  }

  get anywhere(): readonly Analysis[] {
    if (this.#shifted) return [...this.#all]
    return [...this.#hooked].flatMap((name) => this.functions(name))
  }

  /** It is about to be sent and run. */
  learn(statement: Statement): void {
    const { analysis } = statement
    if (!analysis.effects.some(({ action }) => CHANGING.has(action))) return
    this.#sent.add(statement)
    if (!onlyDefines(analysis)) this.#hook(analysis)
    for (const effect of analysis.effects) {
      if (defines(effect)) this.#keep(effect, analysis)
      if (switchesOn(effect)) this.#switched.add(lastPart(effect.name ?? ''))
    }
  }

  ended(statement: Statement): void {
    this.#sent.delete(statement)
  }

  /** No transaction is open: what has ended shows to everybody, or never was. */
  idle(): void {
    if (this.#sent.size > 0 || (!this.any && !this.#shifted && this.#hooked.size === 0)) return
    this.#functions.clear()
    this.#relations.clear()
    this.#all.clear()
    this.#hooked.clear()
    this.#columns.clear()
    this.#switched.clear()
    this.#shifted = false
  }

  #keep({ object, name = '*' }: Effect, analysis: Analysis): void {
    const kind = object === 'function' ? this.#functions : this.#relations
    const last = lastPart(name)
    const same = kind.get(last) ?? []
    if (!same.includes(analysis)) kind.set(last, [...same, analysis])
    this.#all.add(analysis)
    if (isOpen(name)) this.#shifted = true
  }

  /** Defaults, checks, domains, operators, renamed relations, partitions: what hangs on them runs without being named. */
  #hook({ effects, uses }: Analysis): void {
    const { functions = [], fields = [], types = [], operators = [], models = [] } = uses ?? {}
    // Names that bodies use are not told apart from the others; what bodies do waits until they run.
    const bodies = effects.some(inBody)
    const now = effects.filter((effect) => !inBody(effect))
    const called = now.flatMap(({ action, name }) => (action === 'call' && name !== undefined ? name : []))
    for (const name of bodies ? called : [...functions, ...fields]) this.#hooked.add(lastPart(name))
    for (const { action, object, name = '' } of effects)
      if (object === 'column' && (action === 'rename' || action === 'rewrite'))
        this.#columns.add(lastPart(name))
    this.#shifted ||=
      models.length > 0 ||
      now.some(shifts) ||
      (!bodies &&
        (types.some((name) => !PLAIN_TYPES.test(name)) ||
          operators.some((name) => !PLAIN_OPERATORS.has(name))))
  }
}

const CHANGING = new Set(['create', 'alter', 'rename', 'move', 'detach', 'rewrite'])

const lastPart = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])

/** A part of the name is known only when it runs. */
const isOpen = (name: string): boolean => name.includes('*')

const defines = ({ action, object, temporary, ...effect }: Effect): boolean =>
  action === 'create' && DEFINING.has(object) && !temporary && !inBody({ action, object, ...effect })

const DEFINING = new Set(['function', 'trigger', 'rule', 'view'])

/** After it, names do not tell which code is reached. */
function shifts({ action, object, name = '', stored }: Effect): boolean {
  if (stored) return false
  if (action === 'rename' || action === 'move') return !SMALL.has(object)
  if (action === 'detach' || action === 'call' || isOpen(name)) return true
  if (action === 'alter') return object === 'inheritance' || object === 'partition'
  return action === 'create' && !NAMED.has(object)
}
