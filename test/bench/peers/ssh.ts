// OpenSSH's server by itself, behind a second one, and behind the daemon: an ssh_config for each.
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DETECTOR_IDS } from '../../../src/core/detectors.ts'
import type { TargetTerms } from '../../../src/core/grant.ts'
import { Secret } from '../../../src/core/secret.ts'
import { resolveGuard } from '../../../src/policy/guards.ts'
import { type Sshd, startSshd } from '../../fixtures/sshd.ts'
import { launchTargets, stopDaemon } from './sluice.ts'

export interface SshEntrant {
  readonly name: string
  /** What to ask `ssh` for, and the file that says how to get there. */
  readonly host: string
  readonly config: string
  readonly pid?: number
}

/** The same cipher for everybody. */
const CIPHERS = 'Ciphers aes128-gcm@openssh.com'

export async function startSsh(
  dir: string,
): Promise<{ entrants: readonly SshEntrant[]; stop(): Promise<void> }> {
  const [target, hop] = [await startSshd(), await startSshd()]
  const ready = await launchTargets(
    [terms('plain', target, []), terms('detecting', target, DETECTOR_IDS)],
    dir,
  )
  const config = join(dir, `ssh-${randomUUID()}`)
  const known = `${config}-known`
  writeFileSync(known, [target, hop].map((each) => `[127.0.0.1]:${each.port} ${each.hostKeys[0]}\n`).join(''))
  writeFileSync(
    config,
    [
      block('direct', target, known),
      block('hop', hop, known),
      block('behind', target, known, 'ProxyJump hop'),
    ].join(''),
  )
  const own = ready.environment.SLUICE_SSH_CONFIG ?? ''
  // It must be there before anything is measured.
  readFileSync(own)
  return {
    entrants: [
      { name: 'direct', host: 'direct', config },
      { name: 'sshd hop', host: 'behind', config },
      { name: 'sluice', host: 'plain', config: own, pid: ready.pid },
      { name: 'sluice detecting', host: 'detecting', config: own, pid: ready.pid },
    ],
    async stop() {
      await stopDaemon(ready.pid)
      await target.stop()
      await hop.stop()
    },
  }
}

function block(name: string, { port, user, privateKeyFile }: Sshd, known: string, ...more: string[]): string {
  const lines = [
    ...[
      'HostName 127.0.0.1',
      `Port ${port}`,
      `User ${user}`,
      `IdentityFile ${privateKeyFile}`,
      'IdentitiesOnly yes',
    ],
    ...[`UserKnownHostsFile ${known}`, 'StrictHostKeyChecking yes', CIPHERS, ...more],
  ]
  return `Host ${name}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function terms(
  name: string,
  { port, user, privateKey, hostKeys }: Sshd,
  detect: readonly string[],
): TargetTerms {
  const ssh = { hostKeys, shell: 'refuse', environment: [], forward: [] } as const
  return {
    name,
    protocol: 'ssh',
    host: '127.0.0.1',
    port,
    credential: { user, privateKey: new Secret(privateKey) },
    ssh,
    // Judged as in a job; whatever the verdict, it runs.
    guard: { ...resolveGuard('migrations', {}), mode: 'observe' },
    masks: { columns: [], detect: [...detect] },
    limits: { connections: 1000 },
  }
}
