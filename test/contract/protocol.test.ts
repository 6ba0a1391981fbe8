// What every protocol must keep: one suite over all adapters.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { PROTOCOLS } from '../../src/protocols/index.ts'
import type { Gate } from '../../src/protocols/protocol.ts'
import { noDrops } from '../protocols/relayed.ts'
import type { Adapter, ContractClient } from './adapter.ts'
import { ADAPTERS } from './adapters.ts'

test('every protocol has an adapter', () => {
  expect(Object.keys(ADAPTERS).sort()).toEqual(Object.keys(PROTOCOLS).sort())
})

const cleaning: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})

describe.each(Object.entries(ADAPTERS))('%s', (_, adapter: Adapter) => {
  const open = async (gate?: Partial<Gate>) => {
    const relay = await adapter.open({ verdict: noDrops, ...(gate ? { gate } : {}) })
    cleaning.push(() => relay.cleanUp())
    const client = await adapter.connect(relay)
    cleaning.push(() => client.destroy())
    return { relay, client }
  }
  const works = async (client: ContractClient) => {
    client.send(adapter.harmless.bytes)
    expect(await client.answer()).toBe(adapter.harmless.expected)
  }

  test('a statement that is cut at every byte, and sent byte by byte', async () => {
    const { client } = await open()
    const { bytes, expected } = adapter.harmless
    for (let at = 1; at < bytes.length; at++) {
      client.send(bytes, at)
      expect(await client.answer()).toBe(expected)
    }
    client.send(adapter.refused, 1)
    expect(await client.answer()).toBe('refused')
    await works(client)
  })

  test('what is refused never reaches the target, and the connection goes on', async () => {
    const { client, relay } = await open()
    for (let i = 0; i < 3; i++) {
      client.send(adapter.refused)
      expect(await client.answer()).toBe('refused')
      await works(client)
    }
    const judged = relay.told.filter(({ type }) => type === 'judge')
    const results = relay.told.filter(({ type }) => type === 'result')
    expect([judged.length, results.length]).toEqual([6, 3])
  })

  test('a pipeline is answered in its order', async () => {
    const { client } = await open()
    const { bytes, expected } = adapter.harmless
    client.send(Buffer.concat([bytes, adapter.refused, bytes, bytes, adapter.refused]), 7)
    const answers: string[] = []
    for (let i = 0; i < 5; i++) answers.push(await client.answer())
    expect(answers).toEqual([expected, 'refused', expected, expected, 'refused'])
  })

  test('a statement’s event is flushed before its result is told', async () => {
    const { client, relay } = await open()
    await works(client)
    // What a command shows may be told in between.
    const order = relay.told.map(({ type }) => type).filter((type) => !/opened|output/.test(type))
    expect(order).toEqual(['judge', 'flush', 'result'])
  })

  test('a frame beyond the cap ends the session with an error', async () => {
    const { client } = await open()
    client.send(adapter.oversize)
    expect(await client.ended()).toMatch(/^ended/)
  })

  test('cancel', async () => {
    const { client, relay } = await open()
    client.send(adapter.endless)
    await sleep(200)
    await adapter.cancel(relay, client)
    expect(await client.answer()).toBe('cancelled')
    await works(client)
  })

  test('a slow reader holds the target back: memory stays bounded', async () => {
    const { client, relay } = await open()
    client.send(adapter.large(400 * 1024 * 1024))
    client.pause()
    await sleep(300)
    const before = process.memoryUsage().rss
    await sleep(700)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
    client.destroy()
    await relay.connections[0]?.closed
  })

  test('a record that cannot be written stops the traffic', async () => {
    const flush = () => {
      throw new SluiceError('RECORD_FAILED', 'the disk is full')
    }
    const { client } = await open({ flush })
    client.send(adapter.harmless.bytes)
    expect(await client.ended()).toMatch(/^ended record/)
  })

  test('a record that lags pauses the traffic until it has caught up', async () => {
    let lagging = false
    let resume = () => {}
    const { client } = await open({
      lagging(handler) {
        if (lagging) resume = handler
        return lagging
      },
    })
    lagging = true
    client.send(adapter.harmless.bytes)
    const answer = client.answer()
    expect(await Promise.race([answer, sleep(150, 'paused')])).toBe('paused')
    lagging = false
    resume()
    expect(await answer).toBe(adapter.harmless.expected)
  })

  test('the client goes away within a statement: both sides close', async () => {
    const { client, relay } = await open()
    client.send(adapter.endless)
    await sleep(100)
    client.destroy()
    await relay.connections[0]?.closed
    expect(relay.told.at(-1)).toMatchObject({ type: 'closed' })
  })

  test('the target goes away: the client reads an error, then the end', async () => {
    const { client, relay } = await open()
    client.send(adapter.endless)
    await sleep(100)
    await adapter.crash(relay)
    expect(await client.ended()).toMatch(/^ended/)
    await relay.connections[0]?.closed
  })

  test('end() closes both sides even while a statement runs', async () => {
    const { client, relay } = await open()
    client.send(adapter.endless)
    await sleep(100)
    relay.connections[0]?.end('the session is over')
    expect(await client.ended()).toMatch(/^ended/)
    await relay.connections[0]?.closed
  })
})
