import { sql } from 'kysely'

export async function up(db) {
  await db.schema
    .createTable('rooms')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedByDefaultAsIdentity())
    .addColumn('name', 'varchar(80)', (column) => column.notNull().unique())
    .addColumn('seats', 'integer', (column) => column.notNull().defaultTo(4).check(sql`seats > 0`))
    .addColumn('features', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`))
    .execute()
  await db.schema.createIndex('rooms_features').on('rooms').using('gin').column('features').execute()
  await db
    .insertInto('rooms')
    .values([{ name: 'Attic' }, { name: 'Cellar', seats: 12 }])
    .execute()
}

export async function down(db) {
  await db.schema.dropTable('rooms').execute()
}
