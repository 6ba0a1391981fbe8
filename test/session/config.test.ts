import { describe, expect, it } from 'vitest'
import { parseDaemonConfig } from '../../src/session/config.ts'
import { daemonEnvironment } from '../../src/session/environment.ts'
import { environmentOf, parseTimeout } from '../../src/session/wanted.ts'

const standalone = {
  dir: '/tmp/s',
  record: '/tmp/s/record',
  listen: [{ target: 'orders', port: 5432 }],
  terms: { session: 's' },
  idleExitMs: 0,
  drainMs: 1000,
}

const grant = {
  server: 'https://sluice.example.com',
  session: 's',
  sessionUrl: 'https://sluice.example.com/sessions/s',
  token: 'at',
  refreshToken: 'rt',
  expiresAt: '2026-01-01T00:00:00.000Z',
  key: { kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'private-part' },
}

describe('the daemon’s configuration', () => {
  it('is read whole', () => {
    expect(parseDaemonConfig(JSON.stringify(standalone))).toEqual(standalone)
    const { terms: _, ...rest } = standalone
    const config = { ...rest, grant, parent: 17, timeoutMs: 60_000, clientAuth: 'password', workspace: '/w' }
    expect(parseDaemonConfig(JSON.stringify(config))).toEqual(config)
  })

  it.each([
    [{ ...standalone, grant }, /either a grant or terms/],
    [{ ...standalone, terms: undefined }, /either a grant or terms/],
    [{ ...standalone, listen: [] }, /listen names no target/],
    [{ ...standalone, listen: [{ target: 'a', port: 70_000 }] }, /listen\[0\]\.port must be at most 65535/],
    [{ ...standalone, more: 1 }, /config\.more is unknown/],
    [{ ...standalone, clientAuth: 'trust' }, /clientAuth must be scram-sha-256 or password/],
    [
      { ...standalone, terms: undefined, grant: { ...grant, key: 'private-part' } },
      /grant\.key must be an object/,
    ],
    [{ ...standalone, terms: undefined, grant: { ...grant, token: 7 } }, /grant\.token must be a string/],
  ])('is refused with the member’s name, never its value', (config, message) => {
    const parse = () => parseDaemonConfig(JSON.stringify(config))
    expect(parse).toThrow(message)
    expect(parse).not.toThrow(/private-part/)
  })

  it('that is not JSON is not quoted', () => {
    expect(() => parseDaemonConfig('{"password":"hunter2')).toThrow('standard input is not JSON')
    expect(() => parseDaemonConfig('{"password":"hunter2')).not.toThrow(/hunter2/)
  })
})

describe('the daemon’s environment', () => {
  it('holds what it needs and none of the job’s tokens', () => {
    const env = daemonEnvironment({
      PATH: '/bin',
      RUNNER_TRACKING_ID: 'github_1',
      https_proxy: 'http://proxy.acme.internal:3128',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      GITHUB_TOKEN: 'x',
      CI_JOB_TOKEN: 'x',
      SLUICE_ID_TOKEN: 'x',
      NODE_OPTIONS: '--require /tmp/evil.js',
      LD_PRELOAD: '/tmp/evil.so',
      'INPUT_ID-TOKEN': 'x',
    })
    expect(env).toEqual({
      PATH: '/bin',
      RUNNER_TRACKING_ID: 'github_1',
      https_proxy: 'http://proxy.acme.internal:3128',
    })
  })
})

describe('what a job gets', () => {
  const target = (name: string) => ({
    name,
    database: 'app',
    environment: { PGHOST: '127.0.0.1' },
    url: `postgres://${name}`,
  })
  const session = (...names: string[]) => ({ targets: names.map(target), environment: { SHARED: 'x' } })

  it('is unprefixed with one target and prefixed with several', () => {
    expect(environmentOf(session('orders-prod'), { databaseUrl: true })).toEqual({
      SHARED: 'x',
      PGHOST: '127.0.0.1',
      DATABASE_URL: 'postgres://orders-prod',
    })
    expect(environmentOf(session('orders-prod', 'billing.eu'), { databaseUrl: false })).toEqual({
      SHARED: 'x',
      ORDERS_PROD_PGHOST: '127.0.0.1',
      BILLING_EU_PGHOST: '127.0.0.1',
    })
  })

  it('has a DATABASE_URL for databases only', () => {
    const { database: _, ...host } = target('web')
    const environment = environmentOf({ targets: [host], environment: {} }, { databaseUrl: true })
    expect(environment).toEqual({ PGHOST: '127.0.0.1' })
  })

  it('bounds its time by a duration', () => {
    expect(['90s', '30m', '2h', '1d'].map((text) => parseTimeout(text, '--timeout'))).toEqual([
      90_000, 1_800_000, 7_200_000, 86_400_000,
    ])
    for (const text of ['', '0s', '5', '1.5h', '-1m'])
      expect(() => parseTimeout(text, '--timeout')).toThrow('--timeout')
  })
})
