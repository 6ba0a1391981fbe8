import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchange } from '../../src/client/exchange.ts'
import { openGrant } from '../../src/client/grant.ts'
import { uploadTo } from '../../src/client/records.ts'
import { createRecorder } from '../../src/recording/create.ts'
import { verifyRecord } from '../../src/recording/verify.ts'
import { reap } from '../../src/server/reaper.ts'
import { END, filesOf, newDir, result, START, statement } from '../recording/samples.ts'
import { type Harness, startHarness } from '../server/harness.ts'

let harness: Harness
let run = 1
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

/** A session that has recorded two statements. */
async function recording() {
  const dir = newDir()
  const idToken = await harness.issuer.github(harness.url, { run_id: String(++run) })
  const grant = await exchange({ server: harness.url, idToken, targets: ['orders-prod'] })
  const client = openGrant(grant)
  const terms = await client.terms()
  const upload = uploadTo(client, terms)
  const recorder = createRecorder({ dir, session: grant.session, key: grant.key, upload })
  recorder.append({ ...START, session: grant.session })
  for (const id of [1, 2]) {
    recorder.append(statement(id))
    recorder.flush()
    recorder.append(result(id))
  }
  const stored = () => filesOf(join(harness.data, 'sessions', grant.session))
  const verified = () => verifyRecord(stored(), terms.serverKey)
  return { dir, grant, client, recorder, stored, verified }
}

test('a session’s record is on the server when the session ends, and revoking says so', async () => {
  const { dir, client, recorder, stored, verified } = await recording()
  expect(await recorder.seal(END)).toMatchObject({ kept: 'server', reason: 'clean' })
  expect(stored()).toEqual(filesOf(dir))
  expect(await client.revoke()).toMatchObject({ revoked: true, record: { sealed: true, reason: 'clean' } })
  expect(verified()).toMatchObject({ status: 'intact' })
  rmSync(dir, { recursive: true })
})

test('a proxy that died leaves a record that the server seals', async () => {
  const { dir, client, stored, verified } = await recording()
  await expect.poll(() => stored().session.length, { timeout: 5000 }).toBeGreaterThan(0)
  expect(await client.revoke()).toMatchObject({
    revoked: true,
    record: { sealed: true, reason: 'abandoned' },
  })
  expect(verified()).toMatchObject({ status: 'intact' })
  rmSync(dir, { recursive: true })
})

test('shortly after the session’s end the rest is still taken, later it is not', async () => {
  const { store, clock } = harness.server.services
  const endedSince = (id: string, ms: number) =>
    store
      .updateTable('grants')
      .set({ expires_at: clock() - ms })
      .where('id', '=', id)
      .execute()
  const early = await recording()
  const late = await recording()
  await endedSince(early.grant.session, 60_000)
  await endedSince(late.grant.session, 121_000)
  await reap(harness.server.services)
  await expect(early.client.terms()).rejects.toMatchObject({ code: 'GRANT_EXPIRED' })
  expect(await early.recorder.seal(END)).toMatchObject({ kept: 'server', reason: 'clean' })
  expect(await late.recorder.seal(END)).toMatchObject({ kept: 'local' })
  for (const { dir } of [early, late]) rmSync(dir, { recursive: true })
})
