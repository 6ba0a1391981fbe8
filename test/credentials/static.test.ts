import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { credentialTarget, PROVIDERS, resolveSecret, secretsFrom } from '../../src/credentials/index.ts'
import type { Credential } from '../../src/credentials/provider.ts'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'sluice-secret-'))
  writeFileSync(join(dir, 'pw'), 'from-file\n')
  writeFileSync(join(dir, 'empty'), '\n')
  writeFileSync(join(dir, 'large'), 'x'.repeat(70_000))
})
afterAll(() => rmSync(dir, { recursive: true }))

const env = {
  USER_NAME: 'app',
  PW: 'from-env',
  EMPTY: '',
  URL: 'postgresql://app%40x:p%2Fw@db:5433/orders?sslmode=disable',
}

const failure = (run: () => unknown): SluiceError => {
  try {
    run()
  } catch (error) {
    if (error instanceof SluiceError) return error
  }
  return expect.unreachable()
}

describe('resolveSecret', () => {
  it('reads the environment and files', () => {
    expect(resolveSecret('env:PW', env).reveal()).toBe('from-env')
    expect(resolveSecret(`file:${dir}/pw`, env).reveal()).toBe('from-file')
  })

  it('names what is missing, never a value', () => {
    expect(failure(() => resolveSecret('env:NONE', env)).message).toBe(
      'the environment variable NONE is not set',
    )
    expect(failure(() => resolveSecret('env:EMPTY', env)).message).toBe(
      'the environment variable EMPTY is empty',
    )
    expect(failure(() => resolveSecret('env:toString', env)).message).toMatch(/not set/)
    expect(failure(() => resolveSecret(`file:${dir}/none`, env)).message).toMatch(/cannot be read \(ENOENT\)/)
    expect(failure(() => resolveSecret(`file:${dir}/empty`, env)).message).toMatch(/is empty/)
    expect(failure(() => resolveSecret(`file:${dir}/large`, env)).message).toMatch(/larger than 64 KiB/)
    const literal = failure(() => resolveSecret('hunter2', env))
    expect(`${literal.message} ${literal.hint}`).not.toContain('hunter2')
  })
})

describe('the static provider', () => {
  const issue = (credential: Credential) =>
    PROVIDERS.static.issue({
      grantId: 'g',
      target: { name: 't', host: 'h', port: 1, database: 'd', tls: { mode: 'verify-full' }, credential },
      expiresAt: '2026-11-22T10:00:00Z',
      limits: { connections: 1 },
      secrets: secretsFrom(env),
    })

  it('takes user and password from references, a name or a URL', async () => {
    const read = async (credential: Credential) => {
      const login = await issue(credential)
      return [login.user, ('password' in login ? login.password : login.privateKey).reveal()]
    }
    expect(await read({ provider: 'static', user: 'env:USER_NAME', password: 'env:PW' })).toEqual([
      'app',
      'from-env',
    ])
    expect(await read({ provider: 'static', user: 'plain', password: `file:${dir}/pw` })).toEqual([
      'plain',
      'from-file',
    ])
    expect(await read({ provider: 'static', url: 'env:URL' })).toEqual(['app@x', 'p/w'])
    expect(await read({ provider: 'static', user: 'deploy', privateKey: 'env:PW' })).toEqual([
      'deploy',
      'from-env',
    ])
  })

  it('refuses what is not a connection URL without showing it', async () => {
    await expect(issue({ provider: 'static', url: 'env:PW' })).rejects.toThrow(
      'env:PW is not a connection URL with user and password',
    )
  })

  it('has nothing to end or reap', async () => {
    const target = {
      name: 't',
      host: 'h',
      port: 1,
      database: 'd',
      tls: { mode: 'disable' },
      credential: { provider: 'static', url: 'env:URL' },
    } as const
    const secrets = secretsFrom(env)
    expect(await PROVIDERS.static.end({ grantId: 'g', target, secrets })).toEqual({
      sessionsEnded: 0,
      objectsReassigned: false,
    })
    expect(await PROVIDERS.static.reap({ target, secrets, now: new Date(), closed: () => true })).toEqual([])
  })
})

it('credentialTarget reads the certificate authority and keeps nothing else', () => {
  const tls = { mode: 'verify-full', ca: `file:${dir}/pw` } as const
  const target = {
    name: 't',
    protocol: 'x',
    host: 'h',
    port: 1,
    database: 'd',
    tls,
    credential: { provider: 'static', url: 'env:URL' },
  } as const
  const { protocol: _, ...rest } = target
  expect(credentialTarget(target, secretsFrom(env))).toEqual({
    ...rest,
    tls: { mode: 'verify-full', ca: 'from-file' },
  })
})
