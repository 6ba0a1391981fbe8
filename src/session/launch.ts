// Starts the daemon so that it outlives its starter and holds none of the starter's streams.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, SluiceError } from '../core/errors.ts'
import type { DaemonConfig } from './config.ts'
import { daemonEnvironment } from './environment.ts'
import { FILES, type Ready, readFailure, readReady } from './files.ts'

export interface LaunchOptions {
  readonly config: DaemonConfig
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds until it must listen. */
  readonly timeoutMs?: number
  /** The daemon's script; the one that belongs to this build by default. */
  readonly script?: string
}

const POLL_MS = 5
const TAIL_BYTES = 2000

/**
 * Returns when the proxy listens and every target has answered.
 * Throws the daemon's own `SluiceError`, or DAEMON_FAILED with the tail of its log.
 */
export async function launch(options: LaunchOptions): Promise<Ready> {
  const { config, timeoutMs = 60_000 } = options
  makeDirectory(config.dir)
  makeDirectory(config.record)
  const child = start(options)
  const exit = exited(child)
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    const ready = readReady(config.dir)
    if (ready) {
      child.unref()
      return ready
    }
    const ended = await Promise.race([exit, sleep(POLL_MS)])
    if (ended) throw startError(config.dir, ended)
  }
  child.kill('SIGTERM')
  child.unref()
  throw startError(config.dir, `did not listen within ${Math.round(timeoutMs / 1000)} s`)
}

/** Throws `SluiceError` CONFIG_INVALID that says why. */
export function makeDirectory(path: string): void {
  try {
    if (!existsSync(path)) {
      // One at a time: Node's own `recursive` never returns below /proc.
      if (!existsSync(dirname(path))) makeDirectory(dirname(path))
      mkdirSync(path, { mode: 0o700 })
    } else if (!statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
  } catch (error) {
    if (error instanceof SluiceError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new SluiceError('CONFIG_INVALID', `the directory ${path} cannot be made (${code})`, {
      hint: 'RUNNER_TEMP or TMPDIR, --session and --record-dir say where; this user must be able to write there',
    })
  }
}

function start({ config, env, script = daemonScript() }: LaunchOptions): ChildProcess {
  const log = openSync(join(config.dir, FILES.log), 'a', 0o600)
  try {
    const child = spawn(process.execPath, [...nodeFlags(), script], {
      cwd: config.dir,
      detached: true,
      windowsHide: true,
      stdio: ['pipe', log, log],
      env: daemonEnvironment(env),
    })
    child.on('error', () => {})
    // A daemon that died early closes the pipe; its exit says why.
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(config))
    if (child.pid !== undefined)
      writeFileSync(join(config.dir, FILES.pid), String(child.pid), { mode: 0o600 })
    return child
  } finally {
    closeSync(log)
  }
}

/** The parser's WebAssembly stays small without the optimising tier; nobody may open an inspector by a signal. */
function nodeFlags(): string[] {
  const guarded = process.allowedNodeEnvironmentFlags.has('--disable-sigusr1')
  return guarded ? ['--liftoff-only', '--disable-sigusr1'] : ['--liftoff-only']
}

function exited(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    )
  })
}

function startError(dir: string, what: string): SluiceError {
  const failure = readFailure(dir)
  if (failure) return failure
  const log = join(dir, FILES.log)
  return new SluiceError('DAEMON_FAILED', `the proxy process ${what}`, {
    hint: `Its log ${log} ${tail(log)}`,
  })
}

/** The end of the daemon's log, which holds no secret by construction. */
function tail(path: string): string {
  try {
    const text = readFileSync(path, 'utf8').trim()
    return text ? `ends with:\n${text.slice(-TAIL_BYTES)}` : 'is empty'
  } catch (error) {
    return `cannot be read (${describe(error)})`
  }
}

/** Beside this file in source and in `lib/`; in `dist/` each bundle has its own directory. */
function daemonScript(): string {
  const here = import.meta.dirname
  if (basename(here) !== 'session') return join(here, '..', 'daemon', 'index.js')
  const source = join(here, 'daemon.ts')
  return existsSync(source) ? source : join(here, 'daemon.js')
}
