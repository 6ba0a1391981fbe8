// What must hold within issuers, targets and guards.
import type { GuardConfig, TargetConfig } from '../config.ts'
import type { File } from '../schema/index.ts'
import { isLoopback } from '../schema/values.ts'
import { checkHttp } from './http.ts'
import type { Checked, Vocabulary } from './references.ts'
import type { Report } from './report.ts'
import { checkSsh } from './ssh.ts'

export function checkSections(file: File, config: Checked, known: Vocabulary, report: Report): void {
  checkIssuers(file, config, report)
  for (const target of Object.values(config.targets)) {
    const raw = file.targets?.[target.name]
    if (raw?.protocol === 'ssh') checkSsh(target.name, raw, report)
    if (raw?.protocol === 'http') checkHttp(target.name, raw, report)
    if (raw?.protocol !== 'postgres') continue
    checkTls(target, raw.tls?.allow_plaintext === true, report)
    if (raw.credential.provider === 'static') checkStatic(target.name, raw.credential, report)
  }
  for (const guard of Object.values(config.guards)) checkGuard(guard, config, known, report)
}

function checkIssuers(file: File, config: Checked, report: Report): void {
  const seen = new Map<string, string>()
  for (const issuer of Object.values(config.issuers)) {
    const at = ['issuers', issuer.name]
    const named = issuer.name === 'github' || issuer.name === 'gitlab'
    if (!named && file.issuers?.[issuer.name]?.platform === undefined)
      report.error(
        at,
        `issuers.${issuer.name}: nothing says whose tokens these are`,
        'Add `platform: github` or `platform: gitlab`',
      )
    const twin = seen.get(issuer.issuer)
    if (twin !== undefined)
      report.error(
        [...at, 'issuer'],
        `issuers.${issuer.name}: the same issuer as "${twin}"`,
        'Keep one of them',
      )
    seen.set(issuer.issuer, issuer.name)
  }
}

function checkTls(target: TargetConfig, allowPlaintext: boolean, report: Report): void {
  const at = ['targets', target.name, 'tls']
  const { mode, ca } = target.tls ?? {}
  if (mode === 'disable' && !isLoopback(target.host) && !allowPlaintext)
    report.error(
      [...at, 'mode'],
      `targets.${target.name}: TLS is disabled and ${target.host} is not a loopback address`,
      'Use mode: verify-full; or add `allow_plaintext: true` when nobody else is on that network',
    )
  if (mode === 'disable' && ca !== undefined)
    report.error(
      [...at, 'ca'],
      `targets.${target.name}: a certificate authority, but TLS is disabled`,
      'Remove one of them',
    )
  if (mode === 'require' && !isLoopback(target.host))
    report.warning(
      [...at, 'mode'],
      `targets.${target.name}: \`require\` does not verify the server: whoever answers gets the session`,
      'Use mode: verify-full with `ca:`',
    )
}

function checkStatic(
  name: string,
  credential: { url?: string | undefined; user?: string | undefined; password?: string | undefined },
  report: Report,
): void {
  const { url, user, password } = credential
  const pair = user !== undefined && password !== undefined
  if (url === undefined ? pair : user === undefined && password === undefined) return
  report.error(
    ['targets', name, 'credential'],
    `targets.${name}.credential: give either \`url\`, or \`user\` and \`password\``,
    'Write url: env:NAME; or user: NAME and password: env:NAME',
  )
}

function checkGuard(guard: GuardConfig, config: Checked, known: Vocabulary, report: Report): void {
  const at = ['guards', guard.name]
  if (known.guards.includes(guard.name))
    report.error(
      at,
      `guards.${guard.name}: this name is built in`,
      `Choose another name and write extends: ${guard.name}`,
    )
  const seen = new Set<string>()
  let next: string | undefined = guard.name
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    next = config.guards[next]?.extends
  }
  if (next === guard.name)
    report.error(
      [...at, 'extends'],
      `guards.${guard.name}: it extends itself`,
      'Extend strict, migrations or read-only',
    )
  const given = new Map<string, string>()
  for (const list of ['block', 'hold', 'warn'] as const)
    guard[list]?.forEach((rule, index) => {
      const other = given.get(rule)
      if (other !== undefined)
        report.error(
          [...at, list, index],
          `guards.${guard.name}: "${rule}" stands in ${other} and in ${list}`,
          'Keep one',
        )
      given.set(rule, list)
    })
  guard.allow?.forEach((entry, index) => {
    if (typeof entry === 'string' && given.has(entry))
      report.error(
        [...at, 'allow', index],
        `guards.${guard.name}: "${entry}" stands in ${given.get(entry)} and in allow`,
        'Keep one',
      )
  })
}
