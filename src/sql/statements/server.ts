// The server beyond this database's tables: databases, foreign data, replication, tablespaces.
import type { Node, PublicationTable } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { lockOf } from '../locks.ts'
import { as, dotted } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'

export const SERVER: Handlers = {
  CreatedbStmt: (node, c) =>
    c.add({ action: 'create', object: 'database', name: dotted([node.dbname ?? '']) }),
  AlterDatabaseStmt: (node, c) =>
    c.add({ action: 'alter', object: 'database', name: dotted([node.dbname ?? '']) }),
  AlterDatabaseRefreshCollStmt: (node, c) =>
    c.add({ action: 'alter', object: 'database', name: dotted([node.dbname ?? '']) }),
  CreateTableSpaceStmt: (node, c) =>
    c.add({ action: 'create', object: 'tablespace', name: dotted([node.tablespacename ?? '']) }),
  AlterTableSpaceOptionsStmt: (node, c) =>
    c.add({ action: 'alter', object: 'tablespace', name: dotted([node.tablespacename ?? '']) }),
  CreateFdwStmt: (node, c) =>
    c.add({ action: 'create', object: 'foreign-data-wrapper', name: dotted([node.fdwname ?? '']) }),
  AlterFdwStmt: (node, c) =>
    c.add({ action: 'alter', object: 'foreign-data-wrapper', name: dotted([node.fdwname ?? '']) }),
  CreateForeignServerStmt: (node, c) =>
    c.add({ action: 'create', object: 'server', name: dotted([node.servername ?? '']) }),
  AlterForeignServerStmt: (node, c) =>
    c.add({ action: 'alter', object: 'server', name: dotted([node.servername ?? '']) }),
  CreateUserMappingStmt: (node, c) =>
    c.add({ action: 'create', object: 'user-mapping', name: dotted([node.servername ?? '']) }),
  AlterUserMappingStmt: (node, c) =>
    c.add({ action: 'alter', object: 'user-mapping', name: dotted([node.servername ?? '']) }),
  ImportForeignSchemaStmt(node, c) {
    c.schemaChanged = true
    c.add({ action: 'create', object: 'foreign-schema', name: dotted([node.local_schema ?? '']) })
  },
  CreatePublicationStmt(node, c) {
    c.add({
      action: 'create',
      object: 'publication',
      name: dotted([node.pubname ?? '']),
      ...(node.pubobjects && { lock: lockOf('publish') }),
      ...(node.for_all_tables && { detail: 'of all tables' }),
    })
    published(node.pubobjects, c)
  },
  AlterPublicationStmt(node, c) {
    c.add({
      action: 'alter',
      object: 'publication',
      name: dotted([node.pubname ?? '']),
      ...(node.pubobjects && { lock: lockOf('publish') }),
    })
    published(node.pubobjects, c)
  },
  CreateSubscriptionStmt: (node, c) =>
    c.add({ action: 'create', object: 'subscription', name: dotted([node.subname ?? '']) }),
  AlterSubscriptionStmt: (node, c) =>
    c.add({ action: 'alter', object: 'subscription', name: dotted([node.subname ?? '']) }),
}

function published(objects: readonly Node[] | undefined, c: Collector): void {
  for (const item of objects ?? []) {
    const table: PublicationTable | undefined = as(item, 'PublicationObjSpec')?.pubtable
    c.mention(table?.relation)
    walk(table?.whereClause, c)
  }
}
