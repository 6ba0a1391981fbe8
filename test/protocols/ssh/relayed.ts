// An sshd behind the relay, with the files that OpenSSH's client needs to reach it.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SshTerms, TargetTerms } from '../../../src/core/grant.ts'
import { Secret } from '../../../src/core/secret.ts'
import type { Protocol } from '../../../src/protocols/protocol.ts'
import { hostBlock, knownHostsLine } from '../../../src/protocols/ssh/client-config.ts'
import { createSsh } from '../../../src/protocols/ssh/index.ts'
import type { Shared } from '../../../src/protocols/ssh/shared.ts'
import type { Sshd } from '../../fixtures/sshd.ts'
import * as neutral from '../relayed.ts'

export * from '../relayed.ts'

export interface Relayed extends neutral.Relayed {
  /** Path of an ssh_config with a block for `web`. */
  readonly config: string
  readonly directory: string
}

export interface RelayedOptions extends neutral.RelayedOptions {
  readonly upstream: Sshd
  readonly terms?: Partial<TargetTerms>
  readonly ssh?: Partial<SshTerms>
  readonly interpreter?: Shared['interpreter']
  /** Instead of one that analyses nothing. */
  readonly protocol?: Protocol
}

export function terms(
  upstream: Sshd,
  ssh: Partial<SshTerms> = {},
  more: Partial<TargetTerms> = {},
): TargetTerms {
  return {
    name: 'web',
    protocol: 'ssh',
    host: '127.0.0.1',
    port: upstream.port,
    credential: { user: upstream.user, privateKey: new Secret(upstream.privateKey) },
    ssh: { hostKeys: upstream.hostKeys, shell: 'refuse', environment: [], forward: [], ...ssh },
    guard: { name: 'test', mode: 'enforce', rules: {}, allow: [] },
    masks: { columns: [], detect: [] },
    limits: { connections: 100 },
    ...more,
  }
}

/** Commands are not analysed here: what is judged is their text. */
export const textual = (interpreter: Shared['interpreter'] = () => undefined) =>
  createSsh({ analyse: () => () => neutral.harmless, interpreter })

export async function relayed(options: RelayedOptions): Promise<Relayed> {
  const own = terms(options.upstream, options.ssh, options.terms)
  const protocol = options.protocol ?? textual(options.interpreter)
  const relay = await neutral.relayedTarget(protocol, own, options)
  const directory = mkdtempSync(join(tmpdir(), 'ssh-client 100% '))
  const config = join(directory, 'config')
  const files = { identity: join(directory, 'key'), knownHosts: join(directory, 'known_hosts') }
  const { hostKey, clientKey } = relay.target.identity!
  writeFileSync(files.identity, clientKey.reveal(), { mode: 0o600 })
  writeFileSync(files.knownHosts, knownHostsLine('127.0.0.1', relay.port, hostKey))
  const host = { target: 'web', upstream: 'web.internal', host: '127.0.0.1', port: relay.port }
  writeFileSync(config, hostBlock({ ...host, user: neutral.LOCAL_USER }, files))
  // Short: the path of a control socket has few characters.
  mkdirSync(join(directory, 'c'))
  return {
    ...relay,
    config,
    directory,
    async close() {
      await relay.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** OpenSSH's own client, with these arguments behind `-F config`. */
export function startSsh(
  relay: Pick<Relayed, 'config'>,
  args: string[],
  options: SpawnOptions = {},
): ChildProcess {
  return spawn('ssh', ['-F', relay.config, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options })
}

export async function ssh(
  relay: Pick<Relayed, 'config'>,
  args: string[],
  input?: string | Buffer,
): Promise<Ran> {
  const child = startSsh(relay, args, { stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
  const ran = collect(child)
  if (input !== undefined) {
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  }
  return ran
}

export async function collect(child: ChildProcess): Promise<Ran> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr?.on('data', (bytes: Buffer) => err.push(bytes))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (...end: [number | null, NodeJS.Signals | null]) => resolve(end)),
  )
  return { code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }
}
