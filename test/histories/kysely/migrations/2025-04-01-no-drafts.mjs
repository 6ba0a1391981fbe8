import { sql } from 'kysely'

export async function up(db) {
  await db.deleteFrom('bookings').where('during', '<<', sql`tstzrange('2025-06-01', NULL)`).execute()
}

export async function down() {}
