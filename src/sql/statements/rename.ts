// RENAME and SET SCHEMA: what a name meant is found under another, or no longer.
import type { RenameStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { renamedFlow } from '../flows.ts'
import { EXCLUSIVE, lockOf } from '../locks.ts'
import { dotted, parts } from '../tree.ts'
import type { Handlers } from '../walk.ts'
import { objectKind } from './drop.ts'

export const RENAMES: Handlers = {
  RenameStmt: rename,
  AlterObjectSchemaStmt(node, c) {
    const object = objectKind(node.objectType)
    const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object))
    if (node.relation) renamedFlow(name, dotted([node.newschema ?? '', node.relation.relname ?? '']), c)
    c.schemaChanged = true
    if (!node.relation) c.forgetFunctions()
    c.add({
      action: 'move',
      object,
      name,
      ...(node.relation && { lock: EXCLUSIVE }),
      ...(node.relation && { detail: to([node.newschema ?? '', node.relation.relname ?? '']) }),
      ...(c.isTemporary(node.relation) && { temporary: true }),
    })
  },
}

/** What is found under its new name afterwards. ALTER INDEX renames tables, too. */
const GIVEN = /^(table|foreign-table|view|materialized-view|index|schema)$/
/** What stands behind the new name is code. */
const CODE = /^(function|aggregate|type|domain)$/
const to = (names: readonly string[]): string => `to ${dotted(names.filter(Boolean))}`

function rename(node: RenameStmt, c: Collector): void {
  const object = objectKind(node.renameType)
  const relation = c.mention(node.relation)
  const name = relation || dotted(node.subname && !node.object ? [node.subname] : parts(node.object))
  const temporary = c.isTemporary(node.relation)
  renameFlows(node, object, relation, c)
  if (!relation) c.forgetFunctions()
  c.schemaChanged = true
  c.add({
    action: 'rename',
    object,
    ...(name && { name }),
    ...(relation && node.subname && { column: node.subname }),
    ...((GIVEN.test(object) || CODE.test(object)) && {
      detail: to([node.relation?.schemaname ?? '', node.newname ?? '']),
    }),
    ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
    ...(node.relation && { lock: object === 'index' ? lockOf('rename index') : EXCLUSIVE }),
    ...(temporary && { temporary }),
  })
}

function renameFlows(node: RenameStmt, object: string, relation: string, c: Collector): void {
  const to = node.newname ?? ''
  if (object === 'column' || object === 'attribute') c.made.columns.add(to)
  if (object === 'column')
    c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true })
  else if (object !== 'schema' && GIVEN.test(object))
    renamedFlow(relation, dotted([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c)
  else if (object === 'schema')
    c.flow({ relation: `${dotted([to])}.*`, sources: [`${dotted([node.subname ?? ''])}.*.*`], named: true })
}
