// `sluice policy decide` in this process, on files of a directory of its own.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { command } from '../../../src/cli/commands/policy-decide.ts'

export interface Decided {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Of `--format json`. */
  readonly lines: readonly Record<string, unknown>[]
}

export interface Surroundings {
  readonly cwd?: string
  readonly stdin?: string
  readonly env?: NodeJS.ProcessEnv
  readonly terminal?: boolean
}

export async function decide(args: readonly string[], surroundings: Surroundings = {}): Promise<Decided> {
  const { cwd = tmpdir(), stdin = '', env = {}, terminal = false } = surroundings
  let [out, err] = ['', '']
  const code = await command.run([...args], {
    stdin: Readable.from([stdin]),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env,
    cwd,
    terminal,
    signal: new AbortController().signal,
  })
  const lines = out.startsWith('{"')
    ? out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : []
  return { code, out, err, lines }
}

/** A new directory with these files. */
export function files(contents: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'sluice-decide-'))
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}
