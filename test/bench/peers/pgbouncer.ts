// Speaks the protocol, in C, in session mode: connections are reused after DISCARD ALL.
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../fixtures/postgres.ts'
import type { Peer } from './peer.ts'
import { missing, program, startProcess } from './process.ts'

const NOBODY = 65534

export const pgbouncer: Peer = {
  name: 'pgbouncer',
  absent: () => missing('pgbouncer'),
  async start(upstream, dir) {
    const port = await freePort()
    const file = join(dir, `pgbouncer-${port}.ini`)
    writeFileSync(
      file,
      `[databases]
${upstream.database} = host=${upstream.host} port=${upstream.port} user=${upstream.user} password=${upstream.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = session
max_client_conn = 1000
default_pool_size = 550
client_tls_sslmode = disable
server_tls_sslmode = disable
ignore_startup_parameters = extra_float_digits
log_connections = 0
log_disconnections = 0
`,
    )
    chmodSync(file, 0o644)
    // It refuses to run as root.
    const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
    return startProcess('pgbouncer', program('pgbouncer')!, [file], { ...upstream, port }, identity)
  },
}
