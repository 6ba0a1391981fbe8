// What a database holds, as text to compare: `pg_dump --schema-only` where the client tool fits the server, the catalogue's own words everywhere.
import { spawnSync } from 'node:child_process'
import type pg from 'pg'

/** Every object of the database that is no system object, one line each, sorted. Tables come with their number of rows. */
export async function describeSchema(client: pg.Client): Promise<string[]> {
  const lines: string[] = []
  for (const [kind, sql] of Object.entries(CATALOGUE)) {
    const { rows } = await client.query<{ line: string }>(sql)
    lines.push(...rows.map(({ line }) => `${kind}: ${line}`))
  }
  return lines.sort()
}

/** `pg_dump --schema-only`, without the lines that differ from run to run. Throws with the tool's words when it fails. */
export function dumpSchema(url: string): string {
  const { status, stdout, stderr } = spawnSync('pg_dump', ['--schema-only', '--dbname', url], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`pg_dump: ${stderr}`)
  return stdout.replace(/^\\(un)?restrict .*$/gm, '')
}

/** The client tool dumps servers up to its own version. */
export function dumps(version: number): boolean {
  const { stdout } = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout)?.[0] ?? 0) >= version
}

const OWN = `NOT LIKE ALL (ARRAY['pg\\_%', 'information_schema'])`
const relation = (oid: string) => `${oid}::regclass::text`

const CATALOGUE: Readonly<Record<string, string>> = {
  schema: `SELECT concat_ws(' ', nspname, nspowner::regrole, nspacl) AS line FROM pg_namespace WHERE nspname ${OWN}`,
  extension: 'SELECT extname AS line FROM pg_extension',
  relation: `SELECT concat_ws(' ', c.oid::regclass, c.relkind, c.relowner::regrole, c.relacl, c.reloptions, c.relpersistence, c.relrowsecurity,
      c.relforcerowsecurity, c.relreplident, pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid),
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid)) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname ${OWN} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`,
  column: `SELECT concat_ws(' ', ${relation('a.attrelid')}, a.attname, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
      format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation, a.attstorage, a.attacl,
      a.attoptions, pg_get_expr(d.adbin, d.adrelid)) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE n.nspname ${OWN} AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')`,
  constraint: `SELECT concat_ws(' ', ${relation('c.conrelid')}, c.contypid::regtype, c.conname, pg_get_constraintdef(c.oid), c.convalidated) AS line
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname ${OWN}`,
  index: `SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, i.indisreplident) AS line
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname ${OWN}`,
  trigger: `SELECT concat_ws(' ', pg_get_triggerdef(oid), tgenabled) AS line FROM pg_trigger WHERE NOT tgisinternal`,
  rule: `SELECT pg_get_ruledef(r.oid) AS line FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname ${OWN}`,
  policy: `SELECT concat_ws(' ', schemaname, tablename, policyname, permissive, roles, cmd, qual, '/', with_check) AS line FROM pg_policies`,
  function: `SELECT concat_ws(' ', p.oid::regprocedure, p.proowner::regrole, p.proacl, p.prokind, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END) AS line
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname ${OWN}`,
  type: `SELECT concat_ws(' ', t.oid::regtype, t.typtype, t.typowner::regrole, t.typacl, t.typbasetype::regtype, t.typnotnull, t.typdefault,
      (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)) AS line
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname ${OWN}`,
  sequence: `SELECT concat_ws(' ', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle) AS line FROM pg_sequence`,
  statistics: 'SELECT pg_get_statisticsobjdef(oid) AS line FROM pg_statistic_ext',
  comment: `SELECT concat_ws(' ', i.type, i.identity, d.description) AS line
    FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i WHERE i.schema ${OWN}`,
  rows: `SELECT concat_ws(' ', c.oid::regclass,
      (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', c.oid::regclass), false, true, '')))[1]) AS line
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname ${OWN} AND c.relkind IN ('r', 'p')`,
}
