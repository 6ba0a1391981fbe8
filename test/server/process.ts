// `sluice server` as its own process.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { freePort } from '../fixtures/postgres.ts'
import { policy, SECRETS } from './harness.ts'

const CLI = join(import.meta.dirname, '../../src/cli/index.ts')

export interface ServerProcess {
  readonly child: ChildProcess
  stdout: string
  stderr: string
  /** Resolves with the exit code or the signal. */
  readonly exited: Promise<number | string>
}

export interface Place {
  readonly dir: string
  readonly config: string
  readonly url: string
  readonly issuer: Issuer
  /** Starts `sluice server`; resolves when it is ready or has ended. */
  start(args?: readonly string[]): Promise<ServerProcess>
  close(): Promise<void>
}

/** A directory with a policy file; its server listens where the file's URL says. */
export async function prepare(): Promise<Place> {
  const issuer = await startIssuer()
  const dir = mkdtempSync(join(tmpdir(), 'sluice-process-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const config = join(dir, 'sluice.yml')
  writeFileSync(config, JSON.stringify(policy(url, issuer.url)))
  const started: ServerProcess[] = []
  return {
    dir,
    config,
    url,
    issuer,
    async start(args = ['--listen', `127.0.0.1:${port}`]) {
      const child = spawn(process.execPath, [CLI, 'server', '--config', config, ...args], {
        env: { PATH: process.env.PATH, ...SECRETS },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const server: ServerProcess = {
        child,
        stdout: '',
        stderr: '',
        exited: new Promise((resolve) =>
          child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone')),
        ),
      }
      started.push(server)
      child.stdout.on('data', (chunk) => {
        server.stdout += chunk
      })
      const ready = new Promise<void>((resolve) => {
        child.stderr.on('data', (chunk) => {
          server.stderr += chunk
          if (server.stderr.includes('listening on')) resolve()
        })
      })
      await Promise.race([ready, server.exited])
      return server
    },
    async close() {
      for (const { child, exited } of started) {
        child.kill('SIGKILL')
        await exited
      }
      await issuer.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
