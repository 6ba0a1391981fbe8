// What a shell really ran is among the commands that were found: lines are made at random and run by bash and dash with
// programs that only write down their arguments.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANY, HOLE, HOME, MANY, ONE, WORD } from '../../src/shell/expand/marks.ts'
import { analyseCommand } from '../../src/shell/index.ts'
import { lines } from './lines.ts'

const STUBS = ['rm', 'ls', 'systemctl']
/** Run by these for real. */
const REAL = [
  'bash',
  'dash',
  'sh',
  'env',
  'xargs',
  'find',
  'timeout',
  'nice',
  'nohup',
  'cat',
  'base64',
  'tee',
]

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sluice-shell-'))
  mkdirSync(join(root, 'bin'))
  for (const name of STUBS)
    writeFileSync(
      join(root, 'bin', name),
      // One write: programs of a pipeline run at the same time.
      `#!/bin/sh\nprintf '%s\\0' ${name} "$@" '\n' >> "$LOG"\n`,
      { mode: 0o755 },
    )
  for (const name of REAL) {
    const path = ['/bin', '/usr/bin'].map((dir) => join(dir, name)).find(existsSync)
    if (path) symlinkSync(path, join(root, 'bin', name))
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Arguments of every stub that ran. */
function ran(shell: string, line: string): string[][] {
  const cwd = mkdtempSync(join(root, 'run-'))
  for (const name of ['a.txt', 'b.txt', 'c d.txt']) writeFileSync(join(cwd, name), 'x y\n')
  const log = join(root, 'log')
  rmSync(log, { force: true })
  try {
    execFileSync(`/bin/${shell}`, ['-c', line], {
      cwd,
      env: { PATH: join(root, 'bin'), LOG: log, HOME: cwd },
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 5000,
    })
  } catch {
    // A line may fail: what ran before counts.
  }
  rmSync(cwd, { recursive: true, force: true })
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .split('\n\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('\0').slice(0, -1))
}

const MARKS: Readonly<Record<string, string>> = {
  [HOLE]: '[^\0]*',
  [ANY]: '[^\0/]*',
  [ONE]: '[^\0]',
  [WORD]: '[^\0/ ]*',
  [HOME]: '[^\0]*',
}

/** Arguments that were found, as a pattern for those of a program. */
function pattern(argv: readonly string[]): RegExp {
  const parts = argv.map((text) => {
    if (text === MANY) return '(?:[^\0]*\0)*'
    const one = [...text].map((char) => MARKS[char] ?? char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('')
    // A pattern stands for every file that it matches.
    return `(?:${one}\0)${text.includes(ANY) || text.includes(ONE) ? '+' : ''}`
  })
  return new RegExp(`^${parts.join('')}$`, 's')
}

function found(line: string, shell: string): { commands: RegExp[]; open: boolean } {
  const commands: RegExp[] = []
  const { effects } = analyseCommand(line, { shell, watch: (argv) => commands.push(pattern(argv)) })
  const open = effects.some(
    ({ action, object }) =>
      action === 'unknown' || (action === 'run' && ['program', 'shell', 'code'].includes(object)),
  )
  return { commands, open }
}

describe.each(['bash', 'dash'])('%s', (shell) => {
  it('runs nothing that was not found', { timeout: 120_000 }, () => {
    const seen = { lines: 0, judged: 0, ran: 0 }
    fc.assert(
      fc.property(lines, (line) => {
        seen.lines += 1
        const { commands, open } = found(line, shell)
        if (open) return
        seen.judged += 1
        for (const argv of ran(shell, line)) {
          seen.ran += 1
          const text = argv.map((one) => `${one}\0`).join('')
          expect(
            commands.some((command) => command.test(text)),
            `${JSON.stringify(line)} ran ${JSON.stringify(argv)}`,
          ).toBe(true)
        }
      }),
      { numRuns: Number(process.env.SHELL_RUNS ?? 250) },
    )
    // The test says nothing when most lines are unknown.
    expect(seen.judged / seen.lines).toBeGreaterThan(0.5)
    expect(seen.ran).toBeGreaterThan(seen.judged / 2)
  })
})
