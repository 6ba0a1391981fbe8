// ALTER TABLE and its kin: what goes, what is rewritten or scanned, and under which lock.
// Locks: https://www.postgresql.org/docs/18/sql-altertable.html
import type { AlterTableCmd, AlterTableStmt, ColumnDef, Constraint, Node, RenameStmt } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import type { Collector } from '../collector.ts'
import { columnFlow, renamedFlow, storedFlows } from '../flows.ts'
import { isVolatile } from '../functions.ts'
import { as, dotted, option, parts, relationName } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { SIMPLE } from './alter-commands.ts'
import { objectKind } from './drop.ts'
import { overwrites } from './retype.ts'

const EXCLUSIVE = 'ACCESS EXCLUSIVE'

export const ALTERS: Handlers = {
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  AlterObjectSchemaStmt(node, c) {
    const object = objectKind(node.objectType)
    const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object))
    if (node.relation) renamedFlow(name, dotted([node.newschema ?? '', node.relation.relname ?? '']), c)
    c.schemaChanged = true
    if (!node.relation) c.forgetFunctions()
    c.add({ action: 'move', object, name, ...(c.isTemporary(node.relation) && { temporary: true }) })
  },
  AlterObjectDependsStmt(node, c) {
    const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object))
    c.add({ action: 'alter', object: objectKind(node.objectType), name })
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
      c.add({ action: 'scan', object: 'domain', name, ...notValid(as(node.def, 'Constraint')) })
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
const notValid = (constraint: Constraint | undefined): Partial<Effect> =>
  constraint?.skip_validation || constraint?.is_enforced === false ? { detail: 'NOT VALID' } : {}

function alterTable(node: AlterTableStmt, c: Collector): void {
  c.schemaChanged = true
  const kind = objectKind(node.objtype)
  for (const item of node.cmds ?? []) {
    const command = as(item, 'AlterTableCmd')
    if (command) {
      alterOne(command, node, kind, c)
      alterFlows(command, node, c)
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
  const parent = subtype === 'AT_DropInherit' ? as(command.def, 'RangeVar') : undefined
  if (parent) renamedFlow(relationName(parent), name, c)
}

type Add = (action: Effect['action'], object: string, more?: Partial<Effect>) => void

function alterOne(command: AlterTableCmd, node: AlterTableStmt, kind: string, c: Collector): void {
  const column = command.name
  const add: Add = (action, object, more = {}) =>
    c.on(action, object, node.relation, {
      ...(column && { column }),
      ...more,
      ...(isNew(node, c) && { lock: 'none' }),
    })
  const subtype = command.subtype ?? ''
  const simple = SIMPLE[subtype]
  if (simple) {
    add(simple[0], simple[1] === '' ? kind : simple[1], { lock: EXCLUSIVE, ...simple[2] })
    if (
      subtype === 'AT_AlterColumnType' &&
      !isNew(node, c) &&
      overwrites(as(command.def, 'ColumnDef'), column)
    )
      add('update', 'table', { rows: 'all', detail: 'USING' })
    return
  }
  switch (subtype) {
    case 'AT_AddColumn':
      addColumn(as(command.def, 'ColumnDef'), add)
      break
    case 'AT_DropColumn':
      add('drop', 'column', { rows: 'all', lock: EXCLUSIVE, ...cascade(command.behavior) })
      break
    case 'AT_DropConstraint':
      add('drop', 'constraint', { lock: EXCLUSIVE, ...cascade(command.behavior) })
      break
    case 'AT_AddConstraint':
      addConstraint(as(command.def, 'Constraint'), add)
      break
    case 'AT_AttachPartition':
      attach(command, kind, add, c)
      break
    case 'AT_DetachPartition':
    case 'AT_DetachPartitionFinalize':
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

/** Nobody else can wait for the lock on a table that this text made. */
const isNew = (node: AlterTableStmt, c: Collector): boolean => c.known.created.has(c.mention(node.relation))

function addColumn(definition: ColumnDef | undefined, add: Add): void {
  const column = definition?.colname
  const named: Partial<Effect> = { ...(column && { column }), lock: EXCLUSIVE }
  add('create', 'column', named)
  const type = parts(definition?.typeName?.names).at(-1) ?? ''
  if (/^(small|big)?serial\d?$/.test(type))
    add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' })
  for (const item of definition?.constraints ?? []) {
    const constraint = as(item, 'Constraint')
    if (constraint?.contype === 'CONSTR_DEFAULT' && callsVolatile(constraint.raw_expr))
      add('rewrite', 'column', { ...named, detail: 'the default differs from row to row' })
    else if (constraint?.contype === 'CONSTR_IDENTITY')
      add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' })
    else if (constraint?.contype === 'CONSTR_GENERATED' && constraint.generated_kind !== 'v')
      add('rewrite', 'column', { ...named, detail: 'a stored generated column' })
    else if (constraint && /CHECK|PRIMARY|UNIQUE|EXCLUSION/.test(constraint.contype ?? ''))
      add('scan', 'constraint', { ...named, ...notValid(constraint) })
  }
}

function callsVolatile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(callsVolatile)
  if (value === null || typeof value !== 'object') return false
  const call = as(value as Node, 'FuncCall')
  if (call && isVolatile(parts(call.funcname))) return true
  return Object.values(value).some(callsVolatile)
}

function addConstraint(constraint: Constraint | undefined, add: Add): void {
  const column = constraint?.conname
  const named: Partial<Effect> = column ? { column } : {}
  add('create', 'constraint', named)
  const foreign = constraint?.contype === 'CONSTR_FOREIGN'
  const lock = foreign ? 'SHARE ROW EXCLUSIVE' : EXCLUSIVE
  // USING INDEX takes over an index that is there already.
  if (!constraint?.indexname)
    add('scan', foreign ? 'foreign-key' : 'constraint', { ...named, lock, ...notValid(constraint) })
}

function attach(command: AlterTableCmd, kind: string, add: Add, c: Collector): void {
  const relation = as(command.def, 'PartitionCmd')?.name
  add('alter', 'table', { lock: 'SHARE UPDATE EXCLUSIVE' })
  const lock = relation && c.known.created.has(c.mention(relation)) ? 'none' : EXCLUSIVE
  if (relation) c.on('alter', kind === 'index' ? kind : 'partition', relation, { lock })
}

const partitionName = (command: AlterTableCmd, c: Collector): string =>
  c.mention(as(command.def, 'PartitionCmd')?.name)

/** Whose rights a view runs with, and whether it hides rows. */
function touchesSecurity(definition: Node | undefined): boolean {
  const options = as(definition, 'List')?.items
  return ['security_invoker', 'security_barrier'].some((name) => option(options, name) !== undefined)
}

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
    ...(node.behavior === 'DROP_CASCADE' && { cascade: true }),
    ...(temporary && { temporary }),
  })
  if (temporary && object === 'table') c.known.temporary.delete(dotted([node.relation?.relname ?? '']))
}

function renameFlows(node: RenameStmt, object: string, relation: string, c: Collector): void {
  const to = node.newname ?? ''
  if (object === 'column')
    c.flow({ relation, column: to, sources: [`${relation}.${node.subname ?? ''}`], same: true })
  else if (/^(table|foreign-table|view|materialized-view)$/.test(object))
    renamedFlow(relation, dotted([...(node.relation?.schemaname ? [node.relation.schemaname] : []), to]), c)
  else if (object === 'schema')
    c.flow({ relation: `${dotted([to])}.*`, sources: [`${dotted([node.subname ?? ''])}.*.*`], named: true })
}
