// A session's targets, each with its listener.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SluiceError } from '../core/errors.ts'
import type { TargetTerms } from '../core/grant.ts'
import { createMasking } from '../masking/index.ts'
import { CLIENTS, type Clients, type Endpoint } from '../protocols/clients.ts'
import { protocolOf } from '../protocols/index.ts'
import type { Protocol, Target } from '../protocols/protocol.ts'
import type { Parts } from './assemble.ts'
import { trackConnections } from './connections.ts'
import { dial } from './dial.ts'
import type { ReadyTarget } from './files.ts'
import type { SessionHolds } from './holds.ts'
import { type Listener, listen } from './listeners.ts'
import { sourcesIn } from './sources.ts'

export interface Traffic {
  readonly targets: readonly ReadyTarget[]
  /** Of the session as a whole. */
  readonly environment: Readonly<Record<string, string>>
  /** Proves that every target is reachable and its credential works. */
  check(): Promise<void>
  /** Stops accepting, lets running statements finish for `ms`, then ends what is left with `reason`. */
  drain(ms: number, reason: string): Promise<void>
}

interface Served {
  readonly terms: TargetTerms
  readonly target: Target
  readonly listener: Listener
  readonly clients: Clients
}

export async function openTraffic(parts: Parts, onIdle: () => void): Promise<Traffic> {
  const idle = { ms: parts.config.idleExitMs, handler: onIdle }
  const connections = trackConnections(parts.counted, holdsOf(parts), idle)
  const served: Served[] = []
  const refuse = () => {
    for (const { listener } of served) listener.close()
  }
  try {
    for (const { target: name, port } of parts.config.listen) {
      const terms = parts.terms.targets.find((candidate) => candidate.name === name)!
      const { protocol, clients } = await spokenBy(terms)
      const target = openTarget(parts, terms, protocol)
      const listener = await listen({
        target: name,
        port,
        dir: parts.config.dir,
        ...(clients.socketName ? { socketName: clients.socketName } : {}),
        accept: (client) => connections.accept(client, terms, target),
      })
      served.push({ terms, target, listener, clients })
    }
  } catch (error) {
    refuse()
    throw error
  }
  const { environment, keys } = writeShared(parts, served)
  return {
    targets: served.map((each) => readyTarget(parts, each)),
    environment,
    check: async () => {
      await Promise.all(served.map(({ target }) => target.check()))
    },
    async drain(ms, reason) {
      refuse()
      await connections.drain(ms, reason)
      for (const path of keys) rmSync(path, { force: true })
      await Promise.all(served.map(({ target }) => target.close()))
    },
  }
}

function holdsOf({ approvals, config, terms, maskingKey }: Parts): SessionHolds | undefined {
  if (!approvals || !terms.holds) return undefined
  const source = config.workspace === undefined ? {} : { source: sourcesIn(config.workspace) }
  return { approvals, terms: terms.holds, standing: new Set(), key: maskingKey, ...source }
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

async function spokenBy({ name, protocol }: TargetTerms): Promise<{ protocol: Protocol; clients: Clients }> {
  const clients: Readonly<Record<string, Clients>> = CLIENTS
  const found = await protocolOf(protocol)
  const settings = Object.hasOwn(clients, protocol) ? clients[protocol] : undefined
  if (!found || !settings)
    throw new SluiceError(
      'CONFIG_INVALID',
      `target ${name} has protocol ${protocol}, unknown to this version`,
      { hint: 'Use a newer version of Sluice in this job' },
    )
  return { protocol: found, clients: settings }
}

function endpointOf(parts: Parts, { terms, listener, target }: Served): Endpoint {
  return {
    target: terms.name,
    upstream: terms.host,
    host: listener.host,
    port: listener.port,
    user: parts.local.user,
    password: parts.local.password.reveal(),
    ...(terms.database === undefined ? {} : { database: terms.database }),
    ...(target.identity === undefined ? {} : { identity: target.identity }),
  }
}

/** Files for clients that have one configuration for all targets: the variables that lead there, and paths of keys. */
function writeShared(
  parts: Parts,
  served: readonly Served[],
): { environment: Record<string, string>; keys: string[] } {
  const environment: Record<string, string> = {}
  const keys: string[] = []
  for (const clients of new Set(served.map((each) => each.clients))) {
    const own = served.filter((each) => each.clients === clients)
    const shared = clients.together?.(
      own.map((each) => endpointOf(parts, each)),
      parts.config.dir,
    )
    for (const [name, text] of Object.entries(shared?.files ?? {}))
      writeFileSync(join(parts.config.dir, name), text, { mode: 0o600 })
    keys.push(...(shared?.keys ?? []).map((name) => join(parts.config.dir, name)))
    Object.assign(environment, shared?.environment)
  }
  return { environment, keys }
}

function readyTarget(parts: Parts, served: Served): ReadyTarget {
  const { terms, listener, clients } = served
  const endpoint = endpointOf(parts, served)
  const { host, port, user, password, database, identity } = endpoint
  return {
    name: terms.name,
    protocol: terms.protocol,
    host,
    port,
    user,
    ...(identity ? {} : { password }),
    ...(database === undefined ? {} : { database }),
    ...(listener.socket ? { socket: listener.socket } : {}),
    url: clients.url(endpoint),
    environment: clients.environment(endpoint),
    detect: terms.masks.detect,
    ...(terms.masks.patterns ? { patterns: terms.masks.patterns } : {}),
  }
}
