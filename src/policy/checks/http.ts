// What must hold within a target that speaks HTTP.
import type { File } from '../schema/index.ts'
import type { Report } from './report.ts'

type Target = Extract<NonNullable<File['targets']>[string], { protocol: 'http' }>

export function checkHttp(name: string, { address, tls, credential }: Target, report: Report): void {
  const at = ['targets', name]
  const { bearer, user, password, header, value } = credential
  const pairs = [
    [user, password],
    [header, value],
  ]
  const given = pairs.filter((pair) => pair.some((part) => part !== undefined))
  const half = given.some((pair) => pair.includes(undefined))
  if (half || given.length + (bearer === undefined ? 0 : 1) !== 1)
    report.error(
      [...at, 'credential'],
      `targets.${name}.credential: give one of \`bearer\`, \`user\` and \`password\`, \`header\` and \`value\``,
      'Write bearer: env:NAME; or header: X-Api-Key and value: env:NAME',
    )
  if (address.plain && !address.loopback && tls?.allow_plaintext !== true)
    report.error(
      [...at, 'address'],
      `targets.${name}: the credential would go to ${address.host} in clear`,
      'Use https://; or add `tls: { allow_plaintext: true }` when nobody else is on that network',
    )
  if (address.plain && (tls?.ca !== undefined || tls?.server_name !== undefined))
    report.error(
      [...at, 'tls'],
      `targets.${name}: settings of TLS, but the address is http://`,
      'Write https://, or remove them',
    )
}
