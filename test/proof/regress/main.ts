// All of PostgreSQL's regression scripts: `node test/proof/regress/main.ts [DIRECTORY]`, for the nightly run.
import pg from 'pg'
import { majorVersion, startPostgres } from '../../fixtures/postgres.ts'
import { systemPostgres } from '../../fixtures/system.ts'
import { Connection } from '../execution/connection.ts'
import { createJudge } from '../judge.ts'
import { fetchScripts } from './fetch.ts'
import { environment, runScript, scripts, tally } from './run.ts'

const bin = systemPostgres()
if (!bin) throw new Error('PostgreSQL of the distribution is not installed: see test/setup/install.ts')
const directory = process.argv[2] ?? fetchScripts(majorVersion(bin))
if (!directory) throw new Error('the source package cannot be had: name a directory with sql/ and data/')

const server = await startPostgres({ bin })
const judge = createJudge()
const counts = tally()
try {
  const root = new pg.Client({ connectionString: server.url() })
  await root.connect()
  await root.query('CREATE DATABASE regression TEMPLATE template0')
  await root.end()
  for (const file of scripts(directory)) {
    const url = server.url('regression')
    const connection = await Connection.open(url, 20_000)
    await runScript(file, { url, connection, judge, directory, environment: environment(directory) }, counts)
    connection.close()
  }
} finally {
  await judge.close()
  await server.stop()
}
for (const { file, text, losses } of counts.lost)
  console.log(`${file}: ${text.slice(0, 300)}: ${losses.join('; ')}`)
const { lost, ...numbers } = counts
console.log({ ...numbers, lost: lost.length })
process.exitCode = lost.length > 0 ? 1 : 0
