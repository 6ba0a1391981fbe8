import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { EXIT, type Io } from '../../src/cli/command.ts'
import { main } from '../../src/cli/main.ts'
import { createRecorder } from '../../src/recording/create.ts'
import { END, filesOf, KEY, newDir, newKey, result, START, statement } from '../recording/samples.ts'
import { fakeServer } from '../recording/server.ts'

const SERVER = newKey()
let dir: string

async function record(claims: Record<string, string> = {}, upload?: ReturnType<typeof fakeServer>) {
  const path = join(newDir(), 'record')
  const recorder = createRecorder({ dir: path, session: 's1', key: KEY, ...(upload ? { upload } : {}) })
  recorder.append({ ...START, claims })
  recorder.append(statement(1))
  recorder.append(result(1))
  recorder.append({ type: 'denied', conn: 1, id: 2, rule: 'drop-table' })
  await recorder.seal(END)
  return path
}

async function verify(...args: string[]) {
  let out = ''
  let err = ''
  const io: Io = {
    stdin: process.stdin,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env: {},
    cwd: dir,
    signal: new AbortController().signal,
  }
  const code = await main(['verify', ...args], io)
  return { code, out, err }
}

function zip(members: Record<string, Buffer | undefined>): string {
  const path = join(newDir(), 'artifact.zip')
  const present = Object.entries(members).filter((entry): entry is [string, Buffer] => entry[1] !== undefined)
  writeFileSync(path, zipSync(Object.fromEntries(present)))
  return path
}

beforeAll(async () => {
  dir = await record({ repository: 'acme/orders' }, fakeServer(SERVER))
})

describe('sluice verify', () => {
  test('of an intact record says what the session was', async () => {
    const { code, out } = await verify('.', '--server-key', SERVER.x)
    expect(code).toBe(EXIT.ok)
    expect(out).toContain('intact: 5 events, sealed and countersigned by the server')
    expect(out).toContain('target      orders-prod (access rule orders-migrations)')
    expect(out).toContain('job         repository acme/orders')
    expect(out).toMatch(/statements {2}1 on 0 connections, 1 refused, 0 held/)
    expect(out).toMatch(/masked {6}1 cells/)
    expect(out).toContain('(given with --server-key)')
    expect((await verify('.')).out).toContain('the record’s own claim')
  })

  test('takes the directory, the file, the zip, and the key from a file', async () => {
    writeFileSync(join(dir, 'server.key'), `${SERVER.x}\n`)
    const { session, chunks, receipts, seal } = filesOf(dir)
    const flat = {
      'session.jsonl': session,
      'chunks.jsonl': chunks,
      'receipts.jsonl': receipts,
      'seal.json': seal,
    }
    const nested = Object.fromEntries(
      Object.entries(flat).map(([name, bytes]) => [`sluice-session/${name}`, bytes]),
    )
    for (const path of [
      dir,
      'session.jsonl',
      zip(flat),
      zip({ ...nested, 'x/session.html': Buffer.from('') }),
    ])
      expect(await verify(path, '--server-key', 'server.key')).toMatchObject({ code: EXIT.ok, err: '' })
  })

  test('prints JSON', async () => {
    const { code, out } = await verify('.', '--json')
    expect(code).toBe(EXIT.ok)
    expect(JSON.parse(out)).toMatchObject({ status: 'intact', problems: [], events: 5 })
  })

  test('of a changed record says where, and exits with 5', async () => {
    const changed = join(newDir(), 'record')
    mkdirSync(changed)
    for (const name of ['chunks.jsonl', 'receipts.jsonl', 'seal.json'])
      writeFileSync(join(changed, name), readFileSync(join(dir, name)))
    const session = readFileSync(join(dir, 'session.jsonl'), 'utf8')
    writeFileSync(join(changed, 'session.jsonl'), session.replace('id = 1', 'id = 2'))
    const { code, out } = await verify(changed)
    expect(code).toBe(EXIT.invalid)
    const offset = session.indexOf('\n') + 1
    expect(out).toContain(
      `does not hold: 1 problem\n  changed: session.jsonl line 2, byte ${offset}, event 1: this line was changed`,
    )
  })

  test('of a local record is intact, but not what somebody with the server’s key asks for', async () => {
    const local = await record()
    const { code, out } = await verify(local)
    expect({ code, out }).toMatchObject({
      code: EXIT.ok,
      out: expect.stringContaining('intact but not countersigned (kept locally)'),
    })
    expect((await verify(local, '--server-key', SERVER.x)).code).toBe(EXIT.invalid)
  })

  test('of an unsealed record says how much holds; that is enough when asked for', async () => {
    const { session, chunks, receipts } = filesOf(dir)
    const path = zip({ 'session.jsonl': session, 'chunks.jsonl': chunks, 'receipts.jsonl': receipts })
    const { code, out } = await verify(path)
    expect(code).toBe(EXIT.invalid)
    expect(out).toContain('incomplete: unsealed, the 5 acknowledged events are intact')
    expect((await verify(path, '--allow-unsealed')).code).toBe(EXIT.ok)
  })

  test('shows no control characters of a record', async () => {
    const hostile = await record({ repository: 'a\u001b[2Jb\u202ec\nintact: yes' })
    const { out } = await verify(hostile)
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('\u202e')
    expect(out).toContain('repository a\ufffd[2Jb\ufffdc\ufffdintact: yes')
  })

  test.each([
    [[], /exactly one record/],
    [['a', 'b'], /exactly one record/],
    [['.', '--server-key', 'nonsense'], /--server-key/],
    [['.', '--wrong'], /--wrong/],
    [['missing'], /cannot be read .*ENOENT/],
  ])('with %j is a usage error', async (args, message) => {
    const { code, err } = await verify(...args)
    expect(code).toBe(EXIT.usage)
    expect(err).toMatch(message)
  })

  test('refuses an archive that is none, holds no record or two, or is a bomb', async () => {
    const none = join(newDir(), 'none.zip')
    writeFileSync(none, 'PK nonsense')
    expect((await verify(none)).err).toMatch(/cannot be read as a session record/)
    expect((await verify(zip({ 'other.txt': Buffer.from('x') }))).err).toMatch(/holds no session.jsonl/)
    const { session } = filesOf(dir)
    expect((await verify(zip({ 'a/session.jsonl': session, 'b/session.jsonl': session }))).err).toMatch(
      /twice/,
    )
    const bomb = zip({ 'session.jsonl': session })
    const bytes = readFileSync(bomb)
    bytes.writeUInt32LE(0xf0000000, bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24)
    writeFileSync(bomb, bytes)
    expect((await verify(bomb)).err).toMatch(/larger than 1 GiB/)
  })
})

