import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createCaller } from './caller.ts'
import { startHarness } from './harness.ts'

test('a full disk: nothing is granted, nothing is half done, and it goes on when there is room', async () => {
  const harness = await startHarness()
  const caller = await createCaller(harness)
  const { store } = harness.server.services
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store)
  await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`).execute(store)
  const job = (run: number) =>
    harness.issuer.github(harness.url, { run_id: String(run), jti: `${run}`.repeat(60) })
  let granted = 0
  let reply = await caller.exchange(await job(1))
  for (let run = 2; reply.status === 200 && run < 500; run++) {
    granted++
    reply = await caller.exchange(await job(run))
  }
  expect(reply).toMatchObject({ status: 500, body: { error: 'server_error' } })
  expect(JSON.stringify(reply.body)).not.toMatch(/sqlite|disk|full/i)
  expect(harness.logs.at(-1)).toContain('full')
  const count = async (table: 'grants' | 'jobs') =>
    (await store.selectFrom(table).selectAll().execute()).length
  expect([await count('grants'), await count('jobs')]).toEqual([granted, granted])
  await sql`PRAGMA max_page_count = 100000`.execute(store)
  expect((await caller.exchange(await job(1000))).status).toBe(200)
  await harness.close()
})
