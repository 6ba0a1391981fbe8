// What the statements of a run have made so far, as the catalogue would tell it when they have run.
import type { Node } from '@pgsql/types'
import type { Snapshot } from '../../../sql/catalogue/snapshot.ts'
import type { Parser } from '../../../sql/parser.ts'
import { shapeOf } from '../../../sql/shape.ts'
import { as, type Nodes, type Tag, tagOf } from '../../../sql/tree.ts'
import {
  defined,
  madeCast,
  madeDomain,
  madeEventTrigger,
  madeFunction,
  madeRange,
  madeRule,
  madeTrigger,
} from './code.ts'
import { Draft } from './draft.ts'
import {
  alteredTable,
  madeAs,
  madeComposite,
  madeIndex,
  madePolicy,
  madeStatistics,
  madeTable,
  madeView,
  moved,
  renamed,
} from './relations.ts'

type Makers = { readonly [K in Tag]?: (statement: Nodes[K], draft: Draft, text: string) => void }

const MAKERS: Makers = {
  CreateSchemaStmt({ schemaElts = [] }, draft, text) {
    for (const element of schemaElts) make(element, draft, text)
  },
  CreateStmt: madeTable,
  AlterTableStmt: alteredTable,
  RenameStmt: renamed,
  AlterObjectSchemaStmt: moved,
  ViewStmt: madeView,
  CreateTableAsStmt: madeAs,
  IndexStmt: madeIndex,
  CreatePolicyStmt: madePolicy,
  CompositeTypeStmt: madeComposite,
  CreateFunctionStmt: madeFunction,
  CreateTrigStmt: madeTrigger,
  RuleStmt: madeRule,
  CreateDomainStmt: madeDomain,
  CreateRangeStmt: madeRange,
  CreateStatsStmt: madeStatistics,
  CreateCastStmt: madeCast,
  CreateEventTrigStmt: madeEventTrigger,
  DefineStmt: defined,
}

/** The snapshot with what `text` makes; the very same when it makes nothing that matters. Throws when it does not parse. */
export function withMade(snapshot: Snapshot, text: string, parser: Parser): Snapshot {
  // A deep text would spoil the parser. Whatever is that long is data.
  if (shapeOf(text) !== 'inline') return snapshot
  const draft = new Draft(snapshot)
  for (const { stmt } of parser.parse(text)) if (stmt) make(stmt, draft, text)
  return draft.snapshot
}

function make(statement: Node, draft: Draft, text: string): void {
  const tag = tagOf(statement)
  if (tag) makeOf(tag, statement, draft, text)
}

function makeOf<K extends Tag>(tag: K, statement: Node, draft: Draft, text: string): void {
  const fields = as(statement, tag)
  if (fields) MAKERS[tag]?.(fields, draft, text)
}