test('what nobody signed is no unsealed record', async () => {
  const { session } = filesOf(dir)
  const bare = newDir()
  writeFileSync(join(bare, 'session.jsonl'), session)
  expect((await verify(bare, '--allow-unsealed')).code).toBe(EXIT.invalid)
  expect((await verify(bare, '--allow-unsealed', '--server-key', SERVER.x)).code).toBe(EXIT.invalid)
  writeFileSync(join(bare, 'chunks.jsonl'), filesOf(dir).chunks ?? '')
  expect((await verify(bare, '--allow-unsealed')).code).toBe(EXIT.ok)
  expect((await verify(bare, '--allow-unsealed', '--server-key', SERVER.x)).code).toBe(EXIT.invalid)
})

test.skipIf(process.platform === 'win32')('a device or pipe is not read', async () => {
  for (const name of ['session.jsonl', 'seal.json']) {
    const bare = newDir()
    if (name !== 'session.jsonl') writeFileSync(join(bare, 'session.jsonl'), '')
    symlinkSync('/dev/zero', join(bare, name))
    const { code, err } = await verify(bare)
    expect(code).toBe(EXIT.usage)
    expect(err).toContain('not a regular file')
  }
})

test('a key that begins with a dash is a key', async () => {
  // One of 64 does; `--server-key -abc` looks like two options to node:util.
  let server = newKey()
  while (!server.x.startsWith('-')) server = newKey()
  const path = await record({}, fakeServer(server))
  expect((await verify(path, '--server-key', server.x)).code).toBe(EXIT.ok)
  expect((await verify('--server-key', '--json', path)).err).toMatch(/'--server-key' argument is ambiguous/i)
})
