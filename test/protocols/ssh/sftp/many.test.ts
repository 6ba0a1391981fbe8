// As many files as a deploy may have.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guarded } from '../guarded.ts'
import { withSshd } from '../opened.ts'
import { directories, scp, statements } from './openssh.ts'

const { open } = withSshd()
const { local, remote } = directories()

test('10,000 files up, and a list of them', { timeout: 120_000 }, async () => {
  mkdirSync(local('many'))
  for (let i = 0; i < 10_000; i++) writeFileSync(local(`many/${i}`), `${i}`)
  const relay = await open(guarded())
  expect(await scp(relay, '-r', local('many'), `web:${remote('many')}`)).toMatchObject({
    code: 0,
    stderr: '',
  })
  expect(readdirSync(remote('many')).length).toBe(10_000)
  // One for each file, and two for the directory.
  expect(statements(relay).length).toBe(10_002)
  expect(relay.told.filter(({ type }) => type === 'transfer').length).toBe(10_000)
  expect(relay.told.filter(({ type }) => type === 'limit')).toEqual([])
})
