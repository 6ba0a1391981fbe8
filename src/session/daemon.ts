// The process that listens in the runner for the length of a job. Started by launch.ts.
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SluiceError } from '../core/errors.ts'
import type { EndReason } from '../core/event.ts'
import { assemble, type Parts } from './assemble.ts'
import { type DaemonConfig, parseDaemonConfig } from './config.ts'
import type { Control, ControlOptions } from './control.ts'
import { FILES, type Ready, writeJson } from './files.ts'
import { after, whenGone } from './limits.ts'
import { explain, log, trace } from './log.ts'
import { shutDown } from './shutdown.ts'
import { openTraffic, type Traffic } from './traffic.ts'

/** When even closing hangs. */
const LAST_RESORT_MS = 90_000

const clock = () => new Date()

async function serve(config: DaemonConfig, crash: Crash): Promise<void> {
  const parts = await assemble(config, { clock, worker: workerScript() })
  let traffic: Traffic | undefined
  let control: Control | undefined
  let ending: Promise<number> | undefined

  const end = (reason: EndReason, drainMs: number, problems: readonly string[] = []): Promise<number> => {
    log(`ending: ${reason}`)
    after(LAST_RESORT_MS, () => process.exit(1))
    const how = { reason, drainMs, problems }
    return close({ config, parts, ...(traffic ? { traffic } : {}), ...how }).finally(() => control?.close())
  }
  const stop = (reason: EndReason, drainMs = config.drainMs, problems: readonly string[] = []): void => {
    ending ??= end(reason, drainMs, problems)
    ending.then(
      (code) => process.exit(code || (process.exitCode ?? 0)),
      // Left to the handler of crashes, it would be told, and try to end, for ever.
      (error: unknown) => {
        log(`could not close: ${trace(error)}`)
        process.exit(1)
      },
    )
  }
  crash.end = (kind) =>
    stop('killed', 0, [`the proxy process had an internal error (${kind}); its log has the place`])
  parts.counted.recorder.onFailure((error) => {
    log(`the record failed: ${explain(error)}`)
    stop('record', 0)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop('killed'))
  try {
    traffic = await openTraffic(parts, () => stop('abandoned'))
    const secret = randomBytes(24).toString('base64url')
    const endpoint = openEndpoint({
      secret,
      status: () => ({
        session: parts.terms.session,
        totals: parts.counted.tally,
        ending: ending !== undefined,
      }),
      stop: (drain) => stop('clean', drain ? config.drainMs : 0),
    })
    await Promise.all([traffic.check(), endpoint])
    control = await endpoint
    limit(config, parts, stop)
    if (ending === undefined) announce(config, parts, traffic, { port: control.port, secret })
    // Behind readiness: a client takes longer to connect than the parser to load.
    await parts.analyser.warm()
  } catch (error) {
    ending ??= end('abandoned', 0)
    await ending
    throw error
  }
}

/** Loaded while the targets answer: HTTP is the largest part of Node that a session needs. */
async function openEndpoint(options: ControlOptions): Promise<Control> {
  const { openControl } = await import('./control.ts')
  return openControl(options)
}

function limit(config: DaemonConfig, parts: Parts, stop: (reason: EndReason) => void): void {
  const left = Date.parse(parts.terms.expiresAt) - clock().getTime()
  after(Math.min(left, config.timeoutMs ?? left), () => stop('expired'))
  if (config.parent !== undefined) whenGone(config.parent, () => stop('abandoned'))
}

function announce(
  config: DaemonConfig,
  { terms }: Parts,
  { targets, environment }: Traffic,
  control: { port: number; secret: string },
): void {
  const sessionUrl = config.grant?.sessionUrl
  const ready: Ready = {
    pid: process.pid,
    session: terms.session,
    ...(sessionUrl ? { sessionUrl } : {}),
    expiresAt: terms.expiresAt,
    record: config.record,
    control,
    targets,
    environment,
  }
  writeJson(config.dir, FILES.ready, ready)
  for (const { name, port, socket } of targets)
    log(`listening: ${name} on 127.0.0.1:${port}${socket ? ` and ${socket}` : ''}`)
}

interface Close {
  readonly config: DaemonConfig
  readonly parts: Parts
  readonly traffic?: Traffic
  readonly reason: EndReason
  readonly drainMs: number
  readonly problems: readonly string[]
}

/** Returns the exit code. */
async function close({ config, ...ending }: Close): Promise<number> {
  const closed = await shutDown({ ...ending, clock })
  for (const problem of closed.problems) log(problem)
  rmSync(join(config.dir, FILES.ready), { force: true })
  writeJson(config.dir, FILES.closed, closed)
  log(`closed: ${closed.reason}`)
  return closed.reason === 'record' || closed.problems.length > 0 ? 1 : 0
}

interface Crash {
  /** Ends the process; `kind` is the error's, without its message. */
  end(kind: string): void
}

/** A bug must neither leave a credential behind nor a value in the log. */
function onCrash(): Crash {
  // Without a session yet: who started this process sees it end and revokes.
  const crash: Crash = { end: () => process.exit(1) }
  process.on('uncaughtException', (error: unknown) => {
    log(`crashed: ${trace(error)}`)
    process.exitCode = 1
    crash.end(explain(error))
  })
  return crash
}

/** Beside the parser in source and in `lib/`; in `dist/` each bundle has its own directory. */
function workerScript(): string {
  const here = import.meta.dirname
  if (basename(here) !== 'session') return join(here, '..', 'worker', 'index.js')
  const source = join(here, '..', 'sql', 'worker.ts')
  return existsSync(source) ? source : join(here, '..', 'sql', 'worker.js')
}

async function main(): Promise<void> {
  const crash = onCrash()
  let config: DaemonConfig | undefined
  try {
    config = parseDaemonConfig(await text(process.stdin))
    await serve(config, crash)
  } catch (error) {
    log(`did not start: ${error instanceof SluiceError ? explain(error) : trace(error)}`)
    if (config && error instanceof SluiceError)
      writeJson(config.dir, FILES.failed, { code: error.code, message: error.message, hint: error.hint })
    process.exit(1)
  }
}

await main()
