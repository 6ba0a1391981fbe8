// pg-gateway (npm) as a relay: it frames the client's messages, the server's bytes are piped.
import { join } from 'node:path'
import { freePort } from '../../fixtures/postgres.ts'
import type { Peer } from './peer.ts'
import { startProcess } from './process.ts'

export const gateway: Peer = {
  name: 'pg-gateway',
  absent: () => undefined,
  async start(upstream) {
    const port = await freePort()
    const args = [join(import.meta.dirname, 'gateway-relay.ts'), String(port), String(upstream.port)]
    return startProcess('pg-gateway', process.execPath, args, { ...upstream, port })
  },
}
