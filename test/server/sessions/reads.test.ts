import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_ADMIN } from '../../../src/server/people/person.ts'
import { reap } from '../../../src/server/reaper.ts'
import { statement } from '../../recording/samples.ts'
import { type Harness, startHarness } from '../harness.ts'
import { tokenFor } from '../people/administrator.ts'
import { startJob } from './recorded.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

test('who reads a session leaves a line, one an hour however often the page is fetched', async () => {
  const job = await startJob(harness)
  job.record(statement(1))
  await job.end()
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${await tokenFor(harness, LOCAL_ADMIN)}` }
    return fetch(`${harness.url}${path}`, { headers })
  }
  const lines = () =>
    harness.server.services.store
      .selectFrom('audit')
      .select(['outcome', 'detail', 'grant_id'])
      .where('event', '=', 'read')
      .execute()
  expect((await read('/sessions')).status).toBe(200)
  expect((await read('/sessions/nothing')).status).toBe(404)
  expect(await lines()).toEqual([])
  const own = `/sessions/${job.session}`
  for (const path of [own, `${own}?event=1`, own]) expect((await read(path)).status).toBe(200)
  const line = { outcome: 'ok', detail: 'local administrator (local#admin)', grant_id: job.session }
  expect(await lines()).toEqual([line])
  harness.skew += 3601_000
  await reap(harness.server.services)
  expect((await read(own)).status).toBe(200)
  expect(await lines()).toEqual([line, line])
})
