import { describe, expect, it } from 'vitest'
import { type HeldStatement, heldFrom, heldToJson } from '../../src/core/approval.ts'
import type { Exception, Guard } from '../../src/core/grant.ts'
import { decide } from '../../src/policy/decide.ts'
import { matchesPath } from '../../src/policy/globs.ts'
import { BUILT_IN, resolveGuard } from '../../src/policy/guards.ts'
import { parseConfig } from '../../src/policy/load.ts'
import { analyseCommand } from '../../src/shell/index.ts'

describe('a pattern for names of a command line', () => {
  it.each([
    ['/srv/app/releases/*', '/srv/app/releases/1', true],
    ['/srv/app/releases/*', '/srv/app/releases/*', true],
    ['/srv/app/releases/*', '/srv/app/releases', false],
    ['/srv/app/releases/*', '/srv/app/releases/1/x', false],
    ['/srv/app/**', '/srv/app/releases/1/x', true],
    ['/srv/app/**', '/srv/app', true],
    ['/srv/**/tmp', '/srv/a/b/tmp', true],
    ['/srv/app/*', '/srv/app/…', false],
    ['/srv/app/**', '/srv/app/../etc', false],
    ['/srv/app/a*', '/srv/app/*', false],
    ['~/.ansible/tmp/*/AnsiballZ_*.py', '~/.ansible/tmp/ansible-tmp-1/AnsiballZ_ping.py', true],
    ['npm run migrate', 'npm run migrate', true],
    ['npm run *', 'npm run db:migrate', true],
    ['npm run migrate', 'npm run migrate:undo', false],
    ['app@*', 'app@1', true],
  ])('%s and %s: %s', (pattern, name, within) => {
    expect(matchesPath(pattern, name)).toBe(within)
  })
})

function kind(command: string, ...allow: Exception[]): string {
  const guard: Guard = { ...BUILT_IN.strict, allow }
  return decide(analyseCommand(command, { shell: 'bash' }).effects, guard).kind
}

describe('an exception', () => {
  it('by path is for paths, by program for programs, by name for the rest', () => {
    expect(kind('/opt/x', { rule: 'unknown-program', paths: ['/opt/x'] })).toBe('hold')
    expect(kind('/opt/x', { rule: 'unknown-program', names: ['**'] })).toBe('hold')
    expect(kind('/opt/x', { rule: 'unknown-program', programs: ['/opt/x'] })).toBe('allow')
    expect(kind('rm /srv/x', { rule: 'remove-file', names: ['**'] })).toBe('hold')
    expect(kind('rm /srv/x', { rule: 'remove-file', programs: ['**'] })).toBe('hold')
    expect(kind('rm /srv/x', { rule: 'remove-file', paths: ['/srv/x'] })).toBe('allow')
    expect(kind('systemctl stop a', { rule: 'stop-service', names: ['a'] })).toBe('allow')
  })

  it('is for its own rule only', () => {
    expect(kind('rm -rf /srv/x', { rule: 'remove-file', paths: ['/srv/**'] })).toBe('block')
    expect(kind('rm -rf /srv', { rule: 'remove-recursive', paths: ['/**'] })).toBe('block')
  })

  it('needs a name', () => {
    expect(kind('systemctl stop', { rule: 'stop-service', names: ['**'] })).toBe('hold')
  })
})

it('stands in the policy file', () => {
  const file = `version: 1
guards:
  host:
    allow:
      - { rule: unknown-program, programs: ['/opt/app/deploy.sh', 'npm run migrate'] }
      - { rule: remove-recursive, paths: ['/srv/app/releases/*'] }
      - { rule: stop-service, names: [app] }
`
  const config = parseConfig(file, '/etc/sluice.yml')
  const guard = resolveGuard('host', config.guards)
  const { effects } = analyseCommand('systemctl stop app; npm run migrate && rm -rf /srv/app/releases/1')
  expect(decide(effects, guard).kind).toBe('allow')
})

it('approvers are told whether a path goes with all below it, and what it is for', () => {
  const { effects } = analyseCommand('rm -rf /srv/app; cp x /etc/x')
  const held: HeldStatement = {
    target: 'web',
    conn: 1,
    statement: 1,
    sha256: 'a'.repeat(64),
    text: '',
    redacted: true,
    findings: [],
    effects,
    relations: [],
    hints: [],
    transaction: { state: 'none', age: 0, statements: 0, locks: [] },
  }
  expect(heldFrom(heldToJson(held)).effects).toEqual(effects)
})
