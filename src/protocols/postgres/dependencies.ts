// What the catalogue says of views, code and inheritance, loaded over the side connection.
// pg_depend: https://www.postgresql.org/docs/current/catalog-pg-depend.html
import { KnownCode } from './known-code.ts'
import { type Edge, Lineage } from './lineage.ts'
import type { Side } from './side.ts'

/** Extensions compute, but for those that run SQL; what else is not the server's own may read tables. */
function own(kind: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_catalog.pg_depend x WHERE x.classid = ${kind} AND x.objid = ${oid} AND x.deptype = 'e'
    AND x.refobjid NOT IN (SELECT oid FROM pg_catalog.pg_extension WHERE extname IN ('dblink', 'tablefunc', 'xml2')))`
}

const DERIVED = `
SELECT d.oid, dn.nspname || '.' || d.relname, coalesce(b.oid, 0), bn.nspname || '.' || b.relname, e.attribute, a.attname, e.kind, d.relkind
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

/** Not made with the server itself: https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_OWN = 16_384

/**
 * Code that a text may run unseen: functions of one argument can be written as its fields (`row.total`, `(1).total`, `g.total` of
 * `generate_series(1, 2) g`), overloads hide behind the server's own names.
 */
const CODE = `
SELECT 'field ' || p.proname FROM pg_catalog.pg_proc p
WHERE p.pronargs > 0 AND p.pronargs - p.pronargdefaults <= 1 AND p.oid >= ${FIRST_OWN}
  AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'function ' || p.proname FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_proc b ON b.proname = p.proname AND b.oid < ${FIRST_OWN}
WHERE p.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}
UNION
SELECT 'operator ' || o.oprname FROM pg_catalog.pg_operator o
WHERE o.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_operator'::regclass", 'o.oid')}
UNION
SELECT 'type ' || t.typname FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
WHERE p.oid >= ${FIRST_OWN} AND ${own("'pg_catalog.pg_proc'::regclass", 'p.oid')}`

export async function loadLineage(side: Side): Promise<Lineage> {
  const names = new Map<number, string>()
  const edges = new Map<number, Edge[]>()
  const keeping = new Set<number>()
  for (const [derived, derivedName, base, baseName, attribute, column, kind, shape] of await side.query(
    DERIVED,
  )) {
    names.set(Number(derived), derivedName!)
    if (shape === 'm') keeping.add(Number(derived))
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
  const code = new KnownCode(new Set((await side.query(CODE)).map(([name]) => name ?? '')))
  const generated = new Map<string, string[]>()
  for (const [column, source] of await side.query(GENERATED))
    generated.set(column!, [...(generated.get(column!) ?? []), source!])
  return new Lineage({ names, edges, code, generated, keeping })
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
