import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { PROVIDERS, secretsFrom } from '../../src/credentials/index.ts'
import type { SshCertificate, SshTarget } from '../../src/credentials/provider.ts'
import { sshCertificate } from '../../src/credentials/ssh-certificate/index.ts'

const dir = mkdtempSync(join(tmpdir(), 'sluice-ca-'))

function keygen(name: string, ...args: string[]): string {
  execFileSync('ssh-keygen', ['-q', '-N', '', '-f', join(dir, name), ...args])
  return `file:${join(dir, name)}`
}

const CA = keygen('ca', '-t', 'ed25519')

const issue = (more: Partial<SshCertificate> = {}, ssh: Partial<SshTarget> = {}) =>
  sshCertificate.issue({
    grantId: 'g1',
    target: {
      name: 'web',
      host: 'web.internal',
      port: 22,
      ssh: { hostKeys: [], shell: 'refuse', environment: [], forward: [], ...ssh },
      credential: { provider: 'ssh-certificate', ca: CA, user: 'deploy', principals: ['deploy'], ...more },
    },
    expiresAt: '2030-01-02T03:04:05.000Z',
    limits: { connections: 1 },
    secrets: secretsFrom({}),
  })

/** What OpenSSH reads in the certificate, without the space around. */
function shown(certificate: string): string {
  const file = join(dir, 'shown-cert.pub')
  writeFileSync(file, `${certificate}\n`)
  const text = execFileSync('ssh-keygen', ['-L', '-f', file], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  })
  return text.replace(/^[ \t]+|[ \t]+$/gm, '')
}

describe('the provider ssh-certificate', () => {
  it('certifies a new key for each grant, with no more than was asked for', async () => {
    const one = await issue()
    const text = shown(one.certificate ?? '')
    expect(one.user).toBe('deploy')
    expect(text).toContain('ssh-ed25519-cert-v01@openssh.com user certificate')
    expect(text).toContain('Key ID: "sluice web g1"')
    expect(text).toContain(`Serial: ${one.handle}`)
    expect(text).toMatch(/Valid: from 20\S+ to 2030-01-02T03:04:05/)
    expect(text).toContain('Principals:\ndeploy\nCritical Options: (none)\nExtensions: (none)')
    const another = await issue()
    expect(another.handle).not.toBe(one.handle)
    expect(another.privateKey.reveal()).not.toBe(one.privateKey.reveal())
    expect(JSON.stringify(one)).not.toContain('PRIVATE KEY')
  })

  it('is of the key that goes with it', async () => {
    const { certificate = '', privateKey } = await issue()
    const key = ssh2.utils.parseKey(privateKey.reveal())
    if (key instanceof Error) return expect.unreachable(key.message)
    const file = join(dir, 'key.pub')
    writeFileSync(file, `${key.type} ${key.getPublicSSH().toString('base64')}\n`)
    const print = execFileSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' }).split(' ')[1]
    expect(shown(certificate)).toContain(`Public key: ED25519-CERT ${print}`)
  })

  it('always makes a key that can be read', async () => {
    for (let i = 0; i < 300; i++) {
      const { privateKey } = await issue()
      expect(ssh2.utils.parseKey(privateKey.reveal())).not.toBeInstanceOf(Error)
    }
  })

  it('limits where from and what, and permits what the target allows', async () => {
    const made = await issue(
      { principals: ['deploy', 'web'], sourceAddress: ['10.0.0.0/8', '::1'], forceCommand: 'uptime -p' },
      { shell: 'record', forward: ['127.0.0.1:5432'] },
    )
    expect(shown(made.certificate ?? '')).toContain(
      'Principals:\ndeploy\nweb\nCritical Options:\nforce-command uptime -p\nsource-address 10.0.0.0/8,::1\n' +
        'Extensions:\npermit-port-forwarding\npermit-pty',
    )
  })

  it('never certifies for any account', async () => {
    await expect(issue({ principals: [] })).rejects.toThrow(TypeError)
  })

  it('signs with RSA and SHA-512 too', async () => {
    const { certificate = '' } = await issue({ ca: keygen('rsa', '-t', 'rsa', '-b', '2048') })
    expect(shown(certificate)).toMatch(/Signing CA: RSA \S+ \(using rsa-sha2-512\)/)
  })

  it.each([
    ['a public key', () => `${CA}.pub`, /is not a private key without a passphrase/],
    ['no key', () => `file:${join(dir, 'shown-cert.pub')}`, /is not a private key/],
    ['a key with a passphrase', () => locked(), /is not a private key without a passphrase/],
    ['an ECDSA key', () => keygen('ec', '-t', 'ecdsa'), /a key of type ecdsa-sha2-nistp256/],
  ])('refuses %s, and does not show it', async (_, reference, message) => {
    const ca = reference()
    const error = await issue({ ca }).catch((thrown: unknown) => thrown)
    if (!(error instanceof SluiceError)) return expect.unreachable()
    expect(error).toMatchObject({ code: 'CREDENTIAL_FAILED', message: expect.stringMatching(message) })
    expect(error.message).toContain('target web: file:')
    const body = readFileSync(ca.slice('file:'.length), 'utf8').split('\n')[1]
    if (body) expect(`${error.message}${error.hint}`).not.toContain(body)
  })

  it('has nothing to end or reap on the target', async () => {
    expect(PROVIDERS['ssh-certificate']).toBe(sshCertificate)
    expect(await sshCertificate.end()).toEqual({ sessionsEnded: 0, objectsReassigned: false })
    expect(await sshCertificate.reap()).toEqual([])
  })
})

function locked(): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret phrase', '-f', join(dir, 'locked')])
  return `file:${join(dir, 'locked')}`
}
