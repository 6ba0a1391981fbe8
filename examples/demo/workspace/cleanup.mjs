// A script as a job might have it: it waits for its statement, as for any that takes its time.
import pg from 'pg'

const client = new pg.Client()
client.on('notice', ({ message }) => console.log(`NOTICE: ${message}`))
await client.connect()
await client.query('-- sluice: nothing reads the notes any more\nALTER TABLE orders DROP COLUMN note')
console.log('ALTER TABLE orders DROP COLUMN note → done')
await client.end()
