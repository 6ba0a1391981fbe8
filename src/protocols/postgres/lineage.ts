// Views, rules and partitions: which columns are behind a relation's columns.
// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html
import type { Uses } from '../../core/statement.ts'
import { lastName } from './made-code.ts'
import type { Side } from './side.ts'

/** `reads`: a view, or a table with rules; `calls`: a view that runs code of the database; `parent` and `child`: a relation whose rows have the same columns, up or down. */
type Kind = 'reads' | 'calls' | 'parent' | 'child'

interface Edge {
  readonly base: number
  /** Undefined for the relation as a whole. */
  readonly column: string | undefined
  readonly attribute: number
  readonly kind: Kind
}

/** A derived relation depends on others; `edges` go one step down. */
export class Lineage {
  readonly #names: ReadonlyMap<number, string>
  readonly #edges: ReadonlyMap<number, readonly Edge[]>
  /** Names of functions, operators and types with casts that are code of the database, where a text does not show it. */
  readonly #code: ReadonlySet<string>

  /** Generated columns, and those of the same row that they are made of: `schema.table.column`. */
  readonly #generated: ReadonlyMap<string, readonly string[]>

  constructor(parts: {
    names: ReadonlyMap<number, string>
    edges: ReadonlyMap<number, readonly Edge[]>
    code: ReadonlySet<string>
    generated: ReadonlyMap<string, readonly string[]>
  }) {
    this.#names = parts.names
    this.#edges = parts.edges
    this.#code = parts.code
    this.#generated = parts.generated
  }

