// What programs say beside their protocol.
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ssh as protocol } from '../../../../src/protocols/ssh/index.ts'
import { withSshd } from '../opened.ts'
import { directories, scp } from '../sftp/openssh.ts'

const { open, raw } = withSshd()
const { local, remote } = directories()

test('is masked, and stands in the record', async () => {
  const masks = { columns: [], detect: ['email'] }
  const relay = await open({ protocol, terms: { masks } })
  const client = await raw(relay)
  const channel = await client.run(`git-upload-pack ${remote('of-jane@example.com')}`)
  expect(channel.stderr).toContain('not appear to be a git repository')
  expect(channel.stderr).not.toContain('jane@example.com')
  const told = relay.told.flatMap((one) => (one.type === 'output' ? [one.text] : [])).join('')
  expect(told).toContain('not appear to be a git repository')
  expect(told).not.toContain('jane@example.com')
})

test('scp tells what is not there', async () => {
  const relay = await open({ protocol })
  const ran = await scp(relay, '-O', `web:${remote('none')}`, local('none'))
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('No such file') })
  writeFileSync(local('x'), 'x')
  const denied = await scp(relay, '-O', local('x'), `web:${remote('none/x')}`)
  expect(denied).toMatchObject({ code: 1, stderr: expect.stringContaining('No such file') })
})
