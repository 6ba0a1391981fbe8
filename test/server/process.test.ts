import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { exchange, type SessionGrant } from '../../src/client/exchange.ts'
import { openGrant } from '../../src/client/grant.ts'
import { revoke } from '../../src/client/revoke.ts'
import { type Place, prepare, type ServerProcess } from './process.ts'

let place: Place
let run = 1
beforeEach(async () => {
  place = await prepare()
})
afterEach(() => place.close())

const job = async () => {
  const idToken = await place.issuer.github(place.url, { run_id: String(++run) })
  return exchange({ server: place.url, idToken, targets: ['orders-prod'] })
}
const stop = async (server: ServerProcess, signal: NodeJS.Signals) => {
  server.child.kill(signal)
  return server.exited
}

test('says where it listens, logs JSON lines, stops on SIGTERM and goes on where it was', async () => {
  const server = await place.start()
  const [administrator, listening] = server.stderr.split('\n')
  expect(listening).toBe(`sluice server: listening on ${place.url}`)
  expect(administrator).toContain(`once, within an hour: ${place.url}/sign-in/link?token=`)
  const grant = await job()
  await openGrant(grant).terms()
  expect(await stop(server, 'SIGTERM')).toBe(0)
  const lines = server.stdout.trim().split('\n')
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) })
  expect(server.stdout).toContain('"event":"exchange"')
  expect(server.stdout + server.stderr).not.toContain(grant.token)
  expect(server.stderr).not.toContain('Warning')
  await place.start()
  const client = openGrant(grant)
  expect((await client.terms()).session).toBe(grant.session)
  expect(await client.revoke()).toMatchObject({ revoked: true, record: { sealed: true } })
})

test('SIGTERM lets a running request finish, and takes no more', async () => {
  const server = await place.start()
  const { hostname, port } = new URL(place.url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST /oauth/revoke HTTP/1.1\r\nhost: x\r\nconnection: close\r\n')
  socket.write('content-type: application/x-www-form-urlencoded\r\ncontent-length: 7\r\n\r\ntok')
  await new Promise((resolve) => setTimeout(resolve, 200))
  server.child.kill('SIGTERM')
  await expect.poll(() => server.stderr).toContain('stopping')
  await expect(fetch(`${place.url}/healthz`)).rejects.toThrow()
  socket.write('en=x')
  await closed
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(await server.exited).toBe(0)
})

test('a server that is killed at any point starts clean, and keeps every grant that it gave', async () => {
  const given: SessionGrant[] = []
  for (let round = 0; round < 5; round++) {
    const server = await place.start()
    const before = given.length
    const calls = Array.from({ length: 8 }, async () => {
      given.push(await job())
      if (given.length - before === round) server.child.kill('SIGKILL')
    })
    if (round === 0) setTimeout(() => server.child.kill('SIGKILL'), 50)
    await Promise.allSettled(calls)
    server.child.kill('SIGKILL')
    expect(await server.exited).toBe('SIGKILL')
  }
  expect(given.length).toBeGreaterThanOrEqual(10)
  await place.start()
  for (const { token, server } of given) expect((await revoke({ server, token })).revoked).toBe(true)
})

test('a second server on the same data is refused, by name', async () => {
  await place.start()
  const second = await place.start(['--listen', '127.0.0.1:0'])
  expect(await second.exited).toBe(1)
  expect(second.stderr).toContain('sluice.sqlite is in use by another server')
  expect(second.stderr).toContain('--data')
})

test('the port is taken', async () => {
  await place.start()
  const second = await place.start(['--listen', new URL(place.url).host, '--data', join(place.dir, 'other')])
  expect(await second.exited).toBe(2)
  expect(second.stderr).toMatch(/cannot listen on 127.0.0.1:\d+ \(EADDRINUSE\).*another one/)
})

test('a data directory that cannot be one, and a store that is none', async () => {
  const file = join(place.dir, 'file')
  writeFileSync(file, 'x')
  const server = await place.start(['--data', file])
  expect(await server.exited).toBe(1)
  expect(server.stderr).toContain(`the data directory ${file} cannot be written`)
  writeFileSync(join(place.dir, 'sluice.sqlite'), 'this is no database, whatever its name says'.repeat(100))
  const other = await place.start(['--data', place.dir])
  expect(await other.exited).toBe(1)
  expect(other.stderr).toContain('sluice.sqlite cannot be opened: file is not a database')
})

test.each([
  [['--listen', 'nowhere'], 'is not HOST:PORT'],
  [['--listen', '127.0.0.1:70000'], 'is not HOST:PORT'],
  [['--listen', '203.0.113.1:8700'], 'cannot listen'],
  [['--log-level', 'loud'], 'is not a level'],
  [['--nonsense'], 'sluice server --help'],
])('wrong usage: %j', async (args, message) => {
  const { code, err } = await inProcess(args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('a policy file without a server section', async () => {
  writeFileSync(place.config, JSON.stringify({ version: 1 }))
  const { code, err } = await inProcess([])
  expect(code).toBe(2)
  expect(err).toContain('has no server section')
})

/** Runs the command here; for what ends before the server is ready. */
async function inProcess(args: string[]) {
  let err = ''
  const code = await main(['server', '--config', place.config, ...args], {
    stdin: process.stdin,
    out: () => {},
    err: (text) => {
      err += text
    },
    env: {},
    cwd: place.dir,
    signal: new AbortController().signal,
  })
  return { code, err }
}
