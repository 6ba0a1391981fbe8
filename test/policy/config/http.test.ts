import { describe, expect, it } from 'vitest'
import { termsFromJson, termsToJson } from '../../../src/core/terms.ts'
import { resolveGuard } from '../../../src/policy/guards.ts'
import { parseConfig } from '../../../src/policy/load.ts'

const HTTP = `version: 1
server: { url: https://sluice.acme.internal }
issuers: { github: { issuer: https://token.actions.githubusercontent.com } }
targets:
  billing:
    protocol: http
    address: https://billing.internal:8443
    tls: { ca: file:ca.pem, server_name: billing }
    credential: { provider: static, header: X-Api-Key, value: env:BILLING_KEY }
    cookies: pass
    unmasked: [image/*]
  search:
    protocol: http
    address: https://search.internal
    credential: { provider: static, bearer: env:SEARCH_TOKEN }
  local:
    protocol: http
    address: http://127.0.0.1:9200
    credential: { provider: static, user: elastic, password: env:ELASTIC }
guards:
  api:
    requests:
      - { match: "DELETE /v1/users/{id}", verdict: hold }
      - { match: "POST /v1/refunds", body: { order.kind: test }, query: { dry: ["true", "1"] }, verdict: allow }
masks:
  people: { fields: { ssn: redact, "users.*.email": partial, note: null } }
access:
  - name: calls
    issuer: github
    claims: { repository_id: "123", repository_owner_id: "9", ref: refs/heads/main, ref_type: branch }
    targets: [billing, search, local]
    guard: api
    mask: people
`

const parsed = (from: string, to: string) => () =>
  parseConfig(HTTP.replace(from, to), '/etc/sluice/sluice.yml')

describe('targets that speak HTTP', () => {
  it('have an origin, a credential and what goes back unmasked', () => {
    const { targets, warnings } = parseConfig(HTTP, '/etc/sluice/sluice.yml')
    expect(warnings).toEqual([])
    expect(targets.billing).toEqual({
      name: 'billing',
      protocol: 'http',
      host: 'billing.internal',
      port: 8443,
      http: { header: 'x-api-key', scheme: 'plain', cookies: 'pass', unmasked: ['image/*'] },
      tls: { mode: 'verify-full', ca: 'file:/etc/sluice/ca.pem', serverName: 'billing' },
      credential: { provider: 'static', user: 'X-Api-Key', password: 'env:BILLING_KEY' },
    })
    expect(targets.search).toMatchObject({
      port: 443,
      http: { header: 'authorization', scheme: 'bearer', cookies: 'drop', unmasked: [] },
      credential: { password: 'env:SEARCH_TOKEN' },
    })
    expect(targets.local).toMatchObject({
      host: '127.0.0.1',
      port: 9200,
      tls: { mode: 'disable' },
      http: { scheme: 'basic' },
      credential: { user: 'elastic', password: 'env:ELASTIC' },
    })
  })

  it.each([
    ['https://billing.internal:8443', 'billing.internal:8443', 'not an origin'],
    ['https://billing.internal:8443', 'https://billing.internal/v1', 'not an origin'],
    ['https://billing.internal:8443', 'https://user:x@billing.internal', 'not an origin'],
    ['https://billing.internal:8443', 'https://billing.internal:99999', 'not an origin'],
    ['https://search.internal', 'http://search.internal', 'in clear'],
    ['http://127.0.0.1:9200', 'http://127.0.0.1:9200, tls: { ca: env:CA }', 'settings of TLS'],
    ['bearer: env:SEARCH_TOKEN', 'bearer: secret-itself', 'not the value itself'],
    ['bearer: env:SEARCH_TOKEN', 'bearer: env:SEARCH_TOKEN, header: X-A', 'give one of'],
    ['bearer: env:SEARCH_TOKEN', 'user: a', 'give one of'],
    ['header: X-Api-Key', 'header: Host', 'says something else'],
    ['header: X-Api-Key', 'header: "X Api"', 'not a header’s name'],
    ['image/*', 'image', 'not a media type'],
    ['DELETE /v1/users/{id}', 'delete /v1/users', 'not a request'],
    ['DELETE /v1/users/{id}', 'DELETE v1/users', 'not a request'],
    ['DELETE /v1/users/{id}', 'DELETE /v1/../users', 'not a request'],
    ['DELETE /v1/users/{id}', 'DELETE /v1/%75sers', 'not a request'],
    ['DELETE /v1/users/{id}', 'DELETE /v1/**/users', 'not a request'],
    ['verdict: hold', 'verdict: ask', 'not a verdict'],
    ['ssn: redact', '"a..b": redact', 'not a field pattern'],
    ['cookies: pass', 'cookie: pass', 'cookie'],
  ])('%s → %s is an error', (from, to, cause) => {
    const change = to.includes(', tls:')
      ? parsed(`    address: ${from}\n`, `    address: ${from}\n    tls: { ca: env:CA }\n`)
      : parsed(from, to)
    expect(change).toThrow(cause)
  })

  it('requests are looked at before those of the guard below', () => {
    const { guards, masks } = parseConfig(HTTP, '/etc/sluice/sluice.yml')
    const own = { name: 'own', extends: 'api', requests: [{ match: 'GET /x', verdict: 'block' as const }] }
    expect(resolveGuard('own', { ...guards, own }).requests).toEqual([
      { match: 'GET /x', verdict: 'block' },
      { match: 'DELETE /v1/users/{id}', verdict: 'hold' },
      {
        match: 'POST /v1/refunds',
        query: { dry: ['true', '1'] },
        body: { 'order.kind': ['test'] },
        verdict: 'allow',
      },
    ])
    expect(masks.people?.fields).toEqual([
      { pattern: 'ssn', mask: 'redact' },
      { pattern: 'users.*.email', mask: 'partial' },
      { pattern: 'note', mask: 'null' },
    ])
  })
})

it('terms keep what HTTP has on their way to the daemon', () => {
  const { guards, masks } = parseConfig(HTTP, '/etc/sluice/sluice.yml')
  const terms = {
    session: 's',
    expiresAt: '2026-11-22T12:00:00Z',
    claims: {},
    access: 'calls',
    policySha256: 'x',
    targets: [
      {
        name: 'billing',
        protocol: 'http',
        host: 'billing.internal',
        port: 8443,
        credential: { user: 'X-Api-Key', password: 'canary' },
        http: { header: 'x-api-key', scheme: 'plain', cookies: 'pass', unmasked: ['image/*'] },
        guard: resolveGuard('api', guards),
        masks: { columns: [], fields: masks.people?.fields, detect: [] },
        limits: { connections: 5 },
      },
    ],
  }
  expect(termsToJson(termsFromJson(JSON.parse(JSON.stringify(terms))))).toEqual(
    JSON.parse(JSON.stringify(terms)),
  )
})
