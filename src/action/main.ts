// Opens the session.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { notice, setFailed } from '@actions/core'
import type { Pending } from '../client/pending.ts'
import { describe, SluiceError } from '../core/errors.ts'
import { termsToJson } from '../core/terms.ts'
import { openPlatform } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'
import type { DaemonConfig } from '../session/config.ts'
import type { Ready } from '../session/files.ts'
import { launch } from '../session/launch.ts'
import { changeSshConfig, howToReach } from '../session/user-config.ts'
import { exportEnvironment, maskSecrets, writeOutputs } from './exports.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Reporter, ReporterOptions } from './report/index.ts'
import { save } from './state.ts'

/** A cancelled job is killed 10 s after SIGINT; sealing and revoking need their part of it. */
const DRAIN_MS = 4000
/** As `sluice start` ends when a person must approve first. */
const PARKED = 4

async function main(): Promise<void> {
  const { env } = process
  const inputs = readInputs(env)
  const platform = await openPlatform({
    env,
    cwd: process.cwd(),
    fetch,
    err: (text) => process.stderr.write(text),
  })
  const dir = join(platform.facts.temp, `sluice-${randomBytes(6).toString('hex')}`)
  const record = join(dir, 'record')
  const step = env.GITHUB_ACTION ?? ''
  save({ dir, record, step })
  const { secretVariables, ...terms } = await source(inputs, platform, env, step)
  const ready = await launch({
    env,
    config: {
      dir,
      record,
      listen: inputs.targets,
      // A job may do other things for long; its grant and its runner bound the session.
      idleExitMs: 0,
      drainMs: DRAIN_MS,
      ...(process.ppid > 1 ? { parent: process.ppid } : {}),
      ...(inputs.timeoutMs === undefined ? {} : { timeoutMs: inputs.timeoutMs }),
      workspace: platform.facts.workspace,
      ...(inputs.clientAuth === undefined ? {} : { clientAuth: inputs.clientAuth }),
      ...terms,
    },
  })
  maskSecrets(ready, platform)
  if (inputs.sshConfig) {
    save({ sshConfig: ready.session })
    await changeSshConfig(ready, 'input ssh-config')
  }
  announce(ready, platform, inputs.sshConfig)
  writeOutputs(ready, platform)
  if (inputs.exportEnvironment) exportEnvironment(ready, platform, inputs.databaseUrl)
  if (inputs.run) {
    const { runUnderSession } = await import('./run.ts')
    await runUnderSession(inputs.run, { ready, dir, databaseUrl: inputs.databaseUrl, secretVariables })
  }
}

async function source(
  { source, targets, park }: Inputs,
  platform: Platform,
  env: NodeJS.ProcessEnv,
  step: string,
): Promise<Pick<DaemonConfig, 'grant' | 'terms'> & { secretVariables: readonly string[] }> {
  const names = targets.map(({ target }) => target)
  if ('config' in source) {
    const { standaloneTerms } = await import('../standalone/terms.ts')
    const session = randomBytes(12).toString('hex')
    const { terms, variables } = await standaloneTerms({
      ...source,
      targets: names,
      session,
      env,
      now: new Date(),
    })
    return { terms: termsToJson(terms), secretVariables: variables }
  }
  const { obtainGrant } = await import('./grant.ts')
  let reporter: Promise<Reporter | undefined> | undefined
  const onAsked = (pending: Pending) => {
    reporter = tellOfWaiting(pending, { env, platform, fetch, step })
  }
  const grant = await obtainGrant({ ...source, targets: names, park, platform, env, onAsked })
  void reporter?.then((told) => told?.approved())
  return { grant, secretVariables: [] }
}

/** Loaded when somebody must be told. Never rejects. */
async function tellOfWaiting(pending: Pending, options: ReporterOptions): Promise<Reporter | undefined> {
  const { openReporter } = await import('./report/index.ts')
  const reporter = openReporter(options)
  await reporter?.pending(pending)
  return reporter
}

function announce(ready: Ready, platform: Platform, named: boolean): void {
  for (const target of ready.targets)
    platform.log(`${target.name} listens on ${target.host}:${target.port}${howToReach(target, named)}`)
  platform.log(`Session ${ready.session} ends at ${ready.expiresAt}`)
}

try {
  await main()
} catch (error) {
  if (error instanceof SluiceError && error.code === 'APPROVAL_PENDING') {
    // Nothing went wrong: the job ends so that no runner waits, and without an error in its page.
    save({ parked: 'true' })
    notice(describe(error), { title: 'Sluice waits for an approval' })
    process.exitCode = PARKED
  } else setFailed(describe(error))
}
