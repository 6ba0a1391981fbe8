// ALTER TABLE and its kin: what goes, what is rewritten or scanned, and under which lock.
import type {
  AlterTableCmd,
  AlterTableStmt,
  ATAlterConstraint,
  ColumnDef,
  Node,
  RangeVar,
} from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import type { Collector } from '../collector.ts'
import { columnFlow, renamedFlow, storedFlows } from '../flows.ts'
import { noteKey } from '../keys.ts'
import { alterLock, EXCLUSIVE, lockOf } from '../locks.ts'
import { as, dotted, option, parts, relationName } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { type Add, addColumn, addConstraint, notValid } from './add.ts'
import { SIMPLE } from './alter-commands.ts'
import { objectKind } from './drop.ts'
import { member } from './extension.ts'
import { noteColumn } from './new-columns.ts'
import { narrows, newType, overwrites } from './retype.ts'

export const ALTERS: Handlers = {
  AlterTableStmt: alterTable,
  AlterObjectDependsStmt(node, c) {
    const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object))
    c.add({ action: 'alter', object: objectKind(node.objectType), name })
    if (!node.remove) member(name, dotted([node.extname?.sval ?? '']), c)
  },
  AlterDomainStmt(node, c) {
    const name = dotted(parts(node.typeName))
    const subtype = node.subtype ?? ''
    c.schemaChanged = true
    // T default, N drop not null, O set not null, C add constraint, X drop constraint, V validate
    if (subtype === 'X' || subtype === 'N')
      c.add({
        action: 'drop',
        object: 'constraint',
        name,
        ...(node.name && { column: node.name }),
        ...cascade(node.behavior),
      })
    else if (subtype === 'C' || subtype === 'O')
      c.add({
        action: 'scan',
        object: 'domain',
        name,
        lock: lockOf('alter domain'),
        ...notValid(as(node.def, 'Constraint')),
      })
    else c.add({ action: 'alter', object: 'domain', name })
    walk(node.def, c)
  },
  AlterTableMoveAllStmt(node, c) {
    c.add({
      action: 'rewrite',
      object: 'tablespace',
      name: dotted([node.orig_tablespacename ?? '']),
      lock: EXCLUSIVE,
    })
  },
}

const cascade = (behavior: string | undefined): Partial<Effect> =>
  behavior === 'DROP_CASCADE' ? { cascade: true } : {}

function alterTable(node: AlterTableStmt, c: Collector): void {
  c.schemaChanged = true
  const kind = objectKind(node.objtype)
  for (const item of node.cmds ?? []) {
    const command = as(item, 'AlterTableCmd')
    if (command) {
      alterOne(command, node, kind, c)
      alterFlows(command, node, c)
      noteColumn(command, node, c)
    }
    walk(command?.def, c)
  }
}

/** A type made of another column, a generated column, a partition that goes its own way. */
function alterFlows(command: AlterTableCmd, node: AlterTableStmt, c: Collector): void {
  const definition = as(command.def, 'ColumnDef')
  const subtype = command.subtype ?? ''
  if (subtype === 'AT_AlterColumnType') columnFlow(definition?.raw_default, node.relation, command.name, c)
  if (subtype === 'AT_SetExpression' || subtype === 'AT_ColumnDefault')
    columnFlow(command.def, node.relation, command.name, c)
  if (subtype === 'AT_AddColumn') storedFlows(definition, node.relation, c)
  const name = relationName(node.relation)
  if (/^AT_DetachPartition/.test(subtype)) renamedFlow(name, partitionName(command, c), c)
  const parent = as(command.def, 'RangeVar')
  if (parent && subtype === 'AT_AddInherit') c.on('alter', 'table', parent, { lock: lockOf('inherited') })
  if (parent && subtype === 'AT_DropInherit') renamedFlow(relationName(parent), name, c)
}

