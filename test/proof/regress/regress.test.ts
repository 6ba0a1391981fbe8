// A part of PostgreSQL's own regression scripts; all of them run every night (main.ts).
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createDatabase, servers } from '../../fixtures/database.ts'
import { Connection } from '../execution/connection.ts'
import { createJudge } from '../judge.ts'
import { fetchScripts } from './fetch.ts'
import { environment, runScript, scripts, tally } from './run.ts'

const judge = createJudge()
afterAll(() => judge.close())

const SAMPLE =
  'test_setup boolean text insert insert_conflict select_into subselect delete update returning with matview identity'.split(
    ' ',
  )

it('loses nothing by what is allowed of PostgreSQL’s own statements', async () => {
  const server = servers()[1]
  if (!server) throw new Error('no server')
  const kept = fetchScripts(server.version)
  // Elsewhere than on Debian and its kin the generated statements stand for them.
  if (!kept) return
  const directory = mkdtempSync(join(tmpdir(), 'regress-'))
  cpSync(kept, directory, { recursive: true })
  chmodSync(directory, 0o755)
  const database = await createDatabase(server)
  const counts = tally()
  try {
    for (const file of scripts(directory).filter((name) => SAMPLE.includes(name))) {
      const connection = await Connection.open(database.url, 10_000)
      await runScript(
        file,
        { url: database.url, connection, judge, directory, environment: environment(directory) },
        counts,
      )
      connection.close()
    }
  } finally {
    await database.drop()
    rmSync(directory, { recursive: true })
  }
  expect(counts.lost).toEqual([])
  expect(counts.executed).toBeGreaterThan(1000)
}, 120_000)
