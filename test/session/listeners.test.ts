import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listener, listen } from '../../src/session/listeners.ts'

const dir = mkdtempSync(join(tmpdir(), 'sluice-listen-'))
const open: (Listener | Socket)[] = []
afterEach(() => {
  for (const each of open.splice(0)) 'destroy' in each ? each.destroy() : each.close()
  rmSync(dir, { recursive: true, force: true })
})

async function start(port = 0, at = dir, accept: (client: Socket) => void = (client) => client.destroy()) {
  const listener = await listen({ target: 'orders', port, dir: at, accept, socketName: (own) => `.s.${own}` })
  open.push(listener)
  return listener
}

describe('a listener', () => {
  it('takes clients on loopback and on a socket that only its owner may use', async () => {
    const at = mkdtempSync(join(tmpdir(), 'sluice-listen-'))
    const clients: Socket[] = []
    const { port, socket } = await start(0, at, (client) => {
      clients.push(client)
      open.push(client)
    })
    for (const where of [{ port, host: '127.0.0.1' }, { path: socket ?? '' }]) {
      const client = connect(where)
      open.push(client)
      await new Promise((resolve, reject) => client.once('connect', resolve).once('error', reject))
    }
    await expect.poll(() => clients.length).toBe(2)
    expect(clients.every((client) => client.isPaused())).toBe(true)
    expect(socket).toBe(join(at, `.s.${port}`))
    expect(statSync(socket ?? '').mode & 0o777).toBe(0o600)
    rmSync(at, { recursive: true, force: true })
  })

  it('says which target wants a port that is taken, and what to do', async () => {
    const at = mkdtempSync(join(tmpdir(), 'sluice-listen-'))
    const { port } = await start(0, at)
    await expect(start(port, at)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `127.0.0.1:${port} is in use, so target orders cannot listen there`,
      hint: expect.stringContaining('orders=PORT'),
    })
    rmSync(at, { recursive: true, force: true })
  })

  it('goes without the unix socket where the path would be too long', async () => {
    const listener = await start(0, join(tmpdir(), 'd'.repeat(100)))
    expect(listener.socket).toBeUndefined()
    expect(listener.port).toBeGreaterThan(0)
  })
})
