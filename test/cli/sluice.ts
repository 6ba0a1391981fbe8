// The command line as a real process, from source.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '../../src/cli/index.ts')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  /** Called with the process id when `running` comes out. */
  readonly during?: (pid: number) => void
}

/** Asynchronous, so that a server in the test's own process can answer. */
export function sluice(args: readonly string[], { cwd, env, during }: RunOptions): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
      if (String(data).includes('running')) during?.(child.pid!)
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.once('close', (code) => resolve({ code, out, err }))
  })
}
