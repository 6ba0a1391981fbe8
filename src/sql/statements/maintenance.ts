// Locks, vacuum, index and cluster work, EXPLAIN, and the server's own administration.
import type { ExplainStmt, LockStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { EXCLUSIVE, lockOf, MODES } from '../locks.ts'
import { as, dotted, enabled, option } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'

export const MAINTENANCE: Handlers = {
  LockStmt: lock,
  VacuumStmt(node, c) {
    const full = enabled(node.options, 'full')
    const action = full ? 'rewrite' : 'maintain'
    const object = node.is_vacuumcmd ? 'vacuum' : 'analyze'
    const relations = (node.rels ?? []).map((item) => as(item, 'VacuumRelation')?.relation)
    for (const relation of relations)
      c.on(
        action,
        object,
        relation,
        full ? { lock: EXCLUSIVE, detail: 'VACUUM FULL' } : { lock: lockOf(object) },
      )
    if (relations.length === 0)
      c.add({
        action,
        object,
        lock: full ? EXCLUSIVE : lockOf(object),
        detail: full ? 'VACUUM FULL of every table' : 'every table',
      })
  },
  ClusterStmt(node, c) {
    if (node.relation) c.on('rewrite', 'table', node.relation, { lock: EXCLUSIVE, detail: 'CLUSTER' })
    else
      c.add({
        action: 'rewrite',
        object: 'table',
        lock: EXCLUSIVE,
        detail: 'CLUSTER of every clustered table',
      })
  },
  ReindexStmt(node, c) {
    const concurrently = enabled(node.params, 'concurrently')
    const object = `reindex-${(node.kind ?? '').slice('REINDEX_OBJECT_'.length).toLowerCase()}`
    const more = { lock: concurrently ? lockOf('concurrently') : EXCLUSIVE }
    if (node.relation) c.on('maintain', object, node.relation, more)
    else c.add({ action: 'maintain', object, ...(node.name && { name: dotted([node.name]) }), ...more })
    if (option(node.params, 'tablespace') !== undefined) c.add({ action: 'move', object: 'index' })
  },
  ExplainStmt: explain,
  CheckPointStmt: (_, c) => c.add({ action: 'maintain', object: 'server', detail: 'CHECKPOINT' }),
}

function lock(node: LockStmt, c: Collector): void {
  for (const item of node.relations ?? [])
    c.on('lock', 'table', as(item, 'RangeVar'), { lock: MODES[node.mode ?? 8] || EXCLUSIVE })
}

/** Without ANALYZE nothing runs, but planning reads, and evaluates functions that call themselves stable. */
const PLANNED = new Set(['read', 'call', 'set', 'unknown', 'execute'])

function explain(node: ExplainStmt, c: Collector): void {
  const runs = enabled(node.options, 'analyze')
  c.add({ action: 'explain', object: 'statement', ...(runs && { detail: 'ANALYZE runs it' }) })
  const inside = () => c.within('explain', () => walk(node.query, c))
  if (runs) inside()
  else for (const effect of c.apart(inside)) if (PLANNED.has(effect.action)) c.restore(effect)
}
