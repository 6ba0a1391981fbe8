// Commands on the real OpenSSH server, asked for by the real client.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Sshd, startSshd } from '../../fixtures/sshd.ts'
import { noDrops, type Relayed, type RelayedOptions, relayed, ssh } from './relayed.ts'

let sshd: Sshd
beforeAll(async () => {
  sshd = await startSshd()
})
afterAll(() => sshd.stop())

const cleaning: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})

async function open(options: Omit<RelayedOptions, 'upstream'> = {}): Promise<Relayed> {
  const relay = await relayed({ verdict: noDrops, ...options, upstream: sshd })
  cleaning.push(() => relay.close())
  return relay
}

test('a command with its output, its errors and its exit status', async () => {
  const relay = await open()
  const ran = await ssh(relay, ['web', 'echo out; echo err >&2; exit 7'])
  expect(ran).toMatchObject({ code: 7, stdout: 'out\n', stderr: 'err\n' })
  expect(relay.told.map(({ type }) => type)).toEqual([
    'opened',
    'judge',
    'flush',
    'output',
    'output',
    'result',
  ])
})
