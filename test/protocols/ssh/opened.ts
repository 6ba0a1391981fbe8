// One sshd for a test file, and relays to it that are closed behind each test.
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Sshd, type SshdOptions, startSshd } from '../../fixtures/sshd.ts'
import { type RawClient, type RawOptions, rawClient } from './raw.ts'
import { noDrops, type Relayed, type RelayedOptions, relayed } from './relayed.ts'

export function withSshd(options: SshdOptions = {}) {
  let sshd: Sshd
  beforeAll(async () => {
    sshd = await startSshd(options)
  })
  afterAll(() => sshd.stop())
  const cleaning: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const clean of cleaning.splice(0).reverse()) await clean()
  })
  const clean = (act: () => Promise<void> | void) => cleaning.push(act)
  return {
    server: () => sshd,
    clean,
    async open(more: Omit<RelayedOptions, 'upstream'> = {}): Promise<Relayed> {
      const relay = await relayed({ verdict: noDrops, ...more, upstream: sshd })
      clean(() => relay.close())
      return relay
    },
    async raw(relay: Relayed, more: RawOptions = {}): Promise<RawClient> {
      const client = await rawClient(relay, more)
      clean(() => client.destroy())
      return client
    },
  }
}
