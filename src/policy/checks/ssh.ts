// What must hold within a target that speaks SSH.
import type { File } from '../schema/index.ts'
import type { Report } from './report.ts'

type Target = Extract<NonNullable<File['targets']>[string], { protocol: 'ssh' }>

export function checkSsh(name: string, target: Target, report: Report): void {
  const at = ['targets', name]
  if (target.host_keys === undefined && target.known_hosts === undefined)
    report.error(
      at,
      `targets.${name}: nothing says how the host is known`,
      'Add host_keys: [ssh-ed25519 AAAA…] as `ssh-keyscan` prints them on a network that you trust, or known_hosts: file:PATH',
    )
  const { credential, forward = [] } = target
  if (
    credential.provider === 'static' &&
    (credential.private_key === undefined) === (credential.password === undefined)
  )
    report.error(
      [...at, 'credential'],
      `targets.${name}.credential: give either \`private_key\` or \`password\``,
      'Write private_key: env:NAME, or password: env:NAME',
    )
  forward.forEach((address, index) => {
    const port = Number(address.slice(address.lastIndexOf(':') + 1))
    if (port === 0 || port > 65_535)
      report.error(
        [...at, 'forward', index],
        `targets.${name}.forward: not a port`,
        'Write a port from 1 to 65535, or *',
      )
  })
}
