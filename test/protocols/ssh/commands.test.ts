// What a command would do, with the SQL that it hands on; and what the real guard makes of it.
import { describe, expect, test } from 'vitest'
import type { Analysis } from '../../../src/core/statement.ts'
import { createMasking } from '../../../src/masking/index.ts'
import { decide } from '../../../src/policy/decide.ts'
import { resolveGuard } from '../../../src/policy/guards.ts'
import { commandAnalyser } from '../../../src/protocols/ssh/commands.ts'
import { ssh as protocol } from '../../../src/protocols/ssh/index.ts'
import { analyser } from '../../sql/analysers.ts'
import { withSshd } from './opened.ts'
import { ssh, terms } from './relayed.ts'

const { open, server } = withSshd()
const sql = analyser()
const gone = new AbortController().signal

const analysed = (text: string, environment = {}): Analysis | Promise<Analysis> => {
  const own = terms(server())
  const analyse = commandAnalyser({
    terms: own,
    analyser: sql,
    masking: createMasking(own.masks, Buffer.alloc(32)),
    dial: () => Promise.reject(new Error('not here')),
    local: { user: 'sluice' } as never,
  })
  return analyse(text, environment, gone)
}
const strict = resolveGuard('strict', {})
const verdictOf = async (text: string, environment = {}) =>
  decide((await analysed(text, environment)).effects, strict)

describe('SQL within commands', () => {
  test('is judged as SQL, and says where it stood', async () => {
    const { effects, relations } = await analysed(`psql -c 'DROP TABLE users' app`)
    expect(effects).toContainEqual(
      expect.objectContaining({ action: 'drop', object: 'table', name: 'users', via: ['psql'] }),
    )
    expect(relations).toContain('users')
    expect((await verdictOf(`psql -c 'DROP TABLE users' app`)).kind).toBe('block')
  })

  test('of other databases is not known', async () => {
    const { effects } = await analysed(`mysql -e 'SELECT 1' app`)
    expect(effects).toContainEqual(
      expect.objectContaining({ action: 'run', object: 'database', name: 'mysql' }),
    )
  })
})

test('the guard’s word on commands, shells and variables', async () => {
  expect((await verdictOf('rm -rf /var')).kind).not.toBe('allow')
  expect((await verdictOf('uptime')).kind).toBe('allow')
  expect((await verdictOf('')).findings.map(({ rule }) => rule)).toContain('interactive-shell')
  expect((await verdictOf('$TOOL x')).kind).not.toBe('allow')
})

test('a variable that the host may not take, or sets itself, excuses nothing', async () => {
  const line = 'rm -rf "/$LC_PLACE"'
  const given = await verdictOf(line, { LC_PLACE: 'tmp/build' })
  expect(given.kind).not.toBe('allow')
  // What it would do with its value counts, too.
  const { effects } = await analysed(line, { LC_PLACE: 'tmp/build' })
  expect(effects).toContainEqual(expect.objectContaining({ action: 'remove', name: '/tmp/build' }))
  expect((await verdictOf('eval "$LC_RUN"', { LC_RUN: 'uptime' })).kind).not.toBe('allow')
  expect((await verdictOf('uptime', { LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' })).kind).toBe('allow')
  expect((await analysed('uptime', { LANG: 'C' })).effects).toEqual((await analysed('uptime')).effects)
})

test('through the relay: what the guard refuses does not run', async () => {
  const relay = await open({
    protocol,
    analyser: sql,
    verdict: ({ analysis }) => decide(analysis.effects, strict),
  })
  expect(await ssh(relay, ['web', 'echo fine'])).toMatchObject({ code: 0, stdout: 'fine\n' })
  const ran = await ssh(relay, ['web', 'rm -rf /srv/nothing/of/that/name /'])
  expect(ran.code).toBe(126)
  expect(ran.stderr).toMatch(/^sluice: refused by policy: .*\nsluice: Rule /)
})
