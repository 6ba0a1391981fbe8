import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { Secret } from '../../src/core/secret.ts'
import { knownKeys } from '../../src/credentials/known-hosts.ts'
import type { CredentialTarget } from '../../src/credentials/provider.ts'
import { credentialTarget } from '../../src/credentials/target.ts'

const A = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG9uZQ'
const B = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB'

describe('knownKeys', () => {
  it.each([
    [`web.internal ${A}`, 'web.internal', 22, [A]],
    [`WEB.internal,10.0.0.1 ${A} comment`, 'web.Internal', 22, [A]],
    [`web.internal ${A}\r\nweb.internal ${B}\n`, 'web.internal', 22, [A, B]],
    [`web.internal ${A}`, 'web.internal', 2222, []],
    [`[web.internal]:2222 ${A}`, 'web.internal', 2222, [A]],
    [`*.internal ${A}`, 'a.b.internal', 22, [A]],
    [`web?.internal ${A}`, 'web1.internal', 22, [A]],
    [`*.internal,!web.internal ${A}`, 'web.internal', 22, []],
    [`@revoked * ${A}\nweb.internal ${A}\nweb.internal ${B}`, 'web.internal', 22, [B]],
    [`@cert-authority *.internal ${A}`, 'web.internal', 22, []],
    [`# web.internal ${A}`, '#', 22, []],
    ['web.internal', 'web.internal', 22, []],
    [`|2|x|y ${A}`, 'web.internal', 22, []],
    ['', 'web.internal', 22, []],
  ])('%j for %s:%d', (text, host, port, keys) => {
    expect(knownKeys(text, host, port)).toEqual(keys)
  })

  it('finds the hashed names that ssh-keygen writes', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sluice-known-')), 'known_hosts')
    const key = realKey(file)
    writeFileSync(file, `web.internal ${key}\n[db.internal]:2200 ${key}\n`)
    execFileSync('ssh-keygen', ['-q', '-H', '-f', file], { stdio: 'ignore' })
    const hashed = readFileSync(file, 'utf8')
    expect(hashed).not.toContain('internal')
    expect(knownKeys(hashed, 'web.internal', 22)).toEqual([key])
    expect(knownKeys(hashed, 'db.internal', 2200)).toEqual([key])
    expect(knownKeys(hashed, 'db.internal', 22)).toEqual([])
  })

  it('takes time that is linear in the pattern', () => {
    expect(knownKeys(`${'*a'.repeat(2000)}b ${A}`, 'a'.repeat(4000), 22)).toEqual([])
  })
})

function realKey(near: string): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', `${near}.key`])
  return readFileSync(`${near}.key.pub`, 'utf8').split(' ').slice(0, 2).join(' ')
}

describe('a target of SSH', () => {
  const target = (hostKeys: string[]): CredentialTarget => ({
    name: 'web',
    host: 'web.internal',
    port: 22,
    ssh: { hostKeys, knownHosts: 'file:/known', shell: 'refuse', environment: [], forward: [] },
    credential: { provider: 'static', user: 'deploy', privateKey: 'env:KEY' },
  })
  const read = (known: string, hostKeys: string[] = []) =>
    credentialTarget(target(hostKeys), () => new Secret(known))

  it('has the keys of both, each once, and no reference any more', () => {
    expect(read(`web.internal ${A}\nweb.internal ${B}`, [A]).ssh).toEqual({
      hostKeys: [A, B],
      shell: 'refuse',
      environment: [],
      forward: [],
    })
  })

  it('is not used when nobody knows its key', () => {
    expect(() => read(`db.internal ${A}`)).toThrow(SluiceError)
    expect(() => read(`db.internal ${A}`)).toThrow('target web: file:/known has no key of web.internal')
  })
})
