import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/policy/load.ts'
import { positionOf } from './valid.ts'

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGNhbmFyeSBob3N0IGtleSBmb3IgdGhlIHRlc3RzIG9ubHk'

const SSH = `version: 1
server: { url: https://sluice.acme.internal }
issuers: { github: { issuer: https://token.actions.githubusercontent.com } }
targets:
  web:
    protocol: ssh
    address: web.internal
    host_keys: ["${KEY} web.internal"]
    known_hosts: file:known_hosts
    credential: { provider: ssh-certificate, ca: env:SSH_CA, user: deploy, source_address: [10.0.0.0/8] }
    forward: ["127.0.0.1:5432", "[::1]:*"]
  jump:
    protocol: ssh
    address: jump.internal:2222
    known_hosts: file:/etc/ssh/known
    credential: { provider: static, user: ops, private_key: env:JUMP_KEY }
    shell: record
    environment: [DEPLOY_*]
access:
  - name: deploys
    issuer: github
    claims: { repository_id: "123", repository_owner_id: "9", ref: refs/heads/main, ref_type: branch }
    targets: [web, jump]
`

describe('targets that speak SSH', () => {
  it('have host keys, a login and what clients may do', () => {
    const { targets, warnings } = parseConfig(SSH, '/etc/sluice/sluice.yml')
    expect(warnings).toEqual([])
    expect(targets.web).toEqual({
      name: 'web',
      protocol: 'ssh',
      host: 'web.internal',
      port: 22,
      ssh: {
        hostKeys: [KEY],
        knownHosts: 'file:/etc/sluice/known_hosts',
        shell: 'refuse',
        environment: ['LANG', 'LC_*'],
        forward: ['127.0.0.1:5432', '[::1]:*'],
      },
      credential: {
        provider: 'ssh-certificate',
        ca: 'env:SSH_CA',
        user: 'deploy',
        principals: ['deploy'],
        sourceAddress: ['10.0.0.0/8'],
      },
    })
    expect(targets.jump).toMatchObject({
      port: 2222,
      ssh: { hostKeys: [], shell: 'record', environment: ['DEPLOY_*'], forward: [] },
      credential: { provider: 'static', user: 'ops', privateKey: 'env:JUMP_KEY' },
    })
  })

  it.each([
    [`host_keys: ["${KEY}`, 'host_keys: ["AAAA', '"AAAA', /not a public host key\. Write type and key/],
    [
      '    known_hosts: file:/etc/ssh/known\n',
      '',
      'protocol: ssh\n    address: jump',
      /nothing says how the host is known/,
    ],
    [', private_key: env:JUMP_KEY', '', '{ provider: static', /give either `private_key` or `password`/],
    ['user: ops,', 'user: ops, password: env:P,', '{ provider: static', /give either `private_key` or/],
    ['user: deploy', 'user: -oProxyCommand=x', '-oProxyCommand=x', /not an account’s name/],
    ['"127.0.0.1:5432"', '"127.0.0.1:0"', '"127.0.0.1:0"', /not a port/],
    ['"127.0.0.1:5432"', 'nowhere', 'nowhere', /not an address/],
    ['[DEPLOY_*]', '["*"]', '"*"', /not a variable’s name/],
    ['[DEPLOY_*]', '[]', '[]', /the list is empty/],
    ['shell: record', 'shell: allow', 'allow', /not a way to treat shells/],
    [
      'provider: ssh-certificate',
      'provider: postgres-role',
      'postgres-role',
      /not a credential provider for/,
    ],
    ['shell: record', 'database: x', 'database', /unknown key|not a key|database/],
  ])('%s → %s', (from, to, at, message) => {
    expect(SSH.split(from)).toHaveLength(2)
    const source = SSH.replace(from, () => to)
    const problem = (() => {
      try {
        parseConfig(source, 'sluice.yml')
      } catch (error) {
        return String((error as Error).message)
      }
      return expect.unreachable()
    })()
    expect(problem).toMatch(message)
    expect(problem).toContain(`sluice.yml:${positionOf(source, at)}`)
  })
})
