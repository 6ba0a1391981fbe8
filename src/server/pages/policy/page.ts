// The policy file as the server uses it. Secrets are not in it: only the names of where they are.
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { AccessRule, ApprovalConfig, Config, MaskConfig, TargetConfig } from '../../../policy/config.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { facts, type Html, page } from '../layout.ts'
import { guardNames, guardsPart, rulesPart } from './guards.ts'
import { anchor } from './links.ts'
import { duration } from './words.ts'

export function policyPage(by: SignedIn, config: Config): Html {
  return page({
    title: 'Policy',
    by,
    at: '/policy',
    body: html`<p>As this server uses it since its start. SHA-256 of the file: <code>${config.sha256}</code></p>
${warnings(config)}
<nav class="steps" aria-label="Parts of the policy"><a href="#access">Access</a><a href="#targets">Targets</a><a href="#guards">Guards</a><a href="#masks">Masks</a><a href="#people">People</a></nav>
<h2 id="access">Access rules</h2><p class="quiet">The first that matches a target gives the grant.</p>
${config.access.map((rule, index) => access(config, rule, index))}
<h2 id="targets">Targets</h2>${Object.values(config.targets).map(target)}
${guardsPart(config)}${rulesPart(config)}
<h2 id="masks">Masks</h2>${Object.values(config.masks).length === 0 ? html`<p class="quiet">None.</p>` : Object.values(config.masks).map(mask)}
${people(config)}`,
  })
}

function warnings({ warnings: list }: Config): Html | string {
  if (list.length === 0) return ''
  return html`<h2>Warnings</h2><ul>${list.map(({ line, message, hint }) => html`<li>Line ${line}: ${message}${hint ? html`<br><span class="quiet">${hint}</span>` : ''}</li>`)}</ul>`
}

function access(config: Config, rule: AccessRule, index: number): Html {
  const issuer = config.issuers[rule.issuer]
  const targets = Object.keys(config.targets)
  return html`<h3 id="${anchor('access', index)}">${rule.name}</h3>
${facts([
  ['Tokens of', issuer ? `${rule.issuer}: ${issuer.platform}, ${issuer.issuer}` : rule.issuer],
  ['Audience', issuer?.audience],
  [
    'Claims',
    html`${Object.entries(rule.claims).map(([name, values]) => html`<div><code>${name}</code> is ${values.map((value, at) => html`${at > 0 ? ' or ' : ''}<code>${value}</code>`)}</div>`)}`,
  ],
  [
    'Targets',
    html`${rule.targets.map((name, at) => html`${at > 0 ? ', ' : ''}${linked('target', targets, name)}`)}`,
  ],
  ['Guard', linked('guard', guardNames(config), rule.guard)],
  ['Masks', rule.mask === undefined ? 'none' : linked('mask', Object.keys(config.masks), rule.mask)],
  ['Session', `at most ${duration(rule.ttl)}`],
  ['Approval', rule.approval ? approval(rule.approval) : 'not needed'],
  [
    'Held statements',
    rule.holds
      ? `${approval(rule.holds)}${rule.holds.strongLocks === 'refuse' ? '; refused in a transaction that keeps others from a table' : ''}`
      : 'refused: nobody can be asked',
  ],
])}`
}

function linked(section: 'target' | 'guard' | 'mask', names: readonly string[], name: string): Html {
  const index = names.indexOf(name)
  return index === -1 ? html`${name}` : html`<a href="#${anchor(section, index)}">${name}</a>`
}

function approval({ by, min, timeout }: ApprovalConfig): string {
  return `${min > 1 ? `${min} of ` : ''}${by.join(', ')}, within ${duration(timeout)}`
}

function target(config: TargetConfig, index: number): Html {
  const { name, protocol, host, port, database, tls, ssh, http, credential, retention } = config
  return html`<h3 id="${anchor('target', index)}">${name}</h3>
${facts([
  ['Address', [protocol, `${host}:${port}`, database].filter(Boolean).join(', ')],
  [
    'TLS',
    tls &&
      [tls.mode, tls.serverName && `name ${tls.serverName}`, tls.ca && `roots ${tls.ca}`]
        .filter(Boolean)
        .join(', '),
  ],
  ...sshInWords(ssh),
  ['Header', http && `${http.header}, ${http.scheme}`],
  ['Cookies', http && (http.cookies === 'drop' ? 'go neither way' : 'are passed on')],
  ['Not masked', http?.unmasked.join(', ')],
  ['Credential', credentialInWords(credential)],
  ['Records', retention === undefined ? 'kept for good' : `kept for ${duration(retention)}`],
])}`
}

function sshInWords(ssh: TargetConfig['ssh']): [string, string | undefined][] {
  if (!ssh) return []
  const { hostKeys, knownHosts, shell, environment, forward } = ssh
  const pinned = hostKeys.map((key) => fingerprint(key))
  return [
    ['Host keys', [...pinned, ...(knownHosts ? [`those of ${knownHosts}`] : [])].join(', ')],
    ['Shells', shell === 'refuse' ? 'refused' : 'recorded and masked; what is typed is not judged'],
    ['Variables', environment.join(', ')],
    ['Forwarding', forward.length === 0 ? 'refused' : `to ${forward.join(', ')}`],
  ]
}

/** As `ssh-keygen -l` prints it. */
function fingerprint(key: string): string {
  const [type = '', blob = ''] = key.split(' ')
  const hash = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64')
  return `${type} SHA256:${hash.replace(/=+$/, '')}`
}

/** References are shown by name; what they stand for is not known here. */
function credentialInWords(credential: TargetConfig['credential']): string {
  const { provider, ...members } = credential
  return [provider, ...Object.entries(members).map(([name, value]) => `${name} ${value}`)].join(', ')
}

function mask(
  { name, columns, fields = [], detect, patterns = [], predicates }: MaskConfig,
  index: number,
): Html {
  return html`<h3 id="${anchor('mask', index)}">${name}</h3>
${facts([
  ['Conditions on them', predicates === 'strict' ? 'held, unless they only show a column' : 'warned about'],
  ['Detectors', detect.join(', ')],
  [
    'Patterns',
    patterns.length === 0
      ? undefined
      : html`${patterns.map((each) => html`<div>${each.name}: <code>${each.pattern}</code></div>`)}`,
  ],
  [
    'Columns',
    columns.length === 0
      ? undefined
      : html`${columns.map(({ pattern, mask: kind }) => html`<div><code>${pattern}</code> ${kind}</div>`)}`,
  ],
  [
    'Fields',
    fields.length === 0
      ? undefined
      : html`${fields.map(({ pattern, mask: kind }) => html`<div><code>${pattern}</code> ${kind}</div>`)}`,
  ],
])}`
}

function people({ approvers, server }: Config): Html {
  const roles = server?.roles
  return html`<h2 id="people">People</h2>
${facts([
  ...Object.values(approvers).map(({ name, group }) => [`Approver ${name}`, `group ${group}`] as const),
  [
    'Sign-in',
    server?.signIn
      ? `${server.signIn.issuer}, client ${server.signIn.clientId}`
      : 'by the administrator’s link',
  ],
  ['Viewers', roles?.viewer ? `groups ${roles.viewer.join(', ')}` : 'everybody who signs in'],
  [
    'Administrators',
    roles && roles.admin.length > 0
      ? `groups ${roles.admin.join(', ')}`
      : server?.signIn
        ? 'nobody'
        : 'by the link',
  ],
])}`
}
