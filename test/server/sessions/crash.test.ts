import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, readFileSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { uploadTo } from '../../../src/client/records.ts'
import { createRecorder } from '../../../src/recording/create.ts'
import type { SignedReceipt, Upload } from '../../../src/recording/upload.ts'
import { verifyRecord } from '../../../src/recording/verify.ts'
import { END, filesOf, KEY, newDir, newKey, START, statement } from '../../recording/samples.ts'
import { caller, startReceiver } from './receiver.ts'

const SERVER = newKey()

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function startChild(directory: string, port: number): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'receiver.ts')
  const child = spawn(process.execPath, [program, directory, String(port), JSON.stringify(SERVER)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a server killed with -9', () => {
  let child: ChildProcess | undefined
  // A child that outlived a failed test would hold the run open.
  afterEach(() => {
    child?.kill('SIGKILL')
  })

  test('15 times during hundreds of chunks has every chunk that it acknowledged', async () => {
    const directory = join(newDir(), 'sessions')
    const port = await freePort()
    child = await startChild(directory, port)
    const acknowledged: SignedReceipt[] = []
    const upload = uploadTo(
      caller(() => `http://127.0.0.1:${port}`, 's1', KEY.x),
      { session: 's1', serverKey: SERVER.x },
    )
    const counted: Upload = {
      ...upload,
      chunk: async (chunk) => {
        const answer = await upload.chunk(chunk)
        if ('receipt' in answer) acknowledged.push(answer)
        return answer
      },
    }
    const dir = join(newDir(), 'record')
    const limits = { chunkAfter: 1, firstRetry: 10, lastRetry: 50, sealWithin: 30_000 }
    const recorder = createRecorder({ dir, session: 's1', key: KEY, upload: counted, limits })
    recorder.append(START)
    let id = 0
    let more = 15
    /** Never more than a few chunks ahead of the server, so that each kill meets one on its way. */
    const writing = setInterval(() => {
      if (more === 0 || id > acknowledged.length + 5) return
      recorder.append(statement(++id))
      recorder.flush()
    }, 2)
    try {
      for (; more > 0; more--) {
        const target = acknowledged.length + 10 + ((more * 7) % 10)
        while (acknowledged.length < target) await pause(1 + (more % 4))
        await kill(child)
        const verification = verifyRecord(filesOf(join(directory, 's1')), SERVER.x)
        expect(verification.problems).toEqual([])
        expect(verification.acknowledged.chunks).toBeGreaterThan(acknowledged.at(-1)!.receipt.seq)
        child = await startChild(directory, port)
      }
    } finally {
      clearInterval(writing)
    }
    expect(await recorder.seal(END)).toMatchObject({ kept: 'server' })
    await kill(child)
    const stored = filesOf(join(directory, 's1'))
    expect(verifyRecord(stored, SERVER.x)).toMatchObject({ status: 'intact', problems: [], events: id + 2 })
    expect(stored.session).toEqual(filesOf(dir).session)
    expect(acknowledged.length).toBeGreaterThan(200)
  }, 60_000)
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('after a crash', () => {
  const upload = (url: string) =>
    uploadTo(
      caller(() => url, 's1', KEY.x),
      { session: 's1', serverKey: SERVER.x },
    )

  /** Two chunks on the disk of a server that is gone. */
  async function stored() {
    const directory = join(newDir(), 'sessions')
    const receiver = await startReceiver({ directory, key: SERVER })
    const dir = join(newDir(), 'record')
    const recorder = createRecorder({ dir, session: 's1', key: KEY, upload: upload(receiver.url) })
    recorder.append(START)
    for (let id = 1; id < 300; id++) recorder.append(statement(id))
    await recorder.seal(END)
    await receiver.close()
    return { directory, record: join(directory, 's1') }
  }

  async function standing(directory: string) {
    const receiver = await startReceiver({ directory, key: SERVER })
    const abandoned = await receiver.records.abandon('s1').finally(() => receiver.close())
    return { abandoned, verification: verifyRecord(filesOf(join(directory, 's1')), SERVER.x) }
  }

  test('what is torn behind the last chunk is cut off', async () => {
    const { directory, record } = await stored()
    for (const name of ['session', 'chunks', 'receipts'])
      appendFileSync(join(record, `${name}.jsonl`), '{"torn":')
    expect((await standing(directory)).verification).toMatchObject({ status: 'intact', problems: [] })
  })

  test('a receipt that was not written is given anew', async () => {
    const { directory, record } = await stored()
    const receipts = readFileSync(join(record, 'receipts.jsonl'), 'utf8')
    truncateSync(join(record, 'receipts.jsonl'), receipts.trimEnd().lastIndexOf('\n') + 1)
    expect((await standing(directory)).verification).toMatchObject({ status: 'intact', problems: [] })
  })

  test('a record that lost what was acknowledged takes nothing more', async () => {
    const { directory, record } = await stored()
    truncateSync(join(record, 'session.jsonl'), 100)
    await expect(standing(directory)).rejects.toMatchObject({ code: 'STORE_FAILED' })
  })

  test('a seal that did not get into the log gets there', async () => {
    const { directory } = await stored()
    truncateSync(join(directory, '../log/leaves.jsonl'), 0)
    const receiver = await startReceiver({ directory, key: SERVER })
    const note = await (await fetch(`${receiver.url}/v1/log/checkpoint`)).text()
    expect(note.split('\n')[1]).toBe('1')
    await receiver.close()
  })
})
