import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const client = postgres({ max: 1, onnotice: () => {} })
await migrate(drizzle(client), { migrationsFolder: 'drizzle' })
const [row] = await client`SELECT email FROM customers WHERE id = ${1}`
console.log(`drizzle done, ${row.email}`)
await client.end()
