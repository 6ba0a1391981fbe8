// The client connections of a session: how many at a time, how long they may take to log in, how they end.
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TargetTerms } from '../core/grant.ts'
import type { Connection, Target } from '../protocols/protocol.ts'
import type { SessionHolds } from './holds.ts'
import { after, type Timer, whenIdle } from './limits.ts'
import { relay } from './relay.ts'
import type { Counted } from './tally.ts'

export interface Connections {
  /** Serves an accepted client, or turns it away when the target's terms allow no more. */
  accept(client: Socket, terms: TargetTerms, target: Target): void
  /** Lets running statements finish for `ms`, then ends what is left with `reason`. */
  drain(ms: number, reason: string): Promise<void>
}

/** A client that has not logged in by then is not one. */
const LOGIN_TIMEOUT_MS = 20_000
const DRAIN_POLL_MS = 20
/** Of all targets together, whatever their terms allow: those that are turned away take room too. */
const MOST_OPEN = 2000
/** How long an ended connection may take to close its sockets. */
const CLOSE_TIMEOUT_MS = 2000

interface Live {
  readonly connection: Connection
  readonly client: Socket
  readonly login: Timer
  /** The target whose limit it counts against; undefined when it is turned away. */
  readonly target: string | undefined
}

export function trackConnections(
  counted: Counted,
  holds: SessionHolds | undefined,
  idle: { readonly ms: number; readonly handler: () => void },
): Connections {
  const live = new Map<number, Live>()
  const quiet = whenIdle(idle.ms, idle.handler)
  let last = 0
  counted.onConnection((conn, state) => {
    if (state === 'open') live.get(conn)?.login.clear()
  })

  const full = ({ name, limits }: TargetTerms): boolean => {
    let open = 0
    for (const { target } of live.values()) if (target === name) open++
    return open >= limits.connections
  }

  return {
    accept(client, terms, target) {
      if (live.size >= MOST_OPEN) {
        client.destroy()
        return
      }
      const conn = ++last
      const refused = full(terms)
      const connection = relay(client, {
        conn,
        target,
        terms,
        recorder: counted.recorder,
        ...(holds ? { holds } : {}),
      })
      const login = after(LOGIN_TIMEOUT_MS, () => connection.end('no login in time'))
      live.set(conn, { connection, client, login, target: refused ? undefined : terms.name })
      quiet.open()
      if (refused) {
        counted.recorder.append({ type: 'limit', conn, limit: 'connections', detail: terms.name })
        connection.end(`too many connections: ${terms.name} allows ${terms.limits.connections}`)
      }
      connection.closed.finally(() => {
        login.clear()
        live.delete(conn)
        quiet.closed()
      })
    },
    async drain(ms, reason) {
      quiet.clear()
      await finish(live, (conn) => counted.busy(conn), ms, reason)
    },
  }
}

/** Idle connections end at once, busy ones when their statement is done or the time is over. */
async function finish(
  live: ReadonlyMap<number, Live>,
  busy: (conn: number) => boolean,
  ms: number,
  reason: string,
): Promise<void> {
  const ending = new Set<number>()
  const end = (conn: number) => {
    if (ending.has(conn)) return
    ending.add(conn)
    live.get(conn)?.connection.end(reason)
  }
  for (const deadline = Date.now() + ms; live.size > 0 && Date.now() < deadline; await sleep(DRAIN_POLL_MS))
    for (const conn of live.keys()) if (!busy(conn)) end(conn)
  for (const conn of live.keys()) end(conn)
  const left = [...live.values()].map(({ connection }) => connection.closed)
  await Promise.race([Promise.all(left), sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false })])
  for (const { client } of live.values()) client.destroy()
}
