// What a text does with columns beyond showing them: whoever computes with a value, or picks rows by it, learns it.
import type { Node } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { as } from '../tree.ts'
import { defining } from './definitions.ts'
import { expression, isQuery } from './expression.ts'
import { NOWHERE } from './notes.ts'
import { explainsTraces } from './traces.ts'

/** Notes the columns of one statement; `body`: it runs inside of code, where nothing is shown to anybody. */
export function probe(statement: Node | undefined, c: Collector, body: boolean): void {
  if (!statement) return
  const { probes } = c
  const before = probes.body
  probes.body = body
  one(statement, c, !body)
  probes.body = before
  probes.traced = false
}

function one(statement: Node, c: Collector, shows: boolean): void {
  const { probes } = c
  const copied = as(statement, 'CopyStmt')
  const nested =
    as(statement, 'PrepareStmt')?.query ??
    as(statement, 'DeclareCursorStmt')?.query ??
    as(statement, 'ExplainStmt')?.query ??
    as(statement, 'ViewStmt')?.query ??
    copied?.query
  const kept = as(statement, 'CreateTableAsStmt')?.query
  const explained = as(statement, 'ExplainStmt')
  probes.traced ||= explained !== undefined && explainsTraces(explained)
  // What was prepared is not seen here.
  if (probes.traced && as(statement, 'ExecuteStmt')) probes.source('*')
  if (nested) one(nested, c, shows)
  // Statistics of a copy tell about single values.
  else if (kept) one(kept, c, false)
  else if (as(statement, 'SelectStmt')?.intoClause) probes.query(statement, NOWHERE, false, probes)
  else if (copied) defining(statement, NOWHERE, probes)
  else if (isQuery(statement)) probes.query(statement, NOWHERE, shows, probes)
  else if (as(statement, 'CallStmt')) expression(as(statement, 'CallStmt')?.funccall?.args, NOWHERE, probes)
  else defining(statement, NOWHERE, probes)
}
