// The other side of control.ts: ends a session from outside, also when its daemon is dead.
import { createReadStream, existsSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '../client/revoke.ts'
import type { Event } from '../core/event.ts'
import { type Closed, type Ready, readClosed, readPid, readReady } from './files.ts'
import { alive } from './limits.ts'
import { explain } from './log.ts'
import { recount } from './tally.ts'

export interface StopOptions {
  /** The session's directory. */
  readonly dir: string
  /** Directory of its record. */
  readonly record: string
  /** Ends the credential when the daemon cannot. */
  readonly grant?: { readonly server: string; readonly token: string }
  /** Running statements are ended, not waited for. */
  readonly now?: boolean
  /** Milliseconds for draining, sealing and revoking. */
  readonly timeoutMs?: number
}

const POLL_MS = 20
/** A daemon that was just started may not listen yet. */
const START_MS = 5000
const REQUEST_MS = 5000
const EXIT_MS = 5000

/** Idempotent. Never throws for a session that ended badly: `problems` says what is left. */
export async function stopSession(options: StopOptions): Promise<Closed> {
  const { dir, now = false, timeoutMs = 90_000 } = options
  const closed = readClosed(dir)
  if (closed) return closed
  const pid = readPid(dir)
  const running = () => pid !== undefined && alive(pid)
  const ready = await wait(START_MS, running, () => readReady(dir))
  // Where it is gone, its port may be another's by now, who must not get the secret.
  if (ready && running()) await ask(ready, now ? '/stop/now' : '/stop')
  else if (pid !== undefined && running()) process.kill(pid, 'SIGTERM')
  const closedNow = await wait(timeoutMs, running, () => readClosed(dir))
  // Its ports are free when it is gone.
  await wait(EXIT_MS, running, () => undefined)
  return closedNow ?? (await salvage(options))
}

/** Until `read` gives something, the process is gone or the time over. */
async function wait<T>(
  ms: number,
  running: () => boolean,
  read: () => T | undefined,
): Promise<T | undefined> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(POLL_MS)) {
    const here = running()
    const found = read()
    if (found || !here) return found
  }
  return undefined
}

/** With its own agent, so that no outbound proxy of the environment is asked to reach loopback. */
function ask({ control }: Ready, path: '/stop' | '/stop/now'): Promise<void> {
  return new Promise((resolve) => {
    const asked = request({
      host: '127.0.0.1',
      port: control.port,
      path,
      method: 'POST',
      headers: { authorization: `Bearer ${control.secret}` },
      timeout: REQUEST_MS,
      agent: new Agent(),
    })
    asked.once('response', (response) => response.resume())
    asked.once('timeout', () => asked.destroy())
    // A refused connection means that it is dead or ending; `closed.json` tells.
    asked.once('error', () => {})
    asked.once('close', () => resolve())
    asked.end()
  })
}

/** What can be told of a session whose daemon left no word: its record, and what the server says. */
async function salvage({ dir, record, grant }: StopOptions): Promise<Closed> {
  const ready = readReady(dir)
  const problems: string[] = []
  let revocation: Receipt | undefined
  if (grant) {
    try {
      const { revoke } = await import('../client/revoke.ts')
      revocation = await revoke(grant)
    } catch (error) {
      problems.push(`the grant was not revoked: ${explain(error)}`)
    }
  }
  // Behind the revocation: nothing that the record holds may keep a credential alive.
  const { totals, refusals, session, startedAt, targets } = await readRecord(record)
  if (session)
    problems.unshift(
      'the proxy process ended before the session was closed; its record has no seal of its own',
    )
  const now = new Date().toISOString()
  return {
    session,
    ...(ready?.sessionUrl ? { sessionUrl: ready.sessionUrl } : {}),
    reason: 'killed',
    startedAt: startedAt ?? now,
    endedAt: now,
    targets,
    totals,
    refusals,
    record,
    ...(revocation ? { revocation } : {}),
    problems,
  }
}

async function readRecord(record: string) {
  let start: (Event & { type: 'session.start' }) | undefined
  const counts = await recount(
    (async function* () {
      for await (const event of readEvents(join(record, 'session.jsonl'))) {
        if (event.type === 'session.start') start ??= event
        yield event
      }
    })(),
  )
  return {
    ...counts,
    session: start?.session ?? '',
    startedAt: start?.t,
    targets: start?.targets.map(({ name }) => name) ?? [],
  }
}

async function* readEvents(path: string): AsyncGenerator<Event> {
  if (!existsSync(path)) return
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) if (line.endsWith('}')) yield* parsed(line)
}

/** Nothing for a line that a crash has torn. */
function parsed(line: string): Event[] {
  try {
    return [JSON.parse(line) as Event]
  } catch {
    return []
  }
}