/** What a change of type makes of the values. */
function retyped(
  definition: ColumnDef | undefined,
  column: string,
  relation: RangeVar | undefined,
  add: Add,
  c: Collector,
): void {
  if (overwrites(definition, column)) {
    add('update', 'table', { rows: 'all', detail: 'USING' })
    return
  }
  const type = newType(definition, column)
  if (type) c.retypes.push({ relation: relationName(relation), column, ...type })
  if (narrows(definition)) add('update', 'column', { rows: 'all', detail: 'a type that keeps less' })
}

function alterOne(command: AlterTableCmd, node: AlterTableStmt, kind: string, c: Collector): void {
  const column = command.name
  const add: Add = (action, object, more = {}) =>
    c.on(action, object, node.relation, {
      ...(column && { column }),
      ...more,
      lock: isNew(node, c) ? 'none' : alterLock(command),
    })
  const subtype = command.subtype ?? ''
  const simple = SIMPLE[subtype]
  if (subtype === 'AT_AlterConstraint') enforcing(as(command.def, 'ATAlterConstraint'), add)
  if (simple) {
    add(simple[0], simple[1] === '' ? kind : simple[1], simple[2])
    if (subtype === 'AT_AlterColumnType' && !isNew(node, c))
      retyped(as(command.def, 'ColumnDef'), column ?? '', node.relation, add, c)
    return
  }
  switch (subtype) {
    case 'AT_AddColumn':
      addColumn(as(command.def, 'ColumnDef'), add)
      for (const item of as(command.def, 'ColumnDef')?.constraints ?? [])
        noteKey(as(item, 'Constraint'), node.relation, c, { column: as(command.def, 'ColumnDef')?.colname })
      break
    case 'AT_DropColumn':
      add('drop', 'column', { rows: 'all', ...cascade(command.behavior) })
      break
    case 'AT_DropConstraint':
      add('drop', 'constraint', cascade(command.behavior))
      break
    case 'AT_AddConstraint':
      addConstraint(as(command.def, 'Constraint'), add)
      noteKey(as(command.def, 'Constraint'), node.relation, c)
      break
    case 'AT_AttachPartition':
      attach(command, kind, add, c)
      break
    case 'AT_DetachPartition':
    case 'AT_DetachPartitionFinalize':
      add('alter', 'table')
      add('detach', 'partition', { name: partitionName(command, c) })
      break
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions':
    case 'AT_ReplaceRelOptions':
      add('alter', touchesSecurity(command.def) ? 'security-option' : kind)
      break
    default:
      c.unknown('construct', `ALTER TABLE ${subtype} is not known to this version`)
      break
  }
}

/** A constraint that is not enforced is none; one that is enforced again reads all rows. */
function enforcing(constraint: ATAlterConstraint | undefined, add: Add): void {
  if (!constraint?.alterEnforceability) return
  const column = constraint.conname === undefined ? {} : { column: constraint.conname }
  if (constraint.is_enforced) add('scan', 'foreign-key', column)
  else add('drop', 'constraint', { ...column, detail: 'NOT ENFORCED' })
}

/** Nobody else can wait for the lock on a table that this text made. */
const isNew = (node: AlterTableStmt, c: Collector): boolean => c.isNew(node.relation)

function attach(command: AlterTableCmd, kind: string, add: Add, c: Collector): void {
  const relation = as(command.def, 'PartitionCmd')?.name
  add('alter', 'table')
  const lock = c.isNew(relation) ? 'none' : EXCLUSIVE
  if (!relation) return
  c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock })
  if (kind !== 'index') c.on('scan', 'partition', relation, { lock })
}

const partitionName = (command: AlterTableCmd, c: Collector): string =>
  c.mention(as(command.def, 'PartitionCmd')?.name)

/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition: Node | undefined): boolean {
  const options = as(definition, 'List')?.items
  return ['security_invoker', 'security_barrier'].some((name) => option(options, name) !== undefined)
}
