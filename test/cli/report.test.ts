import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { EXIT, type Io } from '../../src/cli/command.ts'
import { main } from '../../src/cli/main.ts'
import { createRecorder } from '../../src/recording/create.ts'
import { END, filesOf, KEY, newDir, result, START, statement } from '../recording/samples.ts'

let dir: string

beforeEach(async () => {
  dir = join(newDir(), 'record')
  const recorder = createRecorder({ dir, session: 's1', key: KEY })
  recorder.append(START)
  recorder.append(statement(1))
  recorder.append(result(1))
  await recorder.seal(END)
})

async function sluice(...args: string[]) {
  const told = { out: '', err: '' }
  const io: Io = {
    stdin: process.stdin,
    out: (text) => {
      told.out += text
    },
    err: (text) => {
      told.err += text
    },
    env: {},
    cwd: dir,
    signal: new AbortController().signal,
  }
  return { code: await main(args, io), ...told }
}

const isPage = (path: string) =>
  readFileSync(path, 'utf8').startsWith('<!doctype html>\n<html lang="en">\n<!-- Sluice')

describe('sluice report', () => {
  test('puts the page beside the record, which verifies as before', async () => {
    const page = join(dir, 'session.html')
    for (const path of ['.', 'session.jsonl'])
      expect(await sluice('report', path)).toEqual({ code: EXIT.ok, out: `${page}\n`, err: '' })
    expect(isPage(page)).toBe(true)
    expect(existsSync(`${page}.part`)).toBe(false)
    expect((await sluice('verify', '.')).code).toBe(EXIT.ok)
  })

  test('puts terminal sessions where they are asked for, as asciicasts', async () => {
    expect((await sluice('report', '.', '--cast', 'none')).out).toBe(`${join(dir, 'session.html')}\n`)
    const terminal = join(newDir(), 'record')
    const recorder = createRecorder({ dir: terminal, session: 's1', key: KEY })
    recorder.append(START)
    recorder.append(statement(1, '(interactive shell)'))
    recorder.append({ type: 'terminal', conn: 1, id: 1, columns: 80, rows: 24 })
    recorder.append({
      type: 'output',
      conn: 1,
      id: 1,
      stream: 'stdout',
      text: '$ \u001b]0;title\u0007ls\r\n',
    })
    await recorder.seal(END)
    const { code, out } = await sluice('report', terminal, '--cast', join(terminal, 'casts'))
    const cast = join(terminal, 'casts', 'session.cast')
    expect([code, out]).toEqual([EXIT.ok, `${join(terminal, 'session.html')}\n${cast}\n`])
    expect(readFileSync(cast, 'utf8')).toMatch(/^\{"version":2,.*\}\n\[[\d.]+,"o","\$ ls\\r\\n"\]\n$/)
    writeFileSync(join(terminal, 'file'), '')
    expect((await sluice('report', terminal, '--cast', join(terminal, 'file'))).err).toContain('--cast')
  })

  test('takes the artifact’s zip, with or without a page in it', async () => {
    const { session, chunks, seal } = filesOf(dir)
    const members = { 'session.jsonl': session, 'chunks.jsonl': chunks!, 'seal.json': seal! }
    for (const more of [{}, { 'session.html': Buffer.from('<p>') }]) {
      const folder = newDir()
      const zip = join(folder, 'artifact.zip')
      writeFileSync(zip, zipSync({ ...members, ...more }))
      expect((await sluice('verify', zip)).code).toBe(EXIT.ok)
      expect((await sluice('report', zip, '-o', join(folder, 'mine.html'))).code).toBe(EXIT.ok)
      expect(isPage(join(folder, 'mine.html'))).toBe(true)
      expect((await sluice('report', zip)).out).toBe(`${join(folder, 'session.html')}\n`)
    }
  })

  test('replaces only its own pages, unless it is forced to', async () => {
    writeFileSync(join(dir, 'notes.html'), '<!doctype html>\nmy notes')
    const refused = await sluice('report', '.', '-o', 'notes.html')
    expect(refused).toMatchObject({ code: EXIT.usage, out: '' })
    expect(refused.err).toContain('is no session report')
    for (const own of ['session.jsonl', '../record/seal.json'])
      expect(await sluice('report', '.', '-o', own, '--force')).toMatchObject({
        code: EXIT.usage,
        err: expect.stringContaining('is the record itself'),
      })
    expect((await sluice('verify', '.')).code).toBe(EXIT.ok)
    expect(readFileSync(join(dir, 'notes.html'), 'utf8')).toContain('my notes')
    expect((await sluice('report', '.', '--output', 'notes.html', '--force')).code).toBe(EXIT.ok)
    expect(isPage(join(dir, 'notes.html'))).toBe(true)
    expect((await sluice('report', '.', '-o', 'notes.html')).code).toBe(EXIT.ok)
  })

  test('of a record that does not hold is written, and says so', async () => {
    const session = join(dir, 'session.jsonl')
    writeFileSync(session, readFileSync(session, 'utf8').replace('id = 1', 'id = 2'))
    const { code, err } = await sluice('report', '.')
    expect(code).toBe(EXIT.ok)
    expect(err).toBe('sluice: the record does not hold: 1 problem\n')
  })

  test.each<[string[], number, RegExp]>([
    [[], EXIT.usage, /exactly one record/],
    [['a', 'b'], EXIT.usage, /exactly one record/],
    [['.', '--wrong'], EXIT.usage, /--wrong/],
    [['missing'], EXIT.usage, /cannot be read .*ENOENT/],
    [['.', '-o', 'no/such/folder/x.html'], EXIT.failed, /could not be written to .*ENOENT/],
  ])('with %j fails', async (args, expected, message) => {
    const { code, err } = await sluice('report', ...args)
    expect(code).toBe(expected)
    expect(err).toMatch(message)
  })

  test('does not write into a folder', async () => {
    mkdirSync(join(dir, 'folder'))
    expect((await sluice('report', '.', '-o', 'folder')).code).toBe(EXIT.usage)
    expect((await sluice('report', '.', '-o', 'folder', '--force')).code).toBe(EXIT.failed)
  })
})
