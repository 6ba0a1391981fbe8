// Names that surely mean what was made here: by one text while it is walked, or by one connection. A name that may have
// been taken away, or given to something else, means what it means to everybody.
import type { Effect } from '../core/statement.ts'
import { FOREIGN_KEY, hooks, lastPart, OWNED_BY, reachOf } from './reach.ts'

const KEPT = 2000
const TAKES = new Set(['delete', 'truncate', 'drop'])
const JOINS = new Set(['inheritance', 'partition'])
const LOST = new Set(['table', 'column'])

/** How a table was made. */
export interface MadeTable {
  /** Only the open transaction sees it: nothing older is lost with it. */
  readonly fresh: boolean
  /** It has what another table checks and computes. */
  readonly alike?: boolean
}

export class Names {
  /** By the last part of the name; whether it ends with the transaction. */
  readonly #temporary = new Map<string, boolean>()
  /** Tables that others do not use yet, as written. */
  readonly #tables = new Map<string, MadeTable>()
  /** Columns that were not there before, by table as written. */
  readonly #columns = new Map<string, Set<string>>()
  /** Names that a view has, or a table with code behind it: no matter what else is called so. */
  readonly #veiled = new Set<string>()
  /** Names of tables whose rows take others along. */
  readonly #referred = new Set<string>()
  /** Names of tables that take along what was there before: sequences. */
  readonly #owners = new Set<string>()
  /** Code that may come along with the rows of any table was made. */
  #hooked = false
  /** Code that moves names was made, and runs when something sets it off. */
  #clouded = false
  /** Code that moves names was set off, and may run once more: a trigger that waits for the end. */
  #shut = false
  /** The search path may come back at the end of the transaction. */
  #moved = false

  get any(): boolean {
    return this.#temporary.size + this.#tables.size + this.#columns.size > 0
  }

  get clouded(): boolean {
    return this.#clouded
  }

