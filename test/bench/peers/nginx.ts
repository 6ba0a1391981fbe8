import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../fixtures/postgres.ts'
import type { Peer } from './peer.ts'
import { missing, program, startProcess } from './process.ts'

export const nginx: Peer = {
  name: 'nginx',
  absent: () => missing('nginx'),
  async start(upstream, dir) {
    const port = await freePort()
    const file = join(dir, `nginx-${port}.conf`)
    writeFileSync(
      file,
      `daemon off;
master_process off;
worker_processes 1;
pid ${join(dir, `nginx-${port}.pid`)};
error_log stderr error;
include /etc/nginx/modules-enabled/*stream*.conf;
events { worker_connections 2000; }
stream {
  server { listen 127.0.0.1:${port}; proxy_pass ${upstream.host}:${upstream.port}; }
}
`,
    )
    return startProcess('nginx', program('nginx')!, ['-c', file], { ...upstream, port })
  },
}
