import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/core/secret.ts'
import { termsFromJson, termsToJson } from '../../src/core/terms.ts'
import { DEFAULT_LIMITS, resolveLimits } from '../../src/grants/limits.ts'
import { buildTerms, type TermsRequest } from '../../src/grants/terms.ts'
import { parseConfig } from '../../src/policy/config.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'

const config = parseConfig(
  `version: 1
issuers: { github: { issuer: https://token.actions.githubusercontent.com } }
targets:
  orders: { protocol: postgres, address: "db:6432", database: o, tls: { ca: env:CA, server_name: n }, credential: { provider: static, url: env:U } }
  local: { protocol: postgres, address: localhost, database: l, tls: { mode: disable }, credential: { provider: static, url: env:U } }
guards:
  base: { extends: migrations, limits: { rows: 10, statement_timeout: 5m, connections: 3 } }
  tight: { extends: base, block: [truncate], allow: [rename], limits: { rows: 5 } }
  plain: { hold: [sleep] }
masks:
  people: { columns: { public.people.email: hash }, detect: [jwt], patterns: { employee-id: 'EMP-[0-9]{6}' }, predicates: strict }
access:
  - { name: a, issuer: github, targets: [orders, local], guard: tight, mask: people, claims: { repository_id: "1", repository_owner_id: "2", environment: e } }
  - { name: b, issuer: github, targets: [local], claims: { repository_id: "1", repository_owner_id: "2", environment: f } }
`,
  'sluice.yml',
)

const request = (change: Partial<TermsRequest> = {}): TermsRequest => ({
  config,
  rule: config.access[0]!,
  targets: ['orders', 'local'],
  session: 's',
  expiresAt: '2026-11-22T10:00:00Z',
  claims: { repository_id: '1', iat: 5, groups: ['x'] },
  credentials: {
    orders: { user: 'u', password: new Secret('p') },
    local: { user: 'v', password: new Secret('q') },
  },
  trusted: {
    orders: { tls: { mode: 'verify-full', ca: 'PEM', serverName: 'n' } },
    local: { tls: { mode: 'disable' } },
  },
  ...change,
})

describe('buildTerms', () => {
  it('resolves targets, guard, masks and limits', () => {
    const terms = buildTerms(request({ serverKey: 'k' }))
    expect(terms).toMatchObject({ session: 's', access: 'a', policySha256: config.sha256, serverKey: 'k' })
    expect({ ...terms.claims }).toEqual({ repository_id: '1' })
    const [orders, local] = terms.targets
    expect(orders).toMatchObject({
      name: 'orders',
      protocol: 'postgres',
      host: 'db',
      port: 6432,
      database: 'o',
      tls: { mode: 'verify-full', ca: 'PEM', serverName: 'n' },
      credential: { user: 'u' },
      masks: {
        columns: [{ pattern: 'public.people.email', mask: 'hash' }],
        detect: ['jwt'],
        patterns: [{ name: 'employee-id', pattern: 'EMP-[0-9]{6}' }],
        predicates: 'strict',
      },
      limits: { rows: 5, statementTimeout: 300_000, connections: 3 },
    })
    expect(orders?.guard).toMatchObject({ name: 'tight', mode: 'enforce' })
    expect(orders?.guard.rules).toEqual({
      ...BUILT_IN.migrations.rules,
      truncate: 'block',
      rename: undefined,
    })
    expect(local).toMatchObject({ port: 5432, tls: { mode: 'disable' }, credential: { user: 'v' } })
    expect(termsToJson(termsFromJson(termsToJson(terms)))).toEqual(termsToJson(terms))
  })

  it('is strict and unmasked when the rule says nothing', () => {
    const [local] = buildTerms(request({ rule: config.access[1]!, targets: ['local'] })).targets
    expect(local).toMatchObject({
      guard: BUILT_IN.strict,
      masks: { columns: [], detect: [] },
      limits: DEFAULT_LIMITS,
    })
  })

  it('does not go on without a credential, a target or what it proves itself by', () => {
    expect(() => buildTerms(request({ trusted: {} }))).toThrow(/no target, credential or trust orders/)
    expect(() => buildTerms(request({ credentials: {} }))).toThrow(/no target, credential or trust orders/)
    for (const name of ['none', 'constructor'])
      expect(() => buildTerms(request({ targets: [name] }))).toThrow(TypeError)
  })
})

it('a guard of the file starts from strict unless it says otherwise', () => {
  expect(config.guards.plain).toEqual({ name: 'plain', extends: 'strict', hold: ['sleep'] })
})

it('resolveLimits takes what the nearest guard says', () => {
  expect(resolveLimits('base', config.guards)).toEqual({
    rows: 10,
    statementTimeout: 300_000,
    connections: 3,
  })
  expect(resolveLimits('strict', config.guards)).toEqual(DEFAULT_LIMITS)
  expect(resolveLimits('constructor', {})).toEqual(DEFAULT_LIMITS)
})
