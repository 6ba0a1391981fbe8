import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { VALID } from '../policy/config/valid.ts'
import { sluice as start } from './sluice.ts'

const cwd = mkdtempSync(join(tmpdir(), 'sluice-main-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const sluice = (...args: string[]) => start(args, { cwd })

describe('sluice', () => {
  it('lists the commands of a group', async () => {
    const alone = await sluice('policy')
    expect(alone).toMatchObject({ code: 2, out: '' })
    expect(alone.err).toMatch(/^Usage: sluice policy COMMAND[\s\S]*policy check [\s\S]*policy decide /)
    expect(alone.err).not.toContain('verify')
    const asked = await sluice('help', 'policy')
    expect(asked).toMatchObject({ code: 0, err: '', out: alone.err })
    expect(await sluice('policy', '--help')).toEqual(asked)
    expect((await sluice('policy', 'nope')).err).toContain("'policy nope' is not a command")
    expect((await sluice('toString')).code).toBe(2)
  })

  it.each(['run', 'start', 'stop', 'server', 'verify', 'policy decide', 'approvals', 'approve', 'deny'])(
    'tells the exit codes of %s',
    async (name) => {
      expect((await sluice('help', ...name.split(' '))).out).toMatch(/^Exit codes?: /m)
    },
  )

  it('says that a zip is none', async () => {
    writeFileSync(join(cwd, 'junk.zip'), 'no zip at all')
    const { code, err } = await sluice('verify', 'junk.zip')
    expect(code).toBe(2)
    expect(err).toContain('junk.zip cannot be read as a session record (it is no zip, or a damaged one)')
  })

  it.skipIf(!existsSync('/proc/self'))('does not wait for a directory that cannot be made', async () => {
    const session = ['start', '--config', 'sluice.yml', '--target', 'orders', '--session', '/proc/a/b']
    const { code, err } = await sluice(...session)
    expect(code).toBe(2)
    expect(err).toContain('the directory /proc/a cannot be made (ENOENT)')
  })

  it('ends quietly on Ctrl-C while standard input is open', async () => {
    const child = spawn(process.execPath, [CLI, 'policy', 'decide'], { cwd })
    let err = ''
    child.stderr.on('data', (data) => {
      err += data
    })
    child.stdin.write('{"sql":"SELECT 1"}\n')
    child.stdout.once('data', () => child.kill('SIGINT'))
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130)
    expect(err).toBe('')
  })

  it('ends at the second signal, whatever is under way', async () => {
    writeFileSync(join(cwd, 'sluice.yml'), VALID)
    const codes: unknown[] = []
    // It says nothing when it is ready for signals; one that came too early ends it without a code.
    for (const wait of [500, 1500, 5000]) {
      const child = spawn(process.execPath, [CLI, 'policy', 'claims'], { cwd })
      const closed = new Promise((resolve) => child.once('close', resolve))
      await sleep(wait)
      child.kill('SIGINT')
      await sleep(200)
      child.kill('SIGINT')
      codes.push(await closed)
      if (codes.at(-1) !== null) break
    }
    expect(codes.at(-1)).toBe(130)
  })
})

const CLI = join(import.meta.dirname, '../../src/cli/index.ts')
