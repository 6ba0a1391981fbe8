// How much of what commands show the record keeps, and what it says of the rest.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Gate, Statement } from '../../../src/protocols/protocol.ts'
import { maskedIn, OutputStream, Shown } from '../../../src/protocols/ssh/output.ts'

const MIB = 1024 * 1024
const TEXT = Buffer.alloc(MIB, 'a')

function command(budget: { characters: number }, terminal = false) {
  const told: { text: number; limits: string[]; transfers: object[] } = { text: 0, limits: [], transfers: [] }
  const gate = {
    output(_: Statement, { text }: { text: string }) {
      told.text += text.length
    },
    limit(limit: string, detail: string) {
      told.limits.push(`${limit}: ${detail}`)
    },
    transfer(_: Statement, transfer: object) {
      told.transfers.push(transfer)
    },
  } as unknown as Gate
  const shown = new Shown({ gate, statement: { id: 7 } as Statement, terminal, budget })
  const stream = new OutputStream({
    stream: 'stdout',
    scrubber: () => undefined,
    shown,
    rested: () => {},
    terminal,
  })
  return { told, shown, stream }
}

test('8 Mi characters of a command, then its digest', () => {
  const budget = { characters: 100 * MIB }
  const { told, shown, stream } = command(budget)
  const all = createHash('sha256')
  for (let i = 0; i < 10; i++) {
    expect(stream.pass(TEXT)).toBe(TEXT)
    all.update(TEXT)
  }
  shown.end()
  expect(told).toEqual({
    text: 8 * MIB,
    limits: ['output: statement 7: of a command’s output 8388608 characters are kept'],
    transfers: [{ direction: 'out', bytes: 10 * MIB, sha256: all.digest('hex') }],
  })
})

test('what a session keeps is shared by its commands', () => {
  const budget = { characters: 3 * MIB }
  const first = command(budget)
  first.stream.pass(TEXT)
  first.stream.pass(TEXT)
  const second = command(budget)
  second.stream.pass(TEXT)
  second.stream.pass(TEXT)
  first.stream.pass(TEXT)
  expect([first.told.text, second.told.text]).toEqual([2 * MIB, MIB])
  for (const { told } of [first, second])
    expect(told.limits).toEqual(['output: statement 7: of a session’s output 67108864 characters are kept'])
})

test('what is no UTF-8 is in the record as U+FFFD, and goes to the client as it is', () => {
  const { told, shown, stream } = command({ characters: MIB })
  const bytes = Buffer.from([0x61, 0xff, 0xc3, 0x28, 0xe2, 0x82])
  expect(stream.pass(bytes)).toBe(bytes)
  stream.end()
  expect(told.text).toBe('a\ufffd\ufffd(\ufffd'.length)
  expect([shown.bytes, told.limits]).toEqual([6, []])
})

test('nothing masked is no count', () => {
  expect(maskedIn([{ masked: {} }, { masked: {} }])).toBeUndefined()
  expect(maskedIn([{ masked: { email: 1 } }, { masked: { email: 2, iban: 1 } }])).toEqual({
    email: 3,
    iban: 1,
  })
})
