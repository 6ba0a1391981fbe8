// A script as a job might have it: it knows PostgreSQL's own variables and nothing of Sluice.
import pg from 'pg'

const client = new pg.Client()
await client.connect()
try {
  await client.query('DROP TABLE customers')
} catch (error) {
  console.log(`DROP TABLE customers → ${error.code} ${error.message}`)
  if (error.detail) console.log(`  ${error.detail}`)
  if (error.hint) console.log(`  ${error.hint}`)
}
const { rows } = await client.query('SELECT id, name, email, card FROM customers ORDER BY id')
console.log('the same connection goes on:')
for (const row of rows) console.log(`  ${row.id} ${row.name} ${row.email} ${row.card}`)
await client.end()
