// A hundred megabytes either way, with somebody slow at the end: all of it arrives, and memory stays bounded.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { withSshd } from './opened.ts'
import { collect, startSsh } from './relayed.ts'

const { open, raw } = withSshd()
const MEGABYTES = 100
const BLOCK = Buffer.alloc(1024 * 1024, 'sixteen bytes..\n')
const digest = () => {
  const hash = createHash('sha256')
  for (let i = 0; i < MEGABYTES; i++) hash.update(BLOCK)
  return hash.digest('hex')
}

let watch: NodeJS.Timeout | undefined
afterEach(() => clearInterval(watch))

/** Most that the process has grown by since now, in bytes. */
function growth(): () => number {
  const before = process.memoryUsage().rss
  let most = 0
  watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }, 20)
  return () => most
}

test('in, to a slow reader', async () => {
  const relay = await open()
  const child = startSsh(relay, ['web', 'sleep 1; sha256sum'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ran = collect(child)
  const grown = growth()
  for (let i = 0; i < MEGABYTES; i++)
    if (!child.stdin!.write(BLOCK)) await new Promise((resolve) => child.stdin!.once('drain', resolve))
  child.stdin!.end()
  const { code, stdout } = await ran
  expect([code, stdout]).toEqual([0, `${digest()}  -\n`])
  expect(grown()).toBeLessThan(100 * 1024 * 1024)
  expect(relay.told).toContainEqual(
    expect.objectContaining({
      type: 'transfer',
      direction: 'in',
      bytes: MEGABYTES * BLOCK.length,
      sha256: digest(),
    }),
  )
}, 60_000)

test.each([
  ['as it is', []],
  ['masked', ['email', 'aws-access-key']],
])(
  'out, to a slow client, %s',
  async (_, detect) => {
    const relay = await open({ terms: { masks: { columns: [], detect } } })
    const line = "yes 'sixteen bytes..'"
    const child = startSsh(relay, ['web', `${line} | tr -d '\\r' | head -c ${MEGABYTES * BLOCK.length}`])
    const grown = growth()
    const hash = createHash('sha256')
    let bytes = 0
    child.stdout!.on('data', (chunk: Buffer) => {
      hash.update(chunk)
      bytes += chunk.length
    })
    const over = new Promise((resolve) => child.once('close', resolve))
    await sleep(300)
    child.stdout!.pause()
    await sleep(1000)
    const stalled = bytes
    await sleep(300)
    expect(bytes).toBe(stalled)
    child.stdout!.resume()
    expect(await over).toBe(0)
    expect([bytes, hash.digest('hex')]).toEqual([MEGABYTES * BLOCK.length, digest()])
    // The record of it has its own measure.
    expect(grown()).toBeLessThan(150 * 1024 * 1024)
    expect(relay.told).toContainEqual(
      expect.objectContaining({
        type: 'transfer',
        direction: 'out',
        bytes: MEGABYTES * BLOCK.length,
        sha256: digest(),
      }),
    )
  },
  60_000,
)

test('keys are exchanged anew while data flows, whoever asks for it', async () => {
  const relay = await open()
  const child = startSsh(
    relay,
    ['-o', 'RekeyLimit=1M', 'web', 'sha256sum; head -c 20M /dev/zero | sha256sum'],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  const ran = collect(child)
  child.stdin!.end(Buffer.alloc(20 * 1024 * 1024))
  const zeros = createHash('sha256')
    .update(Buffer.alloc(20 * 1024 * 1024))
    .digest('hex')
  expect(await ran).toMatchObject({ code: 0, stdout: `${zeros}  -\n`.repeat(2) })
  const client = await raw(relay)
  client.counting = true
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'head -c 20M /dev/zero')
  for (let i = 0; i < 5; i++) {
    await client.until(() => channel.bytes > i * 2 * 1024 * 1024)
    client.transport.rekey()
  }
  await client.until(() => channel.closed)
  expect(channel).toMatchObject({ bytes: 20 * 1024 * 1024, exit: 0 })
}, 60_000)
