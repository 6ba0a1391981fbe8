// Commands that wait for a person.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Verdict } from '../../../src/core/verdict.ts'
import type { Waiting } from '../../../src/protocols/protocol.ts'
import { withSshd } from './opened.ts'
import { ALLOW, block, collect, type RelayedOptions, ssh, startSsh } from './relayed.ts'

const { open, raw } = withSshd()

/** A gate that holds what says `risky`, until the test decides. */
function holding() {
  const asked: { waiting: Waiting; decide: (refused?: Verdict) => void }[] = []
  const approved = new Set<number>()
  const held: Verdict = { ...block('risky-command', 'x'), kind: 'hold' }
  const options: Omit<RelayedOptions, 'upstream'> = {
    verdict: ({ id, text }) => (text.includes('risky') && !approved.has(id) ? held : ALLOW),
    gate: {
      hold: (statement, verdict, waiting) =>
        new Promise((resolve) => {
          waiting.notice('held for approval (risky-command): https://sluice.example/approvals/1')
          waiting.signal.addEventListener('abort', () => resolve(verdict))
          const decide = (refused?: Verdict) => {
            if (!refused) approved.add(statement.id)
            resolve(refused)
          }
          asked.push({ waiting, decide })
        }),
    },
  }
  return { asked, options }
}

test('approved it runs, with what was on standard input already', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const child = startSsh(relay, ['web', 'cat # risky'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ran = collect(child)
  child.stdin?.end('early')
  const [notice] = (await once(child.stderr!, 'data')) as [Buffer]
  expect(notice.toString()).toBe(
    'sluice: held for approval (risky-command): https://sluice.example/approvals/1\n',
  )
  await sleep(100)
  asked[0]!.decide()
  expect(await ran).toMatchObject({ code: 0, stdout: 'early' })
})

test('denied it is refused as ever', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const running = ssh(relay, ['web', 'risky'])
  while (asked.length === 0) await sleep(10)
  asked[0]!.decide(block('risky-command', 'x'))
  const { code, stderr } = await running
  expect(code).toBe(126)
  expect(stderr).toContain('sluice: refused by policy: dropping a table loses its rows')
})

test('Ctrl-C withdraws it', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const child = startSsh(relay, ['web', 'risky'])
  const ran = collect(child)
  while (asked.length === 0) await sleep(10)
  child.kill('SIGINT')
  await ran
  await relay.connections[0]?.closed
  expect(asked[0]!.waiting.signal.aborted).toBe(true)
  expect(relay.told.some(({ type }) => type === 'flush')).toBe(false)
})

test('a signal to it withdraws it; other channels go on', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'risky')
  await client.until(() => asked.length > 0)
  expect(await client.run('echo meanwhile')).toMatchObject({ stdout: 'meanwhile\n', exit: 0 })
  client.request(channel, 'signal', false, 'INT')
  await client.until(() => channel.closed)
  expect(channel.exit).toBe(126)
  expect(channel.stderr).toContain('sluice: the command was withdrawn')
})

test('closing its channel withdraws it', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'risky')
  await client.until(() => asked.length > 0)
  client.close(channel)
  await client.until(() => channel.closed)
  expect(asked[0]!.waiting.signal.aborted).toBe(true)
  expect(await client.run('echo next')).toMatchObject({ stdout: 'next\n' })
})

test('what comes on standard input meanwhile is held back by the window', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  expect(channel.window).toBe(128 * 1024)
  client.request(channel, 'exec', true, 'wc -c # risky')
  await client.until(() => asked.length > 0)
  for (let sent = 0; sent < 128; sent += 32) client.data(channel, Buffer.alloc(32 * 1024))
  await sleep(200)
  expect(channel.window).toBe(128 * 1024)
  asked[0]!.decide()
  await client.until(() => channel.window > 128 * 1024)
  client.close(channel)
})

test('keepalives are answered while it waits', async () => {
  const { asked, options } = holding()
  const relay = await open(options)
  const running = ssh(relay, [
    '-o',
    'ServerAliveInterval=1',
    '-o',
    'ServerAliveCountMax=1',
    'web',
    'echo risky',
  ])
  while (asked.length === 0) await sleep(10)
  await sleep(3500)
  asked[0]!.decide()
  expect(await running).toMatchObject({ code: 0, stdout: 'risky\n' })
})

test('without anybody to ask it is refused', async () => {
  const { options } = holding()
  const relay = await open({ ...options, gate: {} })
  expect(await ssh(relay, ['web', 'risky'])).toMatchObject({ code: 126 })
})

test('what is taken back before its verdict does not run, whatever the verdict is', async () => {
  let decide = (_: Verdict) => {}
  const relay = await open({ verdict: () => new Promise<Verdict>((resolve) => (decide = resolve)) })
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'echo ran')
  await client.until(() => channel.replies.length > 0)
  client.request(channel, 'signal', true, 'INT')
  await client.until(() => channel.replies.length > 1)
  decide(ALLOW)
  await client.until(() => channel.closed)
  expect(channel).toMatchObject({ exit: 126, stdout: '', stderr: 'sluice: the command was withdrawn\n' })
  expect(relay.told.map(({ type }) => type)).toEqual(['opened', 'judge', 'result'])
})

test('forwarded connections that wait are withdrawn with their client, and are no more than channels', async () => {
  const signals: AbortSignal[] = []
  const held: Verdict = { ...block('reach-host', 'x'), kind: 'hold' }
  const relay = await open({
    ssh: { forward: ['127.0.0.1:*'] },
    verdict: () => held,
    gate: {
      hold: (_, verdict, { signal }) =>
        new Promise((resolve) => {
          signals.push(signal)
          signal.addEventListener('abort', () => resolve(verdict))
        }),
    },
  })
  const client = await raw(relay)
  const asked = Array.from({ length: 70 }, () =>
    client.open('direct-tcpip', ['127.0.0.1', 1, '127.0.0.1', 1]),
  )
  await client.until(() => asked.filter(({ failure }) => failure === 4).length === 6)
  expect(signals).toHaveLength(64)
  client.destroy()
  await relay.connections[0]?.closed
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})
