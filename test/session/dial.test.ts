import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { dial } from '../../src/session/dial.ts'
import { freePort } from '../fixtures/postgres.ts'

/** The kernel's timer of a connection from `port`: its kind, 2 for keepalive, and hundredths of a second until then. */
function timerOf(port: number): { kind: number; in: number } {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const line = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .find((each) => each.trim().split(/\s+/)[1] === local)
  const [kind = '', left = ''] = line?.trim().split(/\s+/)[5]?.split(':') ?? []
  return { kind: Number.parseInt(kind, 16), in: Number.parseInt(left, 16) }
}

test('a connection on which nothing is said for long is kept alive', async () => {
  const listener = createServer()
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  const socket = await dial({ name: 'orders', host: '127.0.0.1', port })
  const timer = timerOf(socket.localPort ?? 0)
  expect(timer.kind).toBe(2)
  expect(timer.in).toBeLessThanOrEqual(3000)
  socket.destroy()
  listener.close()
})

test('a target that is not there is named', async () => {
  const port = await freePort()
  await expect(dial({ name: 'orders', host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'UPSTREAM_UNREACHABLE',
    message: `target orders at 127.0.0.1:${port} cannot be reached: ECONNREFUSED`,
  })
})
