import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { CHUNK_BYTES } from '../../src/recording/chain.ts'
import { createRecorder, type RecorderOptions } from '../../src/recording/create.ts'
import { verifyRecord } from '../../src/recording/verify.ts'
import { END, filesOf, KEY, newDir, newKey, result, START, statement } from './samples.ts'
import { fakeServer } from './server.ts'

function start(options: Partial<RecorderOptions> = {}) {
  const dir = join(newDir(), 'record')
  return { dir, recorder: createRecorder({ dir, session: 's1', key: KEY, ...options }) }
}

const lines = (dir: string) => readFileSync(join(dir, 'session.jsonl'), 'utf8').split('\n').slice(0, -1)
const headers = (dir: string) =>
  readFileSync(join(dir, 'chunks.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line).header)

describe('events', () => {
  test('are numbered, and in the file after flush', async () => {
    const { dir, recorder } = start()
    expect([recorder.append(START), recorder.append(statement(1))]).toEqual([0, 1])
    expect(lines(dir)).toHaveLength(0)
    recorder.flush()
    expect(lines(dir).map((line) => JSON.parse(line).seq)).toEqual([0, 1])
    await recorder.seal(END)
  })

  test('that nobody flushes are written after a moment', async () => {
    const { dir, recorder } = start({ limits: { flushAfter: 20 } })
    recorder.append(START)
    await vi.waitFor(() => expect(lines(dir)).toHaveLength(1), 1000)
    await recorder.seal(END)
  })

  test('are cut into chunks at their borders, at 64 KiB or after a while', async () => {
    const { dir, recorder } = start({ limits: { chunkAfter: 20 } })
    recorder.append(START)
    recorder.flush()
    await vi.waitFor(() => expect(headers(dir)).toHaveLength(1), 1000)
    for (let id = 1; id <= 1000; id++) recorder.append(statement(id))
    recorder.flush()
    const bytes = readFileSync(join(dir, 'session.jsonl'))
    await recorder.seal(END)
    for (const { off, len } of headers(dir).slice(0, -1)) {
      expect(len).toBeLessThanOrEqual(CHUNK_BYTES)
      expect(bytes[off + len - 1]).toBe(10)
    }
    expect(headers(dir).length).toBeGreaterThan(4)
  })

  test('longer than a chunk are a chunk of their own', async () => {
    const { dir, recorder } = start()
    recorder.append(START)
    recorder.append(statement(1, `select '${'x'.repeat(200_000)}'`))
    recorder.append(result(1))
    recorder.flush()
    await recorder.seal(END)
    expect(headers(dir).map(({ len }) => len > CHUNK_BYTES)).toEqual([false, true, false])
    expect(verifyRecord(filesOf(dir)).status).toBe('local')
  })
})

describe('standalone', () => {
  test('a record is chained, signed and sealed locally', async () => {
    const { dir, recorder } = start()
    recorder.append(START)
    const seal = await recorder.seal(END)
    expect(seal).toMatchObject({ session: 's1', chunks: 1, reason: 'clean', kept: 'local' })
    expect(verifyRecord(filesOf(dir))).toMatchObject({ status: 'local', problems: [], events: 2 })
    expect(await recorder.seal(END)).toBe(seal)
    expect(() => recorder.flush()).toThrow(/closed/)
  })

  test('a directory that holds a record is refused', async () => {
    const { dir, recorder } = start()
    await recorder.seal(END)
    expect(() => createRecorder({ dir, session: 's1', key: newKey() })).toThrow(
      expect.objectContaining({ code: 'RECORD_FAILED' }),
    )
  })
})

describe('a disk that fails', () => {
  test.skipIf(!existsSync('/dev/full'))('ends the session at once', () => {
    const full = openSync('/dev/full', 'w')
    const { recorder } = start({ write: (_, data, at) => writeSync(full, data, at) })
    const failed = vi.fn()
    recorder.onFailure(failed)
    recorder.append(START)
    expect(() => recorder.flush()).toThrow(/ENOSPC/)
    expect(failed).toHaveBeenCalledOnce()
    expect(() => recorder.flush()).toThrow(expect.objectContaining({ code: 'RECORD_FAILED' }))
    closeSync(full)
  })

  test('in the middle leaves whole lines, and a seal is refused', async () => {
    let room = 5000
    const write: RecorderOptions['write'] = (fd, data, at) => {
      if (room === 0) throw Object.assign(new Error('input/output error'), { code: 'EIO' })
      const written = writeSync(fd, data, at, Math.min(room, data.length - at))
      room -= written
      return written
    }
    const { dir, recorder } = start({ write })
    const failed = vi.fn()
    recorder.onFailure(failed)
    expect(() => {
      for (let id = 1; id < 100; id++) {
        recorder.append(statement(id))
        recorder.flush()
      }
    }).toThrow(/EIO/)
    expect(failed).toHaveBeenCalledOnce()
    await expect(recorder.seal(END)).rejects.toThrow(/EIO/)
    const { status, events } = verifyRecord(filesOf(dir))
    expect(status).toBe('incomplete')
    expect(events).toBeGreaterThan(10)
    expect(readFileSync(join(dir, 'session.jsonl')).at(-1)).toBe(10)
  })
})

describe('with a server', () => {
  test('receipts are kept and the seal is countersigned', async () => {
    const server = fakeServer()
    const { dir, recorder } = start({ upload: server })
    recorder.append(START)
    for (let id = 1; id <= 1000; id++) recorder.append(statement(id))
    expect(await recorder.seal(END)).toMatchObject({ kept: 'server' })
    expect(verifyRecord(filesOf(dir), server.serverKey)).toMatchObject({ status: 'intact', events: 1002 })
    expect(Buffer.concat(server.chunks.map(({ body }) => body))).toEqual(filesOf(dir).session)
  })

  test('an outage is waited out; traffic pauses at the limit and goes on', async () => {
    const server = fakeServer()
    let down = true
    server.before = async () => {
      if (down) throw new SluiceError('SERVER_UNREACHABLE', 'away')
    }
    const limits = { lagBytes: 100_000, firstRetry: 5, lastRetry: 10 }
    const { recorder } = start({ upload: server, limits })
    const resume = vi.fn()
    recorder.append(START)
    expect(recorder.lagging(resume)).toBe(false)
    for (let id = 1; id <= 1000; id++) recorder.append(statement(id))
    recorder.flush()
    expect(recorder.lagging(resume)).toBe(true)
    expect(resume).not.toHaveBeenCalled()
    down = false
    await vi.waitFor(() => expect(resume).toHaveBeenCalledOnce(), 2000)
    expect(recorder.lagging(resume)).toBe(false)
    expect(await recorder.seal(END)).toMatchObject({ kept: 'server' })
    expect(resume).toHaveBeenCalledOnce()
  })

  test('nothing acknowledged for long pauses, for too long ends the session; the local record tells the end', async () => {
    const server = fakeServer()
    server.before = () => Promise.reject(new SluiceError('SERVER_ERROR', 'status 503'))
    const limits = { chunkAfter: 5, lagAfter: 30, failAfter: 120, firstRetry: 5, lastRetry: 10 }
    const { dir, recorder } = start({ upload: server, limits })
    const failed = vi.fn()
    const resume = vi.fn()
    recorder.onFailure(failed)
    recorder.append(START)
    recorder.flush()
    await vi.waitFor(() => expect(recorder.lagging(resume)).toBe(true), { timeout: 1000, interval: 5 })
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), 1000)
    expect(resume).toHaveBeenCalled()
    expect(() => recorder.flush()).toThrow(/acknowledged/)
    expect(await recorder.seal({ ...END, reason: 'record' })).toMatchObject({ kept: 'local' })
    const verification = verifyRecord(filesOf(dir))
    expect(verification).toMatchObject({ status: 'local', events: 2, acknowledged: { events: 0 } })
  })

  test('a server that lost the last chunks gets them again', async () => {
    const server = fakeServer()
    const { dir, recorder } = start({ upload: server, limits: { chunkAfter: 5 } })
    for (let id = 1; id <= 4; id++) {
      recorder.append(statement(id))
      recorder.flush()
      await vi.waitFor(() => expect(server.chunks).toHaveLength(id), 1000)
    }
    server.chunks.splice(1)
    expect(await recorder.seal(END)).toMatchObject({ kept: 'server', chunks: 5 })
    expect(Buffer.concat(server.chunks.map(({ body }) => body))).toEqual(filesOf(dir).session)
    expect(verifyRecord(filesOf(dir), server.serverKey)).toMatchObject({ status: 'intact', problems: [] })
  })

  test.each([
    ['another history', { conflict: 'other chunk', next: 7, off: 900, sealed: false }],
    ['a sealed record', { conflict: 'sealed', next: 0, off: 0, sealed: true }],
  ])('%s ends the session', async (_, conflict) => {
    const server = { ...fakeServer(), chunk: async () => conflict }
    const { recorder } = start({ upload: server, limits: { chunkAfter: 5 } })
    const failed = vi.fn()
    recorder.onFailure(failed)
    recorder.append(START)
    recorder.flush()
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), 1000)
    expect(await recorder.seal(END)).toMatchObject({ kept: 'local' })
  })

  test('a receipt that the server did not sign does not count', async () => {
    const server = { ...fakeServer(), serverKey: newKey().x }
    const { recorder } = start({ upload: server, limits: { chunkAfter: 5 } })
    const failed = vi.fn()
    recorder.onFailure(failed)
    recorder.append(START)
    recorder.flush()
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), 1000)
    expect(failed.mock.calls[0]?.[0].message).toMatch(/not signed by its key/)
    await recorder.seal(END)
  })

  test('a server that hangs at the end keeps nobody waiting', async () => {
    const server = fakeServer()
    server.before = () => new Promise(() => {})
    const { recorder } = start({ upload: server, limits: { sealWithin: 50 } })
    recorder.append(START)
    expect(await recorder.seal(END)).toMatchObject({ kept: 'local' })
  })
})
