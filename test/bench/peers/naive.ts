// What one writes first: every message parsed into an object and written again.
import { join } from 'node:path'
import { freePort } from '../../fixtures/postgres.ts'
import type { Peer } from './peer.ts'
import { startProcess } from './process.ts'

export const naive: Peer = {
  name: 'naive',
  absent: () => undefined,
  async start(upstream) {
    const port = await freePort()
    const args = [join(import.meta.dirname, 'naive-relay.ts'), String(port), String(upstream.port)]
    return startProcess('naive', process.execPath, args, { ...upstream, port })
  },
}
