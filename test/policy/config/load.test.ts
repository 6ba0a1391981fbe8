import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SluiceError } from '../../../src/core/errors.ts'
import { loadConfig, parseConfig } from '../../../src/policy/config.ts'
import { PORTS } from '../../../src/policy/schema/ports.ts'
import { PROTOCOLS } from '../../../src/protocols/index.ts'
import { VALID } from './valid.ts'

describe('a valid policy file', () => {
  const config = parseConfig(VALID, '/etc/sluice/sluice.yml')

  it('is parsed to plain values with defaults', () => {
    expect(config.server).toEqual({
      url: 'https://sluice.acme.internal',
      listen: { host: '127.0.0.1', port: 8700 },
      data: '/etc/sluice/data',
      trustedProxies: [],
      notify: [],
      roles: { admin: [] },
      keepAudit: 365 * 24 * 3_600_000,
      limits: { exchangesPerMinute: 60, requestsPerMinute: 1200, recordBytes: 1_000_000_000 },
    })
    expect(config.issuers.github).toEqual({
      name: 'github',
      platform: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'https://sluice.acme.internal',
    })
    expect(config.issuers.gitlab?.platform).toBe('gitlab')
    expect(config.guards.orders?.limits).toEqual({
      statementTimeout: 300_000,
      lockTimeout: 5000,
      rows: 100_000,
      bytes: 200_000_000,
    })
    expect(config.guards.orders?.thresholds).toEqual({ rows: 5000 })
    expect(config.guards.orders?.allow).toEqual([
      { rule: 'truncate', relations: ['public.tmp_*'] },
      { rule: 'cascade', rows: 50, tableSize: 1_000_000 },
    ])
    expect(config.sha256).toBe(createHash('sha256').update(VALID).digest('hex'))
    expect(config.warnings).toEqual([])
  })

  it('has targets with verified TLS and absolute references', () => {
    expect(config.targets['orders-prod']).toEqual({
      name: 'orders-prod',
      protocol: 'postgres',
      host: 'orders.db.internal',
      port: 5432,
      database: 'orders',
      tls: { mode: 'verify-full', ca: 'file:/etc/sluice/ca.pem' },
      credential: { provider: 'postgres-role', broker: 'env:ORDERS_BROKER_URL', owner: 'orders_owner' },
    })
    expect(config.targets.local).toMatchObject({
      host: '::1',
      port: PORTS.postgres,
      credential: { provider: 'static', user: 'app', password: 'file:/run/secrets/pw' },
    })
    const bare = parseConfig(VALID.replace('tls: { mode: verify-full, ca: file:ca.pem }', ''), 'sluice.yml')
    expect(bare.targets['orders-prod']?.tls).toEqual({ mode: 'verify-full' })
  })

  it('keeps masks and access rules in their order, claims as lists', () => {
    expect(config.masks.customers?.columns).toEqual([
      { pattern: 'public.customers.email', mask: 'partial' },
      { pattern: 'public.customers.ssn', mask: 'null' },
      { pattern: '*.*.password_hash', mask: 'redact' },
    ])
    expect(config.access.map(({ name }) => name)).toEqual(['orders migrations from main', 'nightly'])
    expect(config.access[0]).toMatchObject({
      ttl: 1_800_000,
      approval: { by: ['dba'], timeout: 7_200_000 },
      claims: { ref: ['refs/heads/main'] },
    })
    expect(config.access[1]).toMatchObject({
      guard: 'strict',
      ttl: 300_000,
      claims: { environment: ['production', 'staging'] },
    })
  })

  it('has records without a prototype', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(config.targets[name]).toBeUndefined()
      expect(config.guards[name]).toBeUndefined()
    }
  })
})

it('knows the protocols that the proxy speaks, and their ports', async () => {
  const protocols = await Promise.all(Object.values(PROTOCOLS).map((load) => load()))
  const spoken = protocols.map(({ name, defaultPort }) => [name, defaultPort])
  expect(PORTS).toEqual(Object.fromEntries(spoken))
})

describe('loadConfig', () => {
  let dir: string
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'sluice-config-'))
  })
  afterAll(() => rmSync(dir, { recursive: true }))

  const failure = (path: string): SluiceError => {
    try {
      loadConfig(path)
    } catch (error) {
      if (error instanceof SluiceError) return error
    }
    return expect.unreachable()
  }

  it('reads a file; relative paths start beside it', () => {
    const path = join(dir, 'sluice.yml')
    writeFileSync(path, VALID)
    const config = loadConfig(path)
    expect(config.file).toBe(path)
    expect(config.targets['orders-prod']?.tls?.ca).toBe(`file:${join(dir, 'ca.pem')}`)
  })

  it('names a file that is missing, is a directory or is not UTF-8', () => {
    expect(failure(join(dir, 'none.yml')).message).toMatch(/none\.yml: it does not exist$/)
    expect(failure(dir).message).toMatch(/EISDIR$/)
    writeFileSync(join(dir, 'latin.yml'), Buffer.from([0x76, 0xff, 0xfe]))
    expect(failure(join(dir, 'latin.yml')).message).toMatch(/it is not UTF-8$/)
  })

  it('lists every error with its place', () => {
    const path = join(dir, 'two.yml')
    writeFileSync(path, 'version: 2\nservr: 1\n')
    const { code, message } = failure(path)
    expect(code).toBe('CONFIG_INVALID')
    expect(message.split('\n')).toEqual([
      `${path} has 2 errors:`,
      `${path}:1:10: error: version: not a version of this file. Write version: 1`,
      `${path}:2:1: error: the file: unknown key "servr". Did you mean "server"? Known: version, server, issuers, approvers, targets, guards, masks, access`,
    ])
  })
})