  /** Temporary tables that stay when the transaction has ended. */
  get lasting(): readonly string[] {
    return [...this.#temporary].flatMap(([name, ends]) => (ends ? [] : name))
  }

  get tables(): readonly string[] {
    return [...this.#tables.keys()]
  }

  /** By the last part of its name. */
  isTemporary(name: string): boolean {
    return this.#temporary.has(name)
  }

  /** A view, or code, may be behind that name. */
  isVeiled(last: string): boolean {
    return this.#veiled.has(last)
  }

  isTable(name: string): boolean {
    return this.#tables.has(name)
  }

  /** What this does to the table takes nothing away that was there before the transaction. */
  isFresh(name: string, { action, object }: Effect): boolean {
    const made = this.#tables.get(name)
    const last = lastPart(name)
    if (!made?.fresh || this.#referred.has(last)) return false
    if (this.#veiled.has(last) || this.#temporary.has(last)) return false
    if (this.#owners.has(last) && (action === 'drop' || action === 'truncate')) return false
    return TAKES.has(action) || (action === 'update' && object === 'table' && made.alike !== true)
  }

  /** All of the columns are new. */
  hasColumns(table: string, columns: readonly string[]): boolean {
    const known = this.#columns.get(table)
    return known !== undefined && columns.length > 0 && columns.every((column) => known.has(column))
  }

  /** A temporary table that is surely there. `ends`: with the transaction. */
  addTemporary(name: string, ends: boolean): void {
    if (this.#shut || this.#clouded || this.#veiled.has(name)) return
    this.#bound()
    this.#temporary.set(name, ends)
  }

  /** A table that was surely not there before; not a temporary one. */
  addTable(name: string, made: MadeTable): void {
    const last = lastPart(name)
    if (this.#shut || /^"?pg_/.test(last)) return
    this.#bound()
    this.#tables.set(name, { ...made, fresh: made.fresh && !this.#clouded })
  }

  /** A column that was surely not there before. */
  addColumn(table: string, column: string): void {
    const last = lastPart(table)
    if (this.#shut || this.#hooked || this.#veiled.has(last) || this.#temporary.has(last)) return
    this.#bound()
    this.#columns.set(table, (this.#columns.get(table) ?? new Set()).add(column))
  }

  /**
   * It happens, or happens `later` when something sets it off. True when a name may mean something else now.
   * To be called before what it makes is added.
   */
  sees(effect: Effect, later = false): boolean {
    const { action, object, name = '', detail } = effect
    const reach = reachOf(effect)
    if (hooks(effect)) this.#hook(lastPart(name), later)
    if (detail === FOREIGN_KEY) this.#referred.add(lastPart(name))
    if (detail?.startsWith(OWNED_BY)) this.#owners.add(lastPart(detail.slice(OWNED_BY.length)))
    // Children come along with their parents, and with what they have in a column that is new there.
    if (action === 'alter' && JOINS.has(object)) this.hook()
    if (later) {
      this.#clouded ||= reach === 'all' || (reach.taken.length > 0 && action !== 'create')
      if (reach !== 'all' && detail !== FOREIGN_KEY) for (const last of reach.hung) this.#veil(last)
      return false
    }
    if (action === 'set' && reach === 'all') this.#moved = true
    if (TAKES.has(action) && LOST.has(object) && !effect.temporary) this.#loses()
    if (object === 'column' && (action === 'rename' || action === 'drop')) this.#forgetColumns(lastPart(name))
    if (reach === 'all') this.forget()
    else {
      for (const last of reach.taken) this.#leaves(last)
      for (const last of reach.hung) if (detail !== FOREIGN_KEY) this.#veil(last)
    }
    if (action === 'transaction' && (object === 'commit' || detail === 'commit')) this.#commits()
    return reach === 'all' || (reach.taken.length > 0 && action !== 'create')
  }

  /** A function that triggers may call already is another one now. */
  hook(): void {
    this.#hooked = true
    this.#columns.clear()
  }

  /** Nothing is certain until the transaction is over. */
  shut(): void {
    this.#shut = true
    this.forget()
  }

  /** What was made is told with what sets it off. */
  shown(): void {
    this.#clouded = false
  }

  /** Nothing is open: what is there is there for all, and nothing of it waits to run. */
  idle(): void {
    this.#hooked = false
    this.#clouded = false
    this.#shut = false
    this.#loses()
    this.#columns.clear()
  }

  /** Any name may mean anything. */
  forget(): void {
    this.#temporary.clear()
    this.#tables.clear()
    this.#columns.clear()
  }

  forgetColumns(): void {
    this.#columns.clear()
  }

  /** The transaction ends with what it has done. Others may fill columns and tables from here on. */
  #commits(): void {
    if (this.#moved || this.#clouded) this.forget()
    this.#moved = false
    // Children go with their parents.
    if ([...this.#temporary.values()].some(Boolean)) this.#temporary.clear()
    this.#loses()
    this.#columns.clear()
  }

  /** What was made here may hold the only copy of rows that went away, or others fill it. */
  #loses(): void {
    for (const [name, made] of this.#tables) this.#tables.set(name, { ...made, fresh: false })
  }

  /** Another relation may have the name now, also when it is written with its schema. */
  #leaves(last: string): void {
    this.#temporary.delete(last)
    this.#forgetColumns(last)
    for (const table of this.#tables.keys()) if (lastPart(table) === last) this.#tables.delete(table)
  }

  #veil(last: string): void {
    this.#veiled.add(last)
    this.#temporary.delete(last)
    this.#forgetColumns(last)
  }

  #forgetColumns(last: string): void {
    for (const table of this.#columns.keys()) if (lastPart(table) === last) this.#columns.delete(table)
  }

  /** A table of our own is no other's child, so its triggers are its own matter. */
  #hook(last: string, later: boolean): void {
    if (later || !this.tables.some((table) => lastPart(table) === last)) this.hook()
    else this.#forgetColumns(last)
  }

  #bound(): void {
    if (this.#temporary.size + this.#tables.size + this.#columns.size > KEPT) this.forget()
  }
}
