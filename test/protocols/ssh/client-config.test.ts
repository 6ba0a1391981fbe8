// Files and variables as OpenSSH, git, rsync and Python read them.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import {
  hostBlock,
  hostsFile,
  knownHostsLine,
  sshEnvironment,
  sshFiles,
} from '../../../src/protocols/ssh/client-config.ts'
import { createIdentity } from '../../../src/protocols/ssh/identity.ts'

const host = { target: 'web', upstream: 'web.internal', host: '127.0.0.1', port: 2222, user: 'sluice' }

/** What `ssh -G` makes of it, by lower-case name. */
function understood(config: string, name: string): Map<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'g-'))
  const file = join(dir, 'config')
  writeFileSync(file, config)
  const text = execFileSync('ssh', ['-G', '-F', file, name]).toString()
  return new Map(text.split('\n').map((line) => line.split(/ (.*)/s).slice(0, 2) as [string, string]))
}

describe('the Host block', () => {
  test.each([
    '/tmp/plain',
    '/tmp/with space',
    '/tmp/100%',
    '/tmp/%d %h',
    "/tmp/it's",
    '/tmp/a#b=c',
    '/tmp/ä',
  ])('with files in %s', (dir) => {
    const block = hostBlock(host, { identity: `${dir}/key`, knownHosts: `${dir}/known` })
    const found = understood(block, 'web')
    expect(found.get('hostname')).toBe('127.0.0.1')
    expect(found.get('port')).toBe('2222')
    expect(found.get('user')).toBe('sluice')
    expect(found.get('identitiesonly')).toBe('yes')
    expect(found.get('stricthostkeychecking')).toMatch(/true|yes/)
    expect(found.get('passwordauthentication')).toBe('no')
    expect(found.get('forwardagent')).toBe('no')
    // ssh -G unfolds tokens of one of them only.
    expect(found.get('identityfile')).toBe(`${dir.replaceAll('%', '%%')}/key`)
    expect(found.get('userknownhostsfile')).toBe(`${dir}/known`)
  })

  test('is for the target’s name and its host, and for nothing else', () => {
    const block = hostBlock(host, { identity: '/k', knownHosts: '/h' })
    expect(understood(block, 'web.internal').get('port')).toBe('2222')
    expect(understood(block, 'web2').get('port')).toBe('22')
    const own = { ...host, upstream: 'web' }
    expect(hostBlock(own, { identity: '/k', knownHosts: '/h' })).toMatch(/^Host web\n/)
  })

  test.each(['/tmp/a"b', `/tmp/$${'{HOME}'}`, '~/x', '/tmp/a\nProxyCommand x', '/tmp/back\\slash'])(
    'refuses %j',
    (dir) => {
      const files = { identity: `${dir}/key`, knownHosts: '/h' }
      expect(() => hostBlock(host, files)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }))
    },
  )

  test.each(['*', 'a b', '!web', 'a\nb'])('refuses a host %j', (upstream) => {
    const files = { identity: '/k', knownHosts: '/h' }
    expect(() => hostBlock({ ...host, upstream }, files)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    )
  })
})

test('the line of known_hosts is found by its port', () => {
  const { hostKey } = createIdentity()
  const file = join(mkdtempSync(join(tmpdir(), 'k-')), 'known')
  writeFileSync(file, knownHostsLine('127.0.0.1', 2222, hostKey) + knownHostsLine('127.0.0.1', 22, hostKey))
  for (const name of ['[127.0.0.1]:2222', '127.0.0.1'])
    expect(execFileSync('ssh-keygen', ['-F', name, '-f', file]).toString()).toContain(hostKey)
})

test.each(['/tmp/plain/config', "/tmp/it's here/100%/config"])('variables with the path %s', (config) => {
  const variables = sshEnvironment(config)
  const shell = execFileSync('sh', ['-c', `printf '%s\\n' ${variables.GIT_SSH_COMMAND}`]).toString()
  expect(shell).toBe(`ssh\n-F\n${config}\n`)
  const python = 'import os,shlex; print("\\n".join(shlex.split(os.environ["A"])))'
  const split = execFileSync('python3', ['-c', python], {
    env: { ...process.env, A: variables.ANSIBLE_SSH_ARGS },
  })
  expect(split.toString()).toMatch(/^-F\n/)
  expect(split.toString().split('\n')[1]).toBe(config)
  // rsync says which program it starts.
  const dir = mkdtempSync(join(tmpdir(), 'r-'))
  mkdirSync(join(dir, 'bin'))
  writeFileSync(join(dir, 'bin', 'ssh'), '#!/bin/sh\nprintf "%s|" "$@" >&2\nexit 1\n', { mode: 0o755 })
  const env = {
    ...process.env,
    PATH: `${join(dir, 'bin')}:${process.env.PATH}`,
    RSYNC_RSH: variables.RSYNC_RSH,
  }
  const failed = () => execFileSync('rsync', ['web:/x', dir], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  expect(failed).toThrow(`-F|${config}|web|`)
})

test('files of several targets', () => {
  const identity = createIdentity()
  const endpoints = ['web', 'db'].map((target, at) => ({
    ...host,
    target,
    upstream: `${target}.internal`,
    port: 2222 + at,
    password: 'unused',
    identity: { hostKey: identity.hostKey, clientKey: new Secret(`key of ${target}`) },
  }))
  const { files, keys, environment } = sshFiles(endpoints, '/tmp/session')
  expect(keys).toEqual(['ssh_key_1', 'ssh_key_2'])
  expect(Object.keys(files).sort()).toEqual([
    'ssh_config',
    'ssh_hosts',
    'ssh_key_1',
    'ssh_key_2',
    'ssh_known_hosts',
  ])
  expect(files.ssh_config).toBe(
    `${files.ssh_hosts}\nHost * !web !web.internal !db !db.internal\n  Include ~/.ssh/config\n  Include /etc/ssh/ssh_config\n`,
  )
  expect(hostsFile('/tmp/session/ssh_config')).toBe('/tmp/session/ssh_hosts')
  expect(understood(files.ssh_config!, 'db').get('identityfile')).toBe('/tmp/session/ssh_key_2')
  expect(files.ssh_key_2).toBe('key of db')
  expect(files.ssh_known_hosts).toContain('[127.0.0.1]:2223 ssh-ed25519 ')
  expect(environment.SLUICE_SSH_CONFIG).toBe('/tmp/session/ssh_config')
})
