// Roles, privileges, owners, labels, row security policies.
import type { Node, RoleSpec } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { EXCLUSIVE } from '../locks.ts'
import { settingEffect } from '../settings.ts'
import { as, dotted, optionText, parts } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { cascade, objectKind } from './drop.ts'
import { valuesOf } from './session.ts'

export const ROLES: Handlers = {
  GrantStmt(node, c) {
    const object = node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'all-in-schema' : objectKind(node.objtype)
    const wide = (node.grantees ?? []).some((role) => as(role, 'RoleSpec')?.roletype === 'ROLESPEC_PUBLIC')
    const names = (node.objects ?? []).map((item) => {
      const relation = as(item, 'RangeVar')
      return relation ? c.mention(relation) : dotted(parts(item))
    })
    for (const name of names.length > 0 ? names : [undefined])
      c.add({
        action: node.is_grant ? 'grant' : 'revoke',
        object,
        ...(name && { name }),
        ...(wide && node.is_grant && { detail: 'to every role' }),
      })
  },
  AlterDefaultPrivilegesStmt(node, c) {
    c.add({ action: node.action?.is_grant ? 'grant' : 'revoke', object: 'default' })
  },
  GrantRoleStmt(node, c) {
    for (const role of node.granted_roles ?? []) {
      const name = as(role, 'AccessPriv')?.priv_name ?? ''
      const action = node.is_grant ? 'grant' : 'revoke'
      c.add({ action, object: /^pg_/.test(name) ? 'predefined-role' : 'role', name: dotted([name]) })
    }
  },
  CreateRoleStmt(node, c) {
    const detail = powers(node.options)
    c.add({ action: 'create', object: 'role', name: dotted([node.role ?? '']), ...(detail && { detail }) })
  },
  AlterRoleStmt(node, c) {
    const detail = powers(node.options)
    c.add({ action: 'alter', object: 'role', name: specName(node.role), ...(detail && { detail }) })
  },
  DropRoleStmt(node, c) {
    for (const role of node.roles ?? []) c.add({ action: 'drop', object: 'role', name: roleName(role) })
  },
  DropOwnedStmt(node, c) {
    for (const role of node.roles ?? [])
      c.add({ action: 'drop', object: 'owned', name: roleName(role), rows: 'all', ...cascade(node.behavior) })
    c.schemaChanged = true
  },
  AlterRoleSetStmt(node, c) {
    storedSetting('role-setting', node.setstmt, c)
  },
  AlterDatabaseSetStmt(node, c) {
    storedSetting('database-setting', node.setstmt, c)
  },
  AlterSystemStmt(node, c) {
    storedSetting('system-setting', node.setstmt, c)
  },
  AlterOwnerStmt(node, c) {
    const name = node.relation ? c.mention(node.relation) : dotted(parts(node.object))
    c.add({ action: 'own', object: objectKind(node.objectType), ...(name && { name }) })
  },
  ReassignOwnedStmt(node, c) {
    for (const role of node.roles ?? []) c.add({ action: 'own', object: 'owned', name: roleName(role) })
  },
  SecLabelStmt(node, c) {
    c.add({ action: 'alter', object: 'security-label', name: dotted(parts(node.object)) })
  },
  CreatePolicyStmt(node, c) {
    c.on('create', 'policy', node.table, { lock: EXCLUSIVE })
    walk([node.qual, node.with_check], c)
  },
  AlterPolicyStmt(node, c) {
    c.on('alter', 'policy', node.table, { lock: EXCLUSIVE })
    walk([node.qual, node.with_check], c)
  },
}

const POWERS = new Set(['superuser', 'createrole', 'createdb', 'isreplication', 'bypassrls'])

/** The strong attributes a role is given. */
function powers(options: readonly Node[] | undefined): string {
  const given = (options ?? []).flatMap((node) => {
    const element = as(node, 'DefElem')
    const name = element?.defname ?? ''
    return POWERS.has(name) && optionText(element?.arg) !== 'false'
      ? [name.replace('isreplication', 'replication')]
      : []
  })
  return given.length > 0 ? `with ${given.join(', ')}` : ''
}

type SetStatement = NonNullable<Parameters<NonNullable<Handlers['VariableSetStmt']>>[0]>

function storedSetting(object: string, set: SetStatement | undefined, c: Collector): void {
  const name = set?.kind === 'VAR_RESET_ALL' ? 'all' : (set?.name ?? '')
  const { detail } = settingEffect(name, set?.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined)
  c.add({ action: 'alter', object, name: name.toLowerCase(), ...(detail && { detail }) })
}

function specName(role: RoleSpec | undefined): string {
  if (role?.rolename) return dotted([role.rolename])
  return (role?.roletype ?? '').slice('ROLESPEC_'.length).toLowerCase()
}

function roleName(node: Node): string {
  return specName(as(node, 'RoleSpec'))
}
