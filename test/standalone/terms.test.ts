import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { termsFromJson, termsToJson } from '../../src/core/terms.ts'
import { standaloneTerms } from '../../src/standalone/terms.ts'
import { passwordOf } from '../fixtures/login.ts'

const dir = mkdtempSync(join(tmpdir(), 'sluice-standalone-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const config = join(dir, 'sluice.yml')
writeFileSync(join(dir, 'ca.pem'), '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')
writeFileSync(
  config,
  `version: 1
issuers:
  github: { issuer: https://token.actions.githubusercontent.com, audience: https://sluice.example.com }
targets:
  orders:
    protocol: postgres
    address: orders.example.com:5432
    database: orders
    tls: { mode: verify-full, ca: "file:${join(dir, 'ca.pem')}" }
    credential: { provider: static, url: env:ORDERS_URL }
  billing:
    protocol: postgres
    address: billing.example.com:5432
    database: billing
    credential: { provider: static, user: billing_ci, password: env:BILLING_PASSWORD }
  made:
    protocol: postgres
    address: made.example.com:5432
    database: made
    credential: { provider: postgres-role, broker: env:BROKER_URL, owner: made_owner }
masks:
  people: { columns: { "*.*.email": partial } }
access:
  - name: orders alone
    issuer: github
    claims: { repository_id: "1", repository_owner_id: "2", environment: production }
    targets: [orders, made]
    guard: strict
    mask: people
    ttl: 10m
  - name: everything
    issuer: github
    claims: { repository_id: "1", repository_owner_id: "2", environment: production }
    targets: [orders, billing]
    guard: migrations
`,
)

const env = {
  ORDERS_URL: 'postgres://orders_ci:pw-one@ignored/orders',
  BILLING_PASSWORD: 'pw-two',
  BROKER_URL: 'x',
}
const now = new Date('2026-01-01T00:00:00Z')
const terms = (targets: string[], access?: string) =>
  standaloneTerms({ config, targets, session: 's1', env, now, ...(access ? { access } : {}) })

describe('the terms of a session without a server', () => {
  it('come from the access rule that holds the targets, with credentials of the environment', async () => {
    const { terms: made, variables } = await terms(['billing'])
    expect(made).toMatchObject({
      session: 's1',
      access: 'everything',
      claims: {},
      expiresAt: '2026-01-01T00:30:00.000Z',
      targets: [{ name: 'billing', host: 'billing.example.com', guard: { name: 'migrations' } }],
    })
    expect(passwordOf(made.targets[0])).toBe('pw-two')
    expect(variables).toEqual(['BILLING_PASSWORD'])
    expect(termsFromJson(termsToJson(made)).targets[0]?.name).toBe('billing')
  })

  it('take the rule that is named when several hold the targets', async () => {
    const { terms: made } = await terms(['orders'], 'orders alone')
    expect(made).toMatchObject({
      expiresAt: '2026-01-01T00:10:00.000Z',
      targets: [
        { credential: { user: 'orders_ci' }, tls: { ca: expect.stringContaining('BEGIN CERTIFICATE') } },
      ],
    })
    await expect(terms(['orders'])).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      hint: expect.stringContaining('orders alone, everything'),
    })
  })

  it.each([
    [['nowhere'], undefined, /has no target nowhere/],
    [['made', 'billing'], undefined, /no access rule .* holds made, billing/],
    [['orders'], 'other', /with the name other/],
    [['made'], undefined, /provider postgres-role, which only a server offers/],
  ])('are refused for %j with access %s', async (targets, access, message) => {
    await expect(terms(targets, access)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(message),
    })
  })

  it('need the credential’s variable, and name it', async () => {
    const request = { config, targets: ['billing'], session: 's', env: {}, now }
    await expect(standaloneTerms(request)).rejects.toMatchObject({
      code: 'CREDENTIAL_FAILED',
      message: expect.stringContaining('BILLING_PASSWORD'),
    })
  })
})
