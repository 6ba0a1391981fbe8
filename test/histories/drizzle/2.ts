import { eq, sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  varchar,
} from 'drizzle-orm/pg-core'

export const level = pgEnum('level', ['guest', 'member'])

export const readers = pgTable(
  'readers',
  {
    id: bigserial({ mode: 'bigint' }).primaryKey(),
    name: varchar({ length: 200 }).notNull(),
    phone: text(),
    level: level().notNull().default('guest'),
    joined: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('readers_name').on(table.name), check('readers_named', sql`${table.name} <> ''`)],
)

export const loans = pgTable(
  'loans',
  {
    reader: bigint({ mode: 'bigint' })
      .notNull()
      .references(() => readers.id, { onDelete: 'cascade' }),
    book: text().notNull(),
    due: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reader, table.book] })],
)

export const members = pgView('members').as((view) =>
  view.select().from(readers).where(eq(readers.level, 'member')),
)
