// A target behind a relay on a loopback port, with a gate that notes what it is told: for every protocol.
import { createServer, connect as dialTcp, type Server as NetServer, type Socket } from 'node:net'
import type { TargetTerms } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import type { Analysis, Effect, Statement } from '../../src/core/statement.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { createMasking } from '../../src/masking/index.ts'
import type {
  Connection,
  Gate,
  Protocol,
  Result,
  Target,
  TargetOptions,
} from '../../src/protocols/protocol.ts'
import type { Analyser } from '../../src/sql/analyser.ts'

export const LOCAL_USER = 'sluice'
export const LOCAL_PASSWORD = 'local-password-of-the-session'

/** What a gate was told, in order. */
export type Told =
  | { type: 'judge' | 'execute'; statement: Statement; prepared?: string | undefined; parameters?: number }
  | { type: 'result'; statement: Statement; result: Result }
  | { type: 'notice'; sqlstate: string; message: string }
  | { type: 'transfer'; statement: Statement; direction: 'in' | 'out'; bytes: number; sha256: string }
  | { type: 'limit'; limit: string; detail: string }
  | { type: 'output'; statement: Statement; stream: 'stdout' | 'stderr'; text: string }
  | { type: 'terminal'; statement: Statement; columns: number; rows: number }
  | { type: 'opened' | 'flush' }
  | { type: 'closed'; reason: string }

export interface Relayed {
  readonly port: number
  readonly target: Target
  readonly told: Told[]
  readonly connections: Connection[]
  close(): Promise<void>
}

export interface GateOptions {
  readonly verdict?: (statement: Statement) => Verdict | Promise<Verdict>
  readonly gate?: Partial<Gate>
}

export interface RelayedOptions extends GateOptions {
  /** Called before each dial to the target. */
  readonly dialing?: () => Promise<void>
  readonly analyser?: Analyser
  readonly local?: TargetOptions['local']
}

export const ALLOW: Verdict = { kind: 'allow', findings: [], observed: false }

export function block(rule: string, name: string): Verdict {
  const effect: Effect = { action: 'drop', object: 'table', name }
  const reason = 'dropping a table loses its rows'
  const hint = 'Ask for an exception in the policy.'
  return { kind: 'block', findings: [{ rule, verdict: 'block', effect, reason, hint }], observed: false }
}

/** Refuses what says DROP TABLE. */
export const noDrops = ({ text }: Statement): Verdict =>
  /drop\s+table/i.test(text) ? block('drop-table', 'things') : ALLOW

export const harmless: Analysis = {
  effects: [],
  relations: [],
  count: 1,
  changes: { schema: false, resolution: false },
}

export const trusting: Analyser = { analyse: () => harmless, close: async () => {} }

export function listeningGate(told: Told[], options: GateOptions): Gate {
  const verdict = options.verdict ?? (() => ALLOW)
  const gate: Gate = {
    fork: () => gate,
    opened: () => told.push({ type: 'opened' }),
    judge(statement, prepared) {
      told.push({ type: 'judge', statement, prepared })
      return verdict(statement)
    },
    execute(statement, parameters, _, planned) {
      // None of these runs code when it is planned.
      if (planned) return ALLOW
      told.push({ type: 'execute', statement, parameters })
      return verdict(statement)
    },
    flush: () => told.push({ type: 'flush' }),
    result: (statement, result) => told.push({ type: 'result', statement, result }),
    idle: () => {},
    failed: () => {},
    notice: (sqlstate, message) => told.push({ type: 'notice', sqlstate, message }),
    output: (statement, output) => told.push({ type: 'output', statement, ...output }),
    terminal: (statement, size) => told.push({ type: 'terminal', statement, ...size }),
    transfer: (statement, transfer) => told.push({ type: 'transfer', statement, ...transfer }),
    limit: (limit, detail) => told.push({ type: 'limit', limit, detail }),
    lagging: () => false,
    closed: (reason) => told.push({ type: 'closed', reason }),
    ...options.gate,
  }
  return gate
}

export async function relayedTarget(
  protocol: Protocol,
  terms: TargetTerms,
  options: RelayedOptions,
): Promise<Relayed> {
  const target = protocol.open({
    terms,
    dial: async () => {
      await options.dialing?.()
      return dial(terms)
    },
    local: options.local ?? { user: LOCAL_USER, password: new Secret(LOCAL_PASSWORD) },
    analyser: options.analyser ?? trusting,
    masking: createMasking(terms.masks, Buffer.alloc(32, 7)),
  })
  const told: Told[] = []
  const connections: Connection[] = []
  const server = createServer({ pauseOnConnect: true }, (client) => {
    connections.push(target.serve(client, listeningGate(told, options)))
  })
  await listen(server)
  const { port } = server.address() as { port: number }
  return {
    port,
    target,
    told,
    connections,
    async close() {
      for (const connection of connections) connection.end('the test is over')
      await target.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function dial({ host, port }: { host: string; port: number }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = dialTcp({ host, port })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

function listen(server: NetServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}
