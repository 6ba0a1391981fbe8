import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaller } from '../caller.ts'
import { type Change, type Harness, startHarness } from '../harness.ts'
import { type Receiver, startReceiver } from './receiver.ts'

let harness: Harness
let first: Receiver
let run = 8000
const notified: Change = (file) => {
  Object.assign(file.server, { notify: [{ name: 'first', url: first.url, secret: 'env:KEY' }] })
}
beforeAll(async () => {
  first = await startReceiver()
  harness = await startHarness({ change: notified, env: { KEY: 'k'.repeat(24) } })
})
afterAll(async () => {
  await harness.close()
  await first.close()
})

async function askAccess(): Promise<void> {
  const caller = await createCaller(harness)
  const token = await harness.issuer.github(harness.url, { run_id: String(run++) })
  await caller.exchange(token, ['gated-prod'])
}

const waiting = () => harness.server.services.store.selectFrom('outbox').selectAll().orderBy('seq').execute()

test('an endless answer and a silent one are cut off, and the server stops all the same', async () => {
  let sent = 0
  first.answers.push((response) => {
    response.writeHead(200)
    const timer = setInterval(() => {
      sent += 1024
      response.write('x'.repeat(1024))
    }, 5)
    response.on('close', () => clearInterval(timer))
  })
  await askAccess()
  await first.wait(1)
  for (let tries = 0; tries < 100 && (await waiting()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await waiting()).toEqual([])
  expect(sent).toBeLessThan(64 * 1024)
  first.answers.push(() => {})
  await askAccess()
  await first.wait(2)
  const started = performance.now()
  await harness.restart(notified)
  expect(performance.now() - started).toBeLessThan(12_000)
  await first.wait(3)
  const ids = first.deliveries.slice(1).map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(1)
})
