// What is asked of the catalogue: PostgreSQL 13 to 18, with no right but to connect.
// https://www.postgresql.org/docs/current/catalogs.html
//
// Deparsing takes ACCESS SHARE on the relation, so it would wait for whoever changes it, and that may be the very
// connection that waits for us. Relations that somebody has locked, or asks to, are therefore left out.
import {
  childrenOf,
  columns,
  expressions,
  keys,
  relations,
  rules,
  statistics,
  triggers,
} from './belonging.ts'
import { among, FIRST_OWN, name, OWN_SCHEMA, type Wanted } from './fragments.ts'
import { uniqueKeys } from './unique.ts'

/** The server, the schemas that are searched, and what must not be deparsed now. */
export const HEAD = `
SELECT 'server', pg_catalog.current_setting('server_version_num'), pg_catalog.current_database();
SELECT 'path', s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s
WHERE s NOT LIKE 'pg\\_temp%' AND s <> 'pg_catalog';
WITH held AS (
  SELECT DISTINCT l.relation AS oid FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.relation >= ${FIRST_OWN}
)
SELECT 'held', h.oid FROM held h
UNION
SELECT 'held', COALESCE(r.ev_class, d.objid) FROM held h
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = h.oid
LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = d.objid
WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass OR r.oid IS NOT NULL`

const typesOf = (wanted?: Wanted): string => `
SELECT 'type', t.oid, ${name('n.nspname', 't.typname')},
  CASE WHEN t.typelem <> 0 AND t.typlen = -1 AND t.typtype <> 'd' THEN t.typelem END
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE true ${among('t.oid', wanted?.types)}`

const OPERATORS = `
SELECT 'operator', n.nspname, o.oprname, NULLIF(o.oprleft, 0), o.oprright, ${name('pn.nspname', 'p.proname')}
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND d.objid = o.oid
  AND d.deptype = 'e'
WHERE o.oid >= ${FIRST_OWN} AND o.oprright <> 0 AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY o.oid`

const CASTS = `
SELECT 'cast', c.castsource, c.casttarget, ${name('n.nspname', 'p.proname')}, c.castcontext
FROM pg_catalog.pg_cast c
JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid
  AND d.deptype = 'e'
WHERE c.oid >= ${FIRST_OWN} AND (d.objid IS NULL OR l.lanname NOT IN ('c', 'internal'))
ORDER BY c.oid`

const EVENT_TRIGGERS = `
SELECT 'event', e.evtname, e.evtevent, ${name('n.nspname', 'p.proname')}, pg_catalog.array_to_json(e.evttags)
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE e.evtenabled <> 'D' ORDER BY e.evtname`

const DOMAINS = `
SELECT 'domain', t.oid, n.nspname, t.typname, t.typbasetype FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND t.oid >= ${FIRST_OWN} AND ${OWN_SCHEMA}
ORDER BY t.oid;
WITH ranges AS (
  SELECT r.rngtypid, r.rngsubtype, (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid AS multi
  FROM pg_catalog.pg_range r WHERE r.rngtypid >= ${FIRST_OWN}
)
SELECT 'domain', t.oid, n.nspname, t.typname, o.base
FROM (SELECT rngtypid, rngsubtype FROM ranges UNION ALL SELECT multi, rngtypid FROM ranges) AS o(oid, base)
JOIN pg_catalog.pg_type t ON t.oid = o.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${OWN_SCHEMA} ORDER BY t.oid;
SELECT 'value', r.rngtypid, pg_catalog.format('%I.%I()', n.nspname, p.proname) FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_proc p ON p.oid IN (r.rngcanonical, r.rngsubdiff) AND p.oid >= ${FIRST_OWN}
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace;
SELECT 'value', t.oid, pg_catalog.pg_get_expr(t.typdefaultbin, 0) FROM pg_catalog.pg_type t
WHERE t.typtype = 'd' AND t.oid >= ${FIRST_OWN} AND t.typdefaultbin IS NOT NULL
UNION ALL
SELECT 'value', k.contypid, pg_catalog.pg_get_expr(k.conbin, 0) FROM pg_catalog.pg_constraint k
WHERE k.contypid >= ${FIRST_OWN} AND k.contype = 'c'`

const functions = (held: string, wanted?: Wanted): string => `
SELECT 'function', n.nspname, p.proname, p.prokind, l.lanname, p.provolatile, p.proargtypes, p.prorettype, p.prosecdef,
  e.extname,
  CASE WHEN p.prokind <> 'a' AND l.lanname NOT IN ('c', 'internal') AND p.oid NOT IN ${held}
    THEN pg_catalog.pg_get_functiondef(p.oid) END,
  coalesce(g.calls, CASE l.lanname WHEN 'internal' THEN (
    SELECT pg_catalog.json_agg(DISTINCT b.proname) FROM pg_catalog.pg_proc b
    WHERE b.prosrc = p.prosrc AND b.prolang = p.prolang AND b.pronamespace = 'pg_catalog'::pg_catalog.regnamespace) END), p.oid
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
  AND d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
LEFT JOIN (
  SELECT a.aggfnoid::pg_catalog.oid AS oid, pg_catalog.json_agg(DISTINCT ${name('fn.nspname', 'f.proname')}) AS calls
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
    a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
  WHERE a.aggfnoid::pg_catalog.oid >= ${FIRST_OWN} ${among('a.aggfnoid::pg_catalog.oid', wanted?.functions)} GROUP BY 1
) g ON g.oid = p.oid
WHERE p.oid >= ${FIRST_OWN} AND n.nspname NOT LIKE 'pg\\_temp\\_%' ${among('p.oid', wanted?.functions)}
ORDER BY p.oid`

/** One view of the catalogue, in which only names of the server have no schema. */
export const BEGIN: readonly string[] = [
  'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  "SET LOCAL search_path = ''",
  "SET LOCAL lock_timeout = '1s'",
  "SET LOCAL statement_timeout = '60s'",
]

/**
 * One message, so one transaction and one view of the catalogue. Everything that is not in pg_catalog is written with
 * its schema, as no other is searched. `held`: OIDs of what must not be deparsed. `server`: `server_version_num`.
 */
export function everything(held: readonly number[], server: number, wanted?: Wanted): string {
  const list = `(0${held.map((oid) => `,${oid}`).join('')})`
  const of = (oids: readonly string[] | undefined, ...texts: readonly string[]) =>
    oids?.length === 0 ? [] : texts
  return [
    ...BEGIN,
    ...of(wanted?.types, typesOf(wanted)),
    ...of(
      wanted?.relations,
      relations(list, wanted),
      columns(wanted),
      childrenOf(wanted),
      keys(wanted),
      uniqueKeys(among('i.indrelid', wanted?.relations)),
      rules(list, wanted),
      triggers(list, wanted),
      expressions(list, wanted),
      ...(server >= 140_000 ? [statistics(list, wanted)] : []),
    ),
    ...of(wanted?.functions, functions(list, wanted)),
    ...(wanted?.apart === false ? [] : [DOMAINS, OPERATORS, CASTS, EVENT_TRIGGERS]),
  ].join(';\n')
}
