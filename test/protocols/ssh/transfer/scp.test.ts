// The old protocol of scp between two sides that only note what they are given.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TargetTerms } from '../../../../src/core/grant.ts'
import { Secret } from '../../../../src/core/secret.ts'
import { ProtocolError } from '../../../../src/protocols/ssh/frames.ts'
import type { Sides } from '../../../../src/protocols/ssh/interpreter.ts'
import { transferOf } from '../../../../src/protocols/ssh/transfer/programs.ts'
import { interpretScp } from '../../../../src/protocols/ssh/transfer/scp.ts'
import { ALLOW, block, listeningGate, type Told } from '../relayed.ts'

const TERMS: TargetTerms = {
  name: 'web',
  protocol: 'ssh',
  host: '127.0.0.1',
  port: 22,
  credential: { user: 'u', password: new Secret('p') },
  guard: { name: 'test', mode: 'enforce', rules: {}, allow: [] },
  masks: { columns: [], detect: [] },
  limits: { connections: 1 },
}

function between(command: string) {
  const transfer = transferOf(command)
  if (transfer?.program !== 'scp') throw new Error('no scp')
  const told: Told[] = []
  const to = { client: '', upstream: '' }
  let id = 0
  const sides: Sides = {
    toClient: (bytes) => (to.client += bytes.toString('latin1')),
    toUpstream: (bytes) => (to.upstream += bytes.toString('latin1')),
    notice: () => {},
    stop: () => {},
    gate: listeningGate(told, {
      verdict: ({ text }) => (text.includes('refused') ? block('own', 'x') : ALLOW),
    }),
    command: undefined,
    terms: TERMS,
    now: () => 0,
    signal: new AbortController().signal,
    statement: (bytes, analysis) => ({ id: ++id, text: bytes.toString(), sha256: '', analysis }),
  }
  return { interpreter: interpretScp(transfer)(sides), to, told }
}

const texts = (told: Told[]) => told.flatMap((one) => (one.type === 'judge' ? [one.statement.text] : []))

/** A host that answers every record well, as long as something is asked. */
async function upload(command: string, bytes: Buffer, size: number) {
  const all = between(command)
  const { interpreter, told, to } = all
  let pending: Promise<void> = Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) {
    const part = Buffer.from(bytes.subarray(at, at + size))
    pending = pending.then(() => interpreter.client(part))
  }
  let failed: unknown
  let settled = false
  pending.then(
    () => (settled = true),
    (error: unknown) => {
      settled = true
      failed = error
    },
  )
  for (let turns = 0; !settled && turns < 400; turns++) {
    await interpreter.upstream(Buffer.of(0))
    await new Promise(setImmediate)
  }
  interpreter.closed()
  return { to, told, failed, settled }
}

const TREE = Buffer.from(
  'T1600000000 0 1600000000 0\nD0755 0 dir\nC0644 5 a\nhello\0C0600 0 refused\nC0644 3 c\nabc\0E\nC0644 0 empty\n\0',
)

test('whatever the pieces are, every file is a statement, and the refused one is left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 130 }), async (size) => {
      const { to, told, failed, settled } = await upload('scp -r -p -d -t /srv', TREE, size)
      expect(failed).toBeUndefined()
      expect(settled).toBe(true)
      expect(texts(told)).toEqual([
        'scp mkdir --mode=0755 /srv/dir',
        'scp put --mode=0644 /srv/dir/a',
        'scp put --mode=0600 /srv/dir/refused',
        'scp put --mode=0644 /srv/dir/c',
        'scp put --mode=0644 /srv/empty',
      ])
      expect(to.upstream).toBe(TREE.toString().replace('C0600 0 refused\n', ''))
      expect(to.client).toContain('\x01sluice: refused by policy')
      const sums = told.flatMap((one) => (one.type === 'transfer' ? [one.sha256] : []))
      const sum = (text: string) => createHash('sha256').update(text).digest('hex')
      expect(sums).toEqual([sum('hello'), sum('abc'), sum('')])
    }),
    { numRuns: 40 },
  )
})

test.each([
  'C0644 5 ../x\n',
  'C0644 5 a/b\n',
  'C0644 5 ..\n',
  'D0755 0 .\n',
  'C644 5 a\n',
  'C0644 -5 a\n',
  'C0644 5 \n',
  'X\n',
  'T1 2 3\n',
  `C0644 5 ${'x'.repeat(9000)}\n`,
  // Older scp reads these as two records.
  `C0644 5 ${'x'.repeat(2038)}C0644 5 y\n`,
])('no record: %j', async (record) => {
  const { failed, to } = await upload('scp -t /srv', Buffer.from(record), 1000)
  expect(failed).toBeInstanceOf(ProtocolError)
  expect(to.upstream).toBe('')
})

test('any bytes end in the protocol, or in records that were read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      async (bytes, size) => {
        const { failed, to } = await upload('scp -t /srv', Buffer.from(bytes), size)
        if (failed !== undefined) expect(failed).toBeInstanceOf(ProtocolError)
        if (to.upstream !== '') expect('CDET\x01\x02').toContain(to.upstream[0])
      },
    ),
    { numRuns: 60 },
  )
})

test('content that was not asked for waits', async () => {
  const { interpreter, to } = between('scp -t /srv')
  await interpreter.upstream(Buffer.of(0))
  void interpreter.client(Buffer.from('C0644 5 a\nhello\0'))
  await new Promise(setImmediate)
  expect(to.upstream).toBe('C0644 5 a\n')
  await interpreter.upstream(Buffer.of(0))
  await new Promise(setImmediate)
  expect(to.upstream).toBe('C0644 5 a\nhello\0')
})
