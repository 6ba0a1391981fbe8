import type { Platform } from '../platforms/platform.ts'
import type { Ready } from '../session/files.ts'
import { environmentOf } from '../session/wanted.ts'

/** Masks first: the runner must know a secret before it can appear anywhere. */
export function maskSecrets(ready: Ready, platform: Platform): void {
  platform.mask(ready.control.secret)
  for (const { password, url } of ready.targets) {
    if (password === undefined) continue
    platform.mask(password)
    platform.mask(url)
  }
}

export function writeOutputs(ready: Ready, platform: Platform): void {
  const [target, another] = ready.targets
  if (target && !another) {
    platform.output('host', target.host)
    platform.output('port', String(target.port))
    platform.output('url', target.url)
  }
  const shown = ready.targets.map(
    ({ name, protocol, host, port, socket, user, password, database, url }) => ({
      name,
      protocol,
      host,
      port,
      socket,
      user,
      password,
      database,
      url,
    }),
  )
  platform.output('targets', JSON.stringify(shown))
  platform.output('session-id', ready.session)
  platform.output('session-url', ready.sessionUrl ?? '')
  platform.output('record', ready.record)
}

export function exportEnvironment(ready: Ready, platform: Platform, databaseUrl: boolean): void {
  for (const [name, value] of Object.entries(environmentOf(ready, { databaseUrl })))
    platform.exportVariable(name, value)
}

/** Before anybody has approved: a later step can only read it when this one is parked. */
export function writeApproval(approvalUrl: string, platform: Platform): void {
  platform.output('approval-url', approvalUrl)
}
