import { sql } from 'kysely'

export async function up(db) {
  await db.schema
    .alterTable('bookings')
    .addColumn('note', 'text')
    .addColumn('made_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .execute()
  await db.schema
    .alterTable('rooms')
    .alterColumn('name', (column) => column.setDataType('text'))
    .execute()
  await db.updateTable('bookings').set({ note: 'moved over' }).where('note', 'is', null).execute()
  await db.schema
    .alterTable('bookings')
    .alterColumn('note', (column) => column.setNotNull())
    .execute()
}

export async function down(db) {
  await db.schema.alterTable('bookings').dropColumn('note').dropColumn('made_at').execute()
}