  /** The columns that a generated one is made of; empty for all others. `column` is `schema.table.column`. */
  madeOf(column: string): readonly string[] {
    return (this.#generated.get(column) ?? []).flatMap((source) => [source, ...this.behind(source)])
  }

  /** Relations whose columns are others than those of the relations behind them, for which `test` holds. */
  rebuilt(test: (relation: string) => boolean): ReadonlySet<string> {
    const found = new Set<string>()
    for (const oid of this.#edges.keys()) {
      const below = this.#below(oid)
      const all = [oid, ...below]
      if (
        all.some((at) => this.#calls(at)) ||
        (all.some((at) => this.#reads(at)) && below.some((at) => test(this.#names.get(at) ?? '')))
      )
        found.add(this.#names.get(oid) ?? '')
    }
    return found
  }

  /** True when something the statement names may call code: `o.total` a function, `+` an operator. */
  disguises(uses: Uses | undefined): boolean {
    if (this.#code.size === 0 || uses === undefined) return false
    const kinds = [
      ['function', uses.functions],
      ['operator', uses.operators],
      ['type', uses.types],
      ['field', uses.fields],
    ] as const
    return kinds.some(([kind, names]) => names.some((name) => this.#code.has(`${kind} ${lastName(name)}`)))
  }

  derives(oid: number): boolean {
    return this.#edges.has(oid)
  }

  /** Names (`schema.table`) of derived relations that read one for which `test` holds, however far down. */
  reading(test: (relation: string) => boolean): ReadonlySet<string> {
    const found = new Set<string>()
    for (const oid of this.#edges.keys()) {
      const below = this.#below(oid)
      if (
        below.some((base) => test(this.#names.get(base) ?? '')) ||
        [oid, ...below].some((at) => this.#calls(at))
      )
        found.add(this.#names.get(oid) ?? '')
    }
    return found
  }

  /** Every column that the relation may show, all the way down; undefined when it reads no other. */
  columnsBehind(oid: number): readonly string[] | undefined {
    if (!this.#edges.has(oid)) return undefined
    const names = new Set<string>()
    for (const at of [oid, ...this.#below(oid)])
      for (const { base, column, kind } of this.#edges.get(at) ?? []) {
        if (kind !== 'reads' && kind !== 'calls' && at !== oid) continue
        if (kind === 'calls') {
          names.add('*')
          continue
        }
        for (const each of kind === 'reads' ? [base, ...this.#kin(base)] : [base])
          names.add(`${this.#names.get(each)}.${column ?? '*'}`)
      }
    return [...names]
  }

  /** The column itself and what is behind it; undefined when it is not known. */
  column(table: number, attribute: number): readonly string[] | undefined {
    for (const edges of this.#edges.values())
      for (const { base, column, attribute: number } of edges)
        if (base === table && number === attribute && column !== undefined)
          return [
            `${this.#names.get(base)}.${column}`,
            ...this.inherited(table, column),
            ...(this.#reads(table) ? (this.columnsBehind(table) ?? []) : []),
          ]
    return undefined
  }

  /** What may be behind a column as a statement writes it (`v.label`, `public.v.*`); a name without its schema may be in any. */
  behind(source: string): readonly string[] {
    const dot = source.lastIndexOf('.')
    const relation = source.slice(0, Math.max(0, dot))
    if (relation === '') return []
    const found: string[] = []
    for (const [column, sources] of this.#generated)
      if (column === source || (!relation.includes('.') && column.endsWith(`.${source}`)))
        found.push(...sources, ...sources.flatMap((each) => this.behind(each)))
    for (const [oid, edges] of this.#edges) {
      const name = this.#names.get(oid) ?? ''
      if (name !== relation && (relation.includes('.') || !name.endsWith(`.${relation}`))) continue
      const inherits = edges.every(({ kind }) => kind !== 'reads' && kind !== 'calls')
      found.push(...(inherits ? this.inherited(oid, source.slice(dot + 1)) : (this.columnsBehind(oid) ?? [])))
    }
    return found
  }

  /** The same column of the relations it inherits from, and of those that inherit from it: their rows are its own. */
  inherited(oid: number, column: string): readonly string[] {
    return this.#kin(oid).map((base) => `${this.#names.get(base)}.${column}`)
  }

  #reads(oid: number): boolean {
    return this.#edges.get(oid)?.some(({ kind }) => kind === 'reads' || kind === 'calls') ?? false
  }

  #calls(oid: number): boolean {
    return this.#edges.get(oid)?.some(({ kind }) => kind === 'calls') ?? false
  }

  /** Ancestors and descendants, but no siblings. */
  #kin(oid: number): number[] {
    return [...this.#along(oid, 'parent'), ...this.#along(oid, 'child')]
  }

  #along(oid: number, kind: Kind): ReadonlySet<number> {
    const seen = new Set<number>()
    const visit = (at: number) => {
      for (const { base, kind: own } of this.#edges.get(at) ?? []) {
        if (own !== kind || seen.has(base)) continue
        seen.add(base)
        visit(base)
      }
    }
    visit(oid)
    return seen
  }

  /** Every relation whose rows may show in it. */
  #below(oid: number): number[] {
    const seen = new Set<number>()
    const visit = (at: number) => {
      for (const { base, kind } of this.#edges.get(at) ?? []) {
        if (kind !== 'reads' || seen.has(base)) continue
        for (const each of [base, ...this.#kin(base)]) seen.add(each)
        visit(base)
      }
    }
    visit(oid)
    for (const each of this.#kin(oid)) seen.add(each)
    return [...seen]
  }
}

/** Extensions compute; what else is not the server's own may read tables. */
function own(kind: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_catalog.pg_depend x WHERE x.classid = ${kind} AND x.objid = ${oid} AND x.deptype = 'e')`
}

const DERIVED = `
SELECT d.oid, dn.nspname || '.' || d.relname, coalesce(b.oid, 0), bn.nspname || '.' || b.relname, e.attribute, a.attname, e.kind
FROM (
  SELECT r.ev_class AS derived, p.refobjid AS base, p.refobjsubid AS attribute, 'reads' AS kind
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid <> r.ev_class
  UNION ALL
  SELECT r.ev_class, 0, 0, 'calls'
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_depend p ON p.classid = 'pg_catalog.pg_rewrite'::regclass AND p.objid = r.oid
    AND p.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass)
  WHERE ${own('p.refclassid', 'p.refobjid')}
  UNION ALL
  SELECT i.inhrelid, i.inhparent, 0, 'parent' FROM pg_catalog.pg_inherits i
  UNION ALL
  SELECT i.inhparent, i.inhrelid, 0, 'child' FROM pg_catalog.pg_inherits i
) e
JOIN pg_catalog.pg_class d ON d.oid = e.derived AND d.relkind IN ('r', 'v', 'm', 'p', 'f')
JOIN pg_catalog.pg_namespace dn ON dn.oid = d.relnamespace
LEFT JOIN pg_catalog.pg_class b ON b.oid = e.base
LEFT JOIN pg_catalog.pg_namespace bn ON bn.oid = b.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = b.oid AND a.attnum = e.attribute AND e.attribute <> 0
WHERE dn.nspname NOT IN ('pg_catalog', 'information_schema') AND (b.oid IS NOT NULL OR e.kind = 'calls')`

const GENERATED = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname, n.nspname || '.' || c.relname || '.' || b.attname
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> ''
JOIN pg_catalog.pg_depend p ON p.refclassid = 'pg_catalog.pg_class'::regclass AND p.refobjid = d.adrelid AND p.refobjsubid <> 0
  AND ((p.classid = 'pg_catalog.pg_attrdef'::regclass AND p.objid = d.oid)
    OR (p.classid = 'pg_catalog.pg_class'::regclass AND p.objid = d.adrelid AND p.objsubid = d.adnum))
JOIN pg_catalog.pg_attribute b ON b.attrelid = d.adrelid AND b.attnum = p.refobjsubid AND b.attnum <> a.attnum
JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`

const USERS = `NOT IN ('pg_catalog', 'information_schema')`

/** Code that a text may run unseen: functions of one argument can be written as fields, overloads hide behind the server's own names. */
const CODE = `
SELECT 'field ' || p.proname FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.pronargs = 1 AND n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'function ' || p.proname FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_proc b ON b.proname = p.proname AND b.pronamespace = 'pg_catalog'::regnamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'operator ' || o.oprname FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_operator'::regclass", 'o.oid')}
UNION
SELECT 'type ' || t.typname FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname ${USERS} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}`

export async function loadLineage(side: Side): Promise<Lineage> {
  const names = new Map<number, string>()
  const edges = new Map<number, Edge[]>()
  for (const [derived, derivedName, base, baseName, attribute, column, kind] of await side.query(DERIVED)) {
    names.set(Number(derived), derivedName!)
    if (baseName !== null) names.set(Number(base), baseName!)
    const list = edges.get(Number(derived)) ?? []
    list.push({
      base: Number(base),
      column: column ?? undefined,
      attribute: Number(attribute),
      kind: kind === 'parent' || kind === 'child' || kind === 'calls' ? kind : 'reads',
    })
    edges.set(Number(derived), list)
  }
  const code = new Set((await side.query(CODE)).map(([name]) => name ?? ''))
  const generated = new Map<string, string[]>()
  for (const [column, source] of await side.query(GENERATED))
    generated.set(column!, [...(generated.get(column!) ?? []), source!])
  return new Lineage({ names, edges, code, generated })
}

/** For a view's plain columns the column they show, from the view's own tree (`resorigtbl`, `resorigcol` of its targets). */
export async function viewSources(
  side: Side,
  oid: number,
): Promise<ReadonlyMap<number, { table: number; attribute: number }>> {
  const rows = await side.query(
    `SELECT ev_action FROM pg_catalog.pg_rewrite WHERE ev_class = ${oid} AND rulename = '_RETURN'`,
  )
  return readTargets(rows[0]?.[0] ?? '')
}

/** `({QUERY … :targetList ({TARGETENTRY … :resno 1 … :resorigtbl 16384 :resorigcol 2 :resjunk false} …) …})` */
export function readTargets(tree: string): Map<number, { table: number; attribute: number }> {
  const found = new Map<number, { table: number; attribute: number }>()
  let depth = 0
  let from = 0
  for (let at = 0; at < tree.length; at++) {
    const char = tree[at]
    if (char === '\\') at++
    else if (char === '{' && ++depth === 2) from = at
    else if (char === '}' && depth-- === 2 && tree.startsWith('{TARGETENTRY', from)) {
      const entry = tree.slice(from, at)
      const number = (name: string) =>
        Number(entry.slice(entry.lastIndexOf(`:${name} `)).match(/^\S+ (\d+)/)?.[1] ?? 0)
      const [table, attribute] = [number('resorigtbl'), number('resorigcol')]
      if (table !== 0 && attribute > 0 && entry.trimEnd().endsWith(':resjunk false'))
        found.set(number('resno'), { table, attribute })
    }
  }
  return found
}
