// What a transaction has locked and who waits behind it, asked on the side connection. Of other sessions no more is read than
// their application_name, the lock that they want and since when: no user, address, or text of a query.
// https://www.postgresql.org/docs/current/view-pg-locks.html
import type { HeldBlocking, HeldWaiter } from '../../core/blocking.ts'
import { MODES } from '../../sql/locks.ts'
import { dotted } from '../../sql/tree.ts'
import type { Side } from './side.ts'

/** Nobody reads more. */
const MOST = 20
/** OIDs below are the server's own. */
const FIRST_OWN = 16_384
/** Weakest first. */
const STRENGTHS: readonly string[] = MODES

const ms = (time: string): string => `(pg_catalog.date_part('epoch', ${time}) * 1000)::pg_catalog.int8::text`

/**
 * Behind a pooler the process may be somebody else's: it counts only when its login is ours. Who waits for somebody who
 * waits is behind, too. `waitstart` is of version 14 and later.
 */
const question = (pid: number): string => `SET LOCAL statement_timeout = '2s';
WITH RECURSIVE me AS (
  SELECT a.pid, a.xact_start FROM pg_catalog.pg_stat_activity a
  WHERE a.pid = ${pid} AND a.usename = session_user AND a.datname = pg_catalog.current_database()
), edge (pid, by) AS (
  SELECT w.pid, b.by FROM (SELECT DISTINCT l.pid FROM pg_catalog.pg_locks l WHERE NOT l.granted) w,
    LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) AS b (by)
), behind (pid) AS (
  SELECT e.pid FROM edge e JOIN me ON e.by = me.pid
  UNION SELECT e.pid FROM edge e JOIN behind b ON e.by = b.pid
), lock AS (
  SELECT l.pid, l.granted, l.mode, l.locktype, pg_catalog.to_jsonb(l) ->> 'waitstart' AS start, n.nspname, c.relname
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND d.oid IS NOT NULL AND c.oid >= ${FIRST_OWN}
    AND c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relpersistence <> 't'
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
)
SELECT 'mine', ${ms('me.xact_start')}, NULL, NULL, NULL FROM me
UNION ALL
SELECT DISTINCT 'lock', l.mode, l.nspname::text, l.relname::text, NULL FROM lock l JOIN me ON me.pid = l.pid
WHERE l.granted AND l.locktype = 'relation' AND l.relname IS NOT NULL
UNION ALL
SELECT 'wait', CASE l.locktype WHEN 'relation' THEN l.mode END, l.nspname::text, l.relname::text,
  pg_catalog.json_build_array(a.application_name, ${ms('l.start::pg_catalog.timestamptz')})::text
FROM behind b JOIN lock l ON l.pid = b.pid AND NOT l.granted
LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
`

export class Blocking {
  readonly #side: Side

  constructor(side: Side) {
    this.#side = side
  }

  /** See `Waiting.blocking`; `pid` is the connection's own process on the server. */
  async of(pid: number): Promise<HeldBlocking | undefined> {
    const rows = await this.#side.query(question(pid)).catch(() => [])
    const mine = rows.find(([kind]) => kind === 'mine')
    if (!mine) return undefined
    const waiting = rows.filter(([kind]) => kind === 'wait').map(waiter)
    return {
      ...(mine[1] == null ? {} : { since: new Date(Number(mine[1])).toISOString() }),
      locks: strongest(rows.filter(([kind]) => kind === 'lock')).slice(0, MOST),
      waiting: waiting.toSorted((a, b) => (a.since ?? '~').localeCompare(b.since ?? '~')).slice(0, MOST),
      behind: waiting.length,
    }
  }
}

type Row = readonly (string | null)[]

/** Of each relation, as the server words it; the strongest first. */
function strongest(rows: readonly Row[]): HeldBlocking['locks'] {
  const locks = new Map<string, string>()
  for (const [, mode, schema, name] of rows) {
    const relation = dotted([schema ?? '', name ?? ''])
    const lock = spelled(mode)
    if (STRENGTHS.indexOf(lock) > STRENGTHS.indexOf(locks.get(relation) ?? '')) locks.set(relation, lock)
  }
  return [...locks]
    .map(([relation, lock]) => ({ relation, lock }))
    .sort(
      (a, b) => STRENGTHS.indexOf(b.lock) - STRENGTHS.indexOf(a.lock) || a.relation.localeCompare(b.relation),
    )
}

function waiter([, mode, schema, name, rest]: Row): HeldWaiter {
  const [application, since] = JSON.parse(rest ?? '[]') as (string | null)[]
  return {
    application: application ?? '',
    ...(mode == null ? {} : { lock: spelled(mode) }),
    ...(name == null ? {} : { relation: dotted([schema ?? '', name]) }),
    ...(since == null ? {} : { since: new Date(Number(since)).toISOString() }),
  }
}

/** `AccessExclusiveLock` in the words of LOCK TABLE. */
const spelled = (mode: string | null | undefined): string =>
  (mode ?? '')
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
