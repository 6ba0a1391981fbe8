// COPY: what moves rows in bulk, and where to.
import type { CopyStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { leavingFlow } from '../flows.ts'
import { showsValues } from '../queries.ts'
import { type Handlers, walk } from '../walk.ts'
import { isCatalog } from './rows.ts'

export const COPY: Handlers = { CopyStmt: copy }

function copy(node: CopyStmt, c: Collector): void {
  const action = node.is_from ? 'copy-in' : 'copy-out'
  if (node.is_program) c.add({ action: 'execute', object: 'program' })
  else if (node.filename) c.add({ action, object: 'file' })
  if (node.relation) {
    const object = isCatalog(node.relation) ? 'catalog' : 'table'
    c.on(action, object, node.relation, node.is_from ? {} : { rows: 'all' })
    if (!node.is_from && showsValues(node.relation)) c.on('read', 'catalog-values', node.relation)
  } else c.add({ action, object: 'query', rows: 'unknown' })
  if (!node.is_from && (node.is_program || node.filename)) {
    const { query, relation } = node
    leavingFlow(
      { ...(query && { query }), ...(relation && { relation }) },
      'a file or program of the server',
      c,
    )
  }
  walk(node.whereClause, c)
  c.within('copy', () => walk(node.query, c))
}
