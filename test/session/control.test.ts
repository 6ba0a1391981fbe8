import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Control, openControl } from '../../src/session/control.ts'

let control: Control | undefined
let stops: boolean[] = []
afterEach(() => control?.close())

async function open() {
  stops = []
  control = await openControl({
    secret: 's3cret',
    status: () => ({ session: 'x' }),
    stop: (drain) => stops.push(drain),
  })
  return control
}

function call(port: number, method: string, path: string, secret?: string) {
  const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` }
  return fetch(`http://127.0.0.1:${port}${path}`, { method, headers })
}

describe('the control endpoint', () => {
  it('tells the status and stops, with the secret', async () => {
    const { port } = await open()
    expect(await (await call(port, 'GET', '/status', 's3cret')).json()).toEqual({ session: 'x' })
    expect((await call(port, 'POST', '/stop', 's3cret')).status).toBe(202)
    expect((await call(port, 'POST', '/stop/now', 's3cret')).status).toBe(202)
    expect(stops).toEqual([true, false])
  })

  it('answers nobody without it', async () => {
    const { port } = await open()
    for (const secret of [undefined, '', 's3cre', 's3crets', 'S3CRET'])
      expect((await call(port, 'POST', '/stop', secret)).status).toBe(401)
    expect((await call(port, 'GET', '/status')).status).toBe(401)
    expect(stops).toEqual([])
  })

  it('knows two routes', async () => {
    const { port } = await open()
    for (const [method, path] of [
      ['GET', '/stop'],
      ['POST', '/status'],
      ['GET', '/'],
    ] as const)
      expect((await call(port, method, path, 's3cret')).status).toBe(404)
    expect(stops).toEqual([])
  })

  it('closes although a client keeps its connection', async () => {
    const { port } = await open()
    const socket = connect(port, '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => {})
    control?.close()
    await closed
  })
})
