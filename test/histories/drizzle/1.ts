import { bigserial, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const readers = pgTable(
  'readers',
  {
    id: bigserial({ mode: 'bigint' }).primaryKey(),
    name: text().notNull(),
    phone: text(),
    joined: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('readers_name').on(table.name)],
)
