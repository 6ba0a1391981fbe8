// Questions about relations and what hangs on them. `held`: a list of OIDs that must not be deparsed.
import { among, FIRST_OWN, name, OWN_SCHEMA, type Wanted } from './fragments.ts'

export const columns = (wanted?: Wanted): string => `
SELECT 'column', a.attrelid, a.attname, a.atttypid, a.attnotnull,
  CASE WHEN a.atttypmod >= 0 THEN pg_catalog.substring(pg_catalog.format_type(a.atttypid, a.atttypmod), '\\(([-0-9,]+)\\)') END,
  a.attnum
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= ${FIRST_OWN} AND ${OWN_SCHEMA} AND a.attnum > 0 AND NOT a.attisdropped
  ${among('a.attrelid', wanted?.relations)}
ORDER BY a.attrelid, a.attnum`

export const childrenOf = (wanted?: Wanted): string => `
SELECT 'child', i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
WHERE true ${among('i.inhparent', wanted?.relations)}
ORDER BY i.inhparent, i.inhseqno, i.inhrelid`

/** Names of the columns with these numbers, as JSON. */
const columnNames = (relation: string, numbers: string): string =>
  `(SELECT pg_catalog.json_agg(a.attname) FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${relation} AND a.attnum = ANY (${numbers}))`

/** A partition's own copy of a constraint says nothing that the constraint it comes from does not. */
export const keys = (wanted?: Wanted): string => `
SELECT 'key', k.confrelid, k.conname, k.conrelid, k.confdeltype, k.confupdtype, ${columnNames('k.confrelid', 'k.confkey')}
FROM pg_catalog.pg_constraint k
LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
WHERE k.contype = 'f' AND p.confrelid IS DISTINCT FROM k.confrelid
  ${among('k.confrelid', wanted?.relations)}
ORDER BY k.oid`

/** Sizes from the last VACUUM or ANALYZE; where there was none, from the file system. */
export const relations = (held: string, wanted?: Wanted): string => `
SELECT 'relation', c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples,
  CASE WHEN c.relkind NOT IN ('r', 'm') THEN 0
    WHEN c.relpages = 0 AND c.reltuples < 0 AND c.oid NOT IN ${held} THEN pg_catalog.pg_total_relation_size(c.oid)
    ELSE pg_catalog.current_setting('block_size')::bigint * (c.relpages + COALESCE(s.pages, 0) + COALESCE(t.relpages, 0))
  END,
  CASE WHEN c.relkind IN ('v', 'm') AND c.oid NOT IN ${held} THEN pg_catalog.pg_get_viewdef(c.oid) END,
  CASE WHEN c.relkind = 'v' THEN pg_catalog.array_to_json(c.reloptions) END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN (
  SELECT i.indrelid, pg_catalog.sum(x.relpages::bigint) AS pages FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  WHERE true ${among('i.indrelid', wanted?.relations)} GROUP BY i.indrelid
) s ON s.indrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.oid >= ${FIRST_OWN} AND ${OWN_SCHEMA}
  ${among('c.oid', wanted?.relations)}
ORDER BY n.nspname, c.relname`

export const rules = (held: string, wanted?: Wanted): string => `
SELECT 'rule', r.ev_class, r.rulename, r.ev_type,
  CASE WHEN r.ev_class NOT IN ${held} THEN pg_catalog.pg_get_ruledef(r.oid) END
FROM pg_catalog.pg_rewrite r
WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'D' AND r.ev_class >= ${FIRST_OWN}
  ${among('r.ev_class', wanted?.relations)}
ORDER BY r.ev_class, r.rulename`

export const triggers = (held: string, wanted?: Wanted): string => `
SELECT 'trigger', t.tgrelid, t.tgname, t.tgtype, ${name('n.nspname', 'p.proname')},
  CASE WHEN t.tgqual IS NULL THEN '' WHEN t.tgrelid NOT IN ${held} THEN pg_catalog.pg_get_triggerdef(t.oid) END,
  ${columnNames('t.tgrelid', 't.tgattr')}
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' ${among('t.tgrelid', wanted?.relations)}
ORDER BY t.tgrelid, t.tgname`

/** Relation, kind, what decides when it is evaluated, text. */
export const expressions = (held: string, wanted?: Wanted): string => {
  const text = (tree: string, relation: string) =>
    `CASE WHEN ${relation} NOT IN ${held} THEN pg_catalog.pg_get_expr(${tree}, ${relation}) END`
  return `
SELECT 'expression', d.adrelid, 'default', a.attgenerated::text, ${text('d.adbin', 'd.adrelid')}
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE d.adrelid >= ${FIRST_OWN} ${among('d.adrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', k.conrelid, 'check', '', ${text('k.conbin', 'k.conrelid')}
FROM pg_catalog.pg_constraint k WHERE k.contype = 'c' AND k.conrelid >= ${FIRST_OWN}
  ${among('k.conrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', i.indrelid, 'index', '', ${text('e.tree', 'i.indrelid')}
FROM pg_catalog.pg_index i, LATERAL (VALUES (i.indexprs), (i.indpred)) AS e(tree)
WHERE e.tree IS NOT NULL AND i.indrelid >= ${FIRST_OWN} ${among('i.indrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', p.polrelid, 'policy', p.polcmd::text, ${text('e.tree', 'p.polrelid')}
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid AND c.relrowsecurity,
  LATERAL (VALUES (p.polqual), (p.polwithcheck)) AS e(tree)
WHERE e.tree IS NOT NULL ${among('p.polrelid', wanted?.relations)}
UNION ALL
SELECT 'expression', p.partrelid, 'partition', '', ${text('p.partexprs', 'p.partrelid')}
FROM pg_catalog.pg_partitioned_table p WHERE p.partexprs IS NOT NULL
  ${among('p.partrelid', wanted?.relations)}`
}

/** Evaluated by ANALYZE; known since PostgreSQL 14. */
export const statistics = (held: string, wanted?: Wanted): string => `
SELECT 'expression', s.stxrelid, 'statistics', '', e.text
FROM pg_catalog.pg_statistic_ext s, LATERAL pg_catalog.unnest(
  CASE WHEN s.stxrelid NOT IN ${held} THEN pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) END) AS e(text)
WHERE true ${among('s.stxrelid', wanted?.relations)}`
