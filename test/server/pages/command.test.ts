// A command has no SQL comments: what an approver reads of it is all of it.
import { expect, test } from 'vitest'
import type { HeldStatement } from '../../../src/core/approval.ts'
import { statement } from '../../../src/server/pages/approvals/statement.ts'
import { statementExcerpt } from '../../../src/server/pages/excerpt.ts'
import { HELD } from './requests.ts'

const COMMAND = 'rm --recursive -- /srv/releases # select all'
const held = { ...HELD, text: COMMAND, transaction: { state: 'none' } } as unknown as HeldStatement

test('in a list nothing of it is left out', () => {
  expect(statementExcerpt(COMMAND, 160, true)).toBe(COMMAND)
  expect(statementExcerpt('select 1 -- one', 160, false)).toBe('select 1 /*…*/')
})

test.each(['ssh', undefined])('on its page nothing of it is coloured: %s', async (protocol) => {
  expect(String(await statement(held, {}, protocol))).toContain(`<code>${COMMAND}</code>`)
})

test('it has no transaction to speak of', async () => {
  expect(String(await statement(held, {}, 'ssh'))).not.toContain('Its transaction')
  expect(String(await statement(held, {}, 'postgres'))).toContain('None: it runs on its own.')
})
