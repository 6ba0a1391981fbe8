import { describe, expect, it } from 'vitest'
import type { Event, EventBody } from '../../src/core/event.ts'
import type { Recorder } from '../../src/recording/recorder.ts'
import { counting, recount } from '../../src/session/tally.ts'

const statement = (id: number, more: Partial<EventBody & { type: 'statement' }> = {}): EventBody => ({
  type: 'statement',
  conn: 1,
  id,
  text: 'DROP TABLE users',
  redacted: false,
  sha256: 'ab',
  effects: [{ action: 'drop', object: 'table', name: 'public.users' }],
  relations: ['public.users'],
  verdict: 'allow',
  rules: [],
  ...more,
})
const result = (id: number, masked?: Record<string, number>): EventBody => ({
  type: 'result',
  conn: 1,
  id,
  tag: 'SELECT 1',
  rows: 1,
  bytes: 10,
  ms: 1,
  ...(masked ? { masked } : {}),
})
const opened: EventBody = { type: 'connection.open', conn: 1, target: 'orders', client: 'local', tls: 'none' }

const events: EventBody[] = [
  opened,
  statement(1),
  result(1, { 'public.users.email': 3, jwt: 1 }),
  statement(2, { verdict: 'block', rules: ['drop-table'] }),
  { type: 'denied', conn: 1, id: 2, rule: 'drop-table' },
  statement(3, { prepared: 's1' }),
  { type: 'execute', conn: 1, id: 3, parameters: 0 },
  { type: 'error', conn: 1, id: 3, sqlstate: '42P01', message: 'no such table' },
]

describe('the totals of a session', () => {
  it('are counted from its events, live and when read back', async () => {
    const written = events.map((event, seq) => ({ ...event, v: 1, seq, t: '' }) as Event)
    const { totals, refusals } = await recount(written)
    expect(totals).toEqual({ connections: 1, statements: 3, refused: 1, held: 0, masked: 4 })
    expect(refusals).toEqual([
      {
        seq: 3,
        rule: 'drop-table',
        reason: 'drop table public.users',
        relation: 'public.users',
        sha256: 'ab',
        conn: 1,
      },
    ])
  })

  it('keep a bounded list of refusals and count the rest', async () => {
    const many = Array.from({ length: 1000 }, (_, id): EventBody[] => [
      statement(id, { verdict: 'block' }),
      { type: 'denied', conn: 1, id, rule: 'drop-table' },
    ]).flat()
    const { totals, refusals } = await recount(
      many.map((event, seq) => ({ ...event, v: 1, seq, t: '' }) as Event),
    )
    expect(totals.refused).toBe(1000)
    expect(refusals).toHaveLength(200)
  })

  it('cut a reason that names something endless', async () => {
    const name = '🎉'.repeat(5000)
    const effects = [{ action: 'drop' as const, object: 'table', name }]
    const { refusals } = await recount(
      [
        statement(1, { verdict: 'block', effects }),
        { type: 'denied', conn: 1, id: 1, rule: 'drop-table' },
      ].map((body, seq) => ({ ...body, seq, v: 1, t: '' }) as Event),
    )
    expect(refusals[0]?.reason.length).toBeLessThan(310)
    expect(refusals[0]?.reason.isWellFormed()).toBe(true)
  })

  it('know whether a connection waits for a result', () => {
    const recorder: Recorder = {
      append: () => 0,
      flush: () => {},
      lagging: () => false,
      onFailure: () => {},
      seal: () => Promise.reject(new Error('not in this test')),
    }
    const counted = counting(recorder)
    const busy = events.map((event) => {
      counted.recorder.append(event)
      return counted.busy(1)
    })
    expect(busy).toEqual([false, true, false, true, false, false, true, false])
  })
})
