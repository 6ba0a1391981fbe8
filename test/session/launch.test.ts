import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { launch } from '../../src/session/launch.ts'
import { alive } from '../../src/session/limits.ts'

const root = mkdtempSync(join(tmpdir(), 'sluice-launch-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let serial = 0

/** Launches a script of the test in the daemon's place. */
function start(code: string, timeoutMs = 5000, dir = join(root, String(++serial))) {
  const script = join(root, `${serial}.mjs`)
  writeFileSync(script, `import { writeFileSync, renameSync, readFileSync } from 'node:fs'\n${code}`)
  return launch({
    env: { PATH: process.env.PATH },
    script,
    timeoutMs,
    config: {
      dir,
      record: join(dir, 'record'),
      listen: [{ target: 'orders', port: 0 }],
      terms: { session: 's', password: 'upstream-password' },
      idleExitMs: 0,
      drainMs: 0,
    },
  })
}

describe('launching the daemon', () => {
  it('gives it the configuration on standard input and returns when it is ready', async () => {
    const ready = await start(`
      const config = JSON.parse(readFileSync(0, 'utf8'))
      writeFileSync('x', JSON.stringify({ pid: process.pid, session: config.terms.session, argv: process.argv, flags: process.execArgv }))
      renameSync('x', 'ready.json')
      setTimeout(() => {}, 5000)`)
    const { pid, session, argv, flags } = ready as typeof ready & { argv: string[]; flags: string[] }
    expect(session).toBe('s')
    expect(flags).toEqual(['--liftoff-only', '--disable-sigusr1'])
    expect(argv.join(' ')).not.toContain('upstream-password')
    expect(alive(pid)).toBe(true)
    process.kill(pid)
  })

  it('tells the daemon’s own error', async () => {
    const failure = {
      code: 'UPSTREAM_UNREACHABLE',
      message: 'target orders cannot be reached',
      hint: 'Check it',
    }
    await expect(
      start(`writeFileSync('failed.json', ${JSON.stringify(JSON.stringify(failure))}); process.exit(1)`),
    ).rejects.toMatchObject(failure)
  })

  it('tells how it ended with the end of its log when it left no word', async () => {
    await expect(
      start(`console.error('a'.repeat(9000) + ' last words'); process.exit(7)`),
    ).rejects.toMatchObject({
      code: 'DAEMON_FAILED',
      message: 'the proxy process ended with code 7',
      hint: expect.stringMatching(/daemon\.log ends with:\na{1900,2000} last words/),
    })
    await expect(
      start('process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 1000)'),
    ).rejects.toMatchObject({
      message: 'the proxy process was ended by SIGKILL',
      hint: expect.stringContaining('is empty'),
    })
  })

  it('names a directory that cannot be made', async () => {
    const dir = join(root, 'file', 'session')
    writeFileSync(join(root, 'file'), '')
    await expect(start('', 5000, dir)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `the directory ${dir} cannot be made (ENOTDIR)`,
    })
  })

  it('gives up after its time and ends it', async () => {
    await expect(
      start(`writeFileSync('pid', String(process.pid)); setTimeout(() => {}, 60000)`, 1000),
    ).rejects.toThrow('did not listen within 1 s')
  })
})
