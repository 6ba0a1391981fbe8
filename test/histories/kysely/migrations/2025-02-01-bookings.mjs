import { sql } from 'kysely'

export async function up(db) {
  await db.schema.createType('booking_state').asEnum(['asked', 'given']).execute()
  await db.schema
    .createTable('bookings')
    .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('room_id', 'integer', (column) => column.notNull().references('rooms.id').onDelete('restrict'))
    .addColumn('during', sql`tstzrange`, (column) => column.notNull())
    .addColumn('state', sql`booking_state`, (column) => column.notNull().defaultTo('asked'))
    .execute()
  await db.schema
    .createView('given_bookings')
    .as(db.selectFrom('bookings').selectAll().where('state', '=', 'given'))
    .execute()
  await sql`INSERT INTO bookings (room_id, during) SELECT id, tstzrange('2025-01-01', '2025-01-02') FROM rooms`.execute(
    db,
  )
}

export async function down(db) {
  await db.schema.dropView('given_bookings').execute()
  await db.schema.dropTable('bookings').execute()
  await db.schema.dropType('booking_state').execute()
}
