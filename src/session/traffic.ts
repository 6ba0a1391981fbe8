// The listeners of a session and the connections that came through them.
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SluiceError } from '../core/errors.ts'
import type { TargetTerms } from '../core/grant.ts'
import { createMasking } from '../masking/index.ts'
import { CLIENTS, type Clients } from '../protocols/clients.ts'
import { PROTOCOLS } from '../protocols/index.ts'
import type { Connection, Protocol, Target } from '../protocols/protocol.ts'
import type { Parts } from './assemble.ts'
import { dial } from './dial.ts'
import type { ReadyTarget } from './files.ts'
import { after, type Timer, whenIdle } from './limits.ts'
import { type Listener, listen } from './listeners.ts'
import { relay } from './relay.ts'

export interface Traffic {
  readonly targets: readonly ReadyTarget[]
  /** Proves that every target is reachable and its credential works. */
  check(): Promise<void>
  /** Stops accepting, lets running statements finish for `ms`, then ends what is left with `reason`. */
  drain(ms: number, reason: string): Promise<void>
}

/** A client that has not logged in by then is not one. */
const LOGIN_TIMEOUT_MS = 20_000
const DRAIN_POLL_MS = 20
/** Of all targets together, whatever their terms allow. */
const MOST_OPEN = 2000
/** How long an ended connection may take to close its sockets. */
const CLOSE_TIMEOUT_MS = 2000

interface Live {
  readonly connection: Connection
  readonly client: Socket
  readonly login: Timer
}

interface Served {
  readonly terms: TargetTerms
  readonly target: Target
  readonly listener: Listener
  readonly clients: Clients
}

export async function openTraffic(parts: Parts, onIdle: () => void): Promise<Traffic> {
  const live = new Map<number, Live>()
  const served: Served[] = []
  const idle = whenIdle(parts.config.idleExitMs, onIdle)
  let last = 0
  parts.counted.onConnection((conn, state) => {
    if (state === 'open') live.get(conn)?.login.clear()
  })

  const accept = (terms: TargetTerms, target: Target, served: Set<number>, client: Socket) => {
    const allowed = terms.limits.connections
    // Those that are turned away politely take room too.
    if (live.size >= MOST_OPEN) {
      client.destroy()
      return
    }
    const conn = ++last
    const connection = relay(client, {
      conn,
      target,
      terms,
      recorder: parts.counted.recorder,
      canHold: false,
    })
    const login = after(LOGIN_TIMEOUT_MS, () => connection.end('no login in time'))
    live.set(conn, { connection, client, login })
    idle.open()
    if (served.size < allowed) served.add(conn)
    else {
      parts.counted.recorder.append({ type: 'limit', conn, limit: 'connections', detail: terms.name })
      connection.end(`too many connections: ${terms.name} allows ${allowed}`)
    }
    connection.closed.finally(() => {
      login.clear()
      live.delete(conn)
      served.delete(conn)
      idle.closed()
    })
  }

  const close = () => {
    idle.clear()
    for (const { listener } of served) listener.close()
  }
  try {
    for (const { target: name, port } of parts.config.listen) {
      const terms = parts.terms.targets.find((candidate) => candidate.name === name)!
      const { protocol, clients } = protocolOf(terms)
      const target = openTarget(parts, terms, protocol)
      const connections = new Set<number>()
      const listener = await listen({
        target: name,
        port,
        dir: parts.config.dir,
        ...(clients.socketName ? { socketName: clients.socketName } : {}),
        accept: (client) => accept(terms, target, connections, client),
      })
      served.push({ terms, target, listener, clients })
    }
  } catch (error) {
    close()
    throw error
  }
  return {
    targets: served.map((each) => readyTarget(parts, each)),
    check: async () => {
      await Promise.all(served.map(({ target }) => target.check()))
    },
    async drain(ms, reason) {
      close()
      await finishing(live, (conn) => parts.counted.busy(conn), ms, reason)
      await Promise.all(served.map(({ target }) => target.close()))
    },
  }
}

/** Idle connections end at once, busy ones when their statement is done or the time is over. */
async function finishing(
  live: Map<number, Live>,
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
  const deadline = Date.now() + ms
  while (live.size > 0 && Date.now() < deadline) {
    for (const conn of live.keys()) if (!busy(conn)) end(conn)
    await sleep(DRAIN_POLL_MS)
  }
  const left = [...live.values()]
  for (const conn of live.keys()) end(conn)
  await Promise.race([Promise.all(left.map(({ connection }) => connection.closed)), sleep(CLOSE_TIMEOUT_MS)])
  for (const { client } of live.values()) client.destroy()
}

function openTarget(parts: Parts, terms: TargetTerms, protocol: Protocol): Target {
  return protocol.open({
    terms,
    dial: () => dial(terms),
    local: parts.local,
    analyser: parts.analyser,
    masking: createMasking(terms.masks, parts.maskingKey),
  })
}

function protocolOf({ name, protocol }: TargetTerms): { protocol: Protocol; clients: Clients } {
  const protocols: Readonly<Record<string, Protocol>> = PROTOCOLS
  const clients: Readonly<Record<string, Clients>> = CLIENTS
  const found = Object.hasOwn(protocols, protocol) ? protocols[protocol] : undefined
  const settings = Object.hasOwn(clients, protocol) ? clients[protocol] : undefined
  if (!found || !settings)
    throw new SluiceError(
      'CONFIG_INVALID',
      `target ${name} has protocol ${protocol}, unknown to this version`,
      {
        hint: 'Use a newer version of Sluice in this job',
      },
    )
  return { protocol: found, clients: settings }
}

function readyTarget(parts: Parts, { terms, listener, clients }: Served): ReadyTarget {
  const endpoint = {
    host: listener.host,
    port: listener.port,
    user: parts.local.user,
    password: parts.local.password.reveal(),
    ...(terms.database === undefined ? {} : { database: terms.database }),
  }
  return {
    name: terms.name,
    protocol: terms.protocol,
    ...endpoint,
    ...(listener.socket ? { socket: listener.socket } : {}),
    url: clients.url(endpoint),
    environment: clients.environment(endpoint),
    detect: terms.masks.detect,
  }
}
