// The words of statements, as they are searched. All of this is SQLite's own: on PostgreSQL `session_texts` is a table
// with a trigram index, and MATCH is ILIKE.
import { type Kysely, sql } from 'kysely'
import type { Store } from './index.ts'
import type { Schema } from './schema.ts'

/** Part of a migration. */
export async function createTexts(db: Kysely<Schema>): Promise<void> {
  await sql`create virtual table session_texts
    using fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram')`.execute(db)
}

/** Of a piece of a record. */
export async function addText(store: Store, piece: number, text: string): Promise<void> {
  await sql`insert into session_texts (rowid, text) values (${piece}, ${text})`.execute(store)
}

export async function deleteTexts(store: Store, session: string): Promise<void> {
  await sql`delete from session_texts where rowid in
    (select id from session_pieces where session = ${session})`.execute(store)
}

/** A condition on `sessions`: one of its statements has this part, of three characters at least. */
export function says(part: string) {
  return sql<boolean>`sessions.id in (select session from session_pieces where id in
    (select rowid from session_texts where session_texts match ${`"${part.replaceAll('"', '""')}"`}))`
}
