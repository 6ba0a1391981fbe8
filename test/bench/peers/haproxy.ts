// The limit of a byte relay in user space that understands nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../fixtures/postgres.ts'
import type { Peer } from './peer.ts'
import { missing, program, startProcess } from './process.ts'

export const haproxy: Peer = {
  name: 'haproxy',
  absent: () => missing('haproxy'),
  async start(upstream, dir) {
    const port = await freePort()
    const file = join(dir, `haproxy-${port}.cfg`)
    writeFileSync(
      file,
      `global
  nbthread 1
  maxconn 2000
defaults
  mode tcp
  timeout connect 5s
  timeout client 1h
  timeout server 1h
listen relay
  bind 127.0.0.1:${port}
  server upstream ${upstream.host}:${upstream.port}
`,
    )
    return startProcess('haproxy', program('haproxy')!, ['-db', '-f', file], { ...upstream, port })
  },
}
