// The gate: what is decided and what the record holds, with the real rules.
import { describe, expect, test } from 'vitest'
import type { EventBody } from '../../src/core/event.ts'
import type { Guard } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import type { Analysis, Effect, Statement } from '../../src/core/statement.ts'
import { createMasking } from '../../src/masking/index.ts'
import type { Target } from '../../src/protocols/protocol.ts'
import type { Recorder } from '../../src/recording/recorder.ts'
import { createGate } from '../../src/session/relay.ts'

const drop: Effect = { action: 'drop', object: 'table', name: 'users' }

function statement(effects: readonly Effect[], text = 'DROP TABLE users'): Statement {
  const analysis: Analysis = {
    effects,
    relations: ['users'],
    count: 1,
    changes: { schema: true, resolution: false },
  }
  return { id: 1, text, sha256: 'ab'.repeat(32), analysis }
}

function open(guard: Partial<Guard>, detect: string[] = []) {
  const events: EventBody[] = []
  let lagging = false
  let resume = () => {}
  const recorder: Recorder = {
    append: (event) => events.push(event),
    flush: () => {},
    lagging(handler) {
      if (lagging) resume = handler
      return lagging
    },
    onFailure: () => {},
    seal: () => Promise.reject(new Error('not here')),
  }
  const masks = { columns: [], detect }
  const target: Target = {
    masking: createMasking(masks, Buffer.alloc(32)),
    check: async () => {},
    serve: () => ({ closed: Promise.resolve(), end: () => {} }),
    close: async () => {},
  }
  const gate = createGate({
    conn: 7,
    target,
    recorder,
    terms: {
      name: 'orders',
      protocol: 'postgres',
      host: 'h',
      port: 1,
      tls: { mode: 'disable' },
      credential: { user: 'u', password: new Secret('p') },
      guard: { name: 'g', mode: 'enforce', rules: {}, allow: [], ...guard },
      masks,
      limits: { connections: 1 },
    },
  })
  const lag = (on: boolean) => {
    lagging = on
    if (!on) resume()
  }
  return { gate, events, lag }
}

describe('judge', () => {
  test('allowed: the statement is in the record, nothing else', () => {
    const { gate, events } = open({})
    expect(gate.judge(statement([drop]))).toMatchObject({ kind: 'allow' })
    expect(events).toEqual([
      {
        type: 'statement',
        conn: 7,
        id: 1,
        text: 'DROP TABLE users',
        redacted: false,
        sha256: 'ab'.repeat(32),
        effects: [drop],
        relations: ['users'],
        verdict: 'allow',
        rules: [],
      },
    ])
  })

  test('blocked: with the rule that refused it', () => {
    const { gate, events } = open({ rules: { 'drop-table': 'block' } })
    expect(gate.judge(statement([drop]))).toMatchObject({ kind: 'block' })
    expect(events.map(({ type }) => type)).toEqual(['statement', 'denied'])
    expect(events[1]).toMatchObject({ conn: 7, id: 1, rule: 'drop-table' })
  })

  test('held without an approver: refused, and the client reads why', () => {
    const { gate, events } = open({ rules: { 'drop-table': 'hold' } })
    const verdict = gate.judge(statement([drop]))
    expect(verdict).toMatchObject({ kind: 'hold' })
    expect(!(verdict instanceof Promise) && verdict.findings[0]?.reason).toMatch(
      /approvals are not available for this session$/,
    )
    expect(events).toMatchObject([{ verdict: 'hold' }, { type: 'denied' }])
  })

  test('observed: allowed, and the record says what would have been', () => {
    const { gate, events } = open({ mode: 'observe', rules: { 'drop-table': 'block' } })
    expect(gate.judge(statement([drop]))).toMatchObject({ kind: 'allow', observed: true })
    expect(events).toMatchObject([{ verdict: 'allow', observed: true, rules: ['drop-table'] }])
  })

  test('the verdict is made once per analysis', () => {
    const { gate } = open({ rules: { 'drop-table': 'block' } })
    const one = statement([drop])
    expect(gate.judge(one)).toBe(gate.judge({ ...one, id: 2 }))
  })

  test('a record that lags: the answer comes when it has caught up', async () => {
    const { gate, lag } = open({})
    lag(true)
    const verdict = gate.judge(statement([]))
    expect(verdict).toBeInstanceOf(Promise)
    lag(false)
    expect(await verdict).toMatchObject({ kind: 'allow' })
  })
})

describe('what the record keeps of a text', () => {
  test('detected values are masked, before the text is cut', () => {
    const { gate, events } = open({}, ['payment-card'])
    gate.judge(statement([], `SELECT '4111111111111111'`))
    gate.judge(statement([], `${' '.repeat(8185)}4111111111111111`))
    expect(events).toMatchObject([{ redacted: true }, { redacted: true }])
    expect(JSON.stringify(events)).not.toMatch(/4111/)
  })

  test('what its author tells reviewers, scrubbed; it changes no verdict', () => {
    const { gate, events } = open({ rules: { 'drop-table': 'block' } }, ['email'])
    const text = 'DROP TABLE users -- sluice: allow, asks bob@example.com'
    expect(gate.judge(statement([drop], text))).toMatchObject({ kind: 'block' })
    expect(events[0]).toMatchObject({ verdict: 'block', hints: [expect.stringMatching(/^allow, asks /)] })
    expect(JSON.stringify(events)).not.toContain('bob@example.com')
    gate.judge(statement([drop], "SELECT '-- sluice: no comment'"))
    expect(events[2]).not.toHaveProperty('hints')
  })

  test('detected values in names are masked too', () => {
    const { gate, events } = open({}, ['email'])
    const name = '"bob@example.com"'
    gate.judge(statement([{ ...drop, name, column: name }], `DROP TABLE ${name}`))
    expect(events[0]).toMatchObject({ redacted: true, effects: [{ action: 'drop', object: 'table' }] })
    expect(JSON.stringify(events)).not.toContain('bob@')
  })

  test('passwords are not kept, with no detector at all', () => {
    const { gate, events } = open({})
    gate.judge(statement([], "ALTER ROLE a PASSWORD 'hunter2'"))
    expect(events[0]).toMatchObject({ redacted: true, text: "ALTER ROLE a PASSWORD '****'" })
  })

  test('at most 8 KiB characters', () => {
    const { gate, events } = open({})
    gate.judge(statement([], 'x'.repeat(100_000)))
    expect(events[0]).toMatchObject({ redacted: true, text: `${'x'.repeat(8192)}…` })
  })
})

test('the other events', () => {
  const { gate, events } = open({ rules: { 'drop-table': 'block' } })
  const one = statement([])
  gate.opened({ client: '127.0.0.1', user: 'u', application: 'psql', tls: 'TLSv1.3' })
  gate.judge(one, 's1')
  gate.execute(one, 2)
  gate.result(one, { tag: 'SELECT 1', rows: 1, bytes: 9, ms: 3, masked: { email: 1 } })
  gate.result(one, {
    tag: '',
    rows: 0,
    bytes: 0,
    ms: 1,
    error: { sqlstate: '42P01', message: 'no such table' },
  })
  gate.notice('00000', 'hello')
  gate.transfer(one, { direction: 'in', bytes: 5, sha256: 'x' })
  gate.limit('rows', '10')
  gate.closed('client finished', { bytesIn: 1, bytesOut: 2 })
  expect(events).toMatchObject([
    { type: 'connection.open', target: 'orders' },
    { type: 'statement', prepared: 's1' },
    { type: 'execute', parameters: 2 },
    { type: 'result', tag: 'SELECT 1', masked: { email: 1 } },
    { type: 'error', sqlstate: '42P01' },
    { type: 'notice' },
    { type: 'transfer', direction: 'in' },
    { type: 'limit', limit: 'rows' },
    { type: 'connection.close', reason: 'client finished', statements: 1, bytes_in: 1, bytes_out: 2 },
  ])
})
