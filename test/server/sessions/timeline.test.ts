import { describe, expect, test } from 'vitest'
import { type Filter, timeline } from '../../../src/server/sessions/timeline.ts'

const T = '2026-11-22T10:00:00.000Z'

/** A record of these events, and how much of it was read. */
function record(events: readonly object[]) {
  const lines = events.map((event, seq) => Buffer.from(JSON.stringify({ v: 1, seq, t: T, ...event })))
  const counter = { read: 0 }
  const reader = {
    async *lines(_session: string, off: number) {
      // In these tests a place's byte is its event.
      for (const line of lines.slice(off)) {
        counter.read++
        yield line
      }
    },
  }
  const from = (number: number, filter: Filter = {}) =>
    timeline(reader, 's', { from: number, at: { event: 0, off: 0 }, end: 1, filter })
  return { from, counter }
}

const statement = (id: number, more = {}) => ({
  type: 'statement',
  conn: 1,
  id,
  text: `select ${id}`,
  ...more,
})
const result = (id: number, more = {}) => ({
  type: 'result',
  conn: 1,
  id,
  tag: 'SELECT 1',
  rows: 1,
  ms: 2,
  ...more,
})

describe('a page', () => {
  test('has statements with what became of them, also behind its end', async () => {
    const events = Array.from({ length: 150 }, (_, id) => [statement(id), { type: 'notice' }]).flat()
    const late = [result(149, { masked: { email: 2 } }), { type: 'denied', conn: 1, id: 149, rule: 'x' }]
    const { entries, next } = await record([...events, ...late]).from(100)
    expect(next).toBe(300)
    expect(entries).toHaveLength(200)
    expect(entries.at(-2)).toMatchObject({
      number: 298,
      outcome: { runs: 1, rows: 1, ms: 2, refused: 'x', masked: new Map([['email', 2]]) },
    })
  })

  test('adds up what ran several times, and keeps outcomes of other pages as they are', async () => {
    const events = [statement(1), result(1), { type: 'execute', conn: 1, id: 1 }, result(1), result(7)]
    const { entries, next } = await record(events).from(0)
    expect(next).toBeUndefined()
    expect(entries.map(({ number, event }) => [number, event?.type])).toEqual([
      [0, 'statement'],
      [4, 'result'],
    ])
    expect(entries[0]?.outcome).toMatchObject({ runs: 2, rows: 2, ms: 4 })
  })

  test('ties an approval to what was held', async () => {
    const events = [
      statement(1),
      { type: 'held', conn: 1, id: 1, approval: 'a1' },
      { type: 'approval', id: 'a1', by: 'Dana', decision: 'approved' },
      { type: 'approval', id: 'other', by: 'Eli', decision: 'denied' },
    ]
    const { entries } = await record(events).from(0)
    expect(entries.map(({ event }) => event?.type)).toEqual(['statement', 'approval'])
    expect(entries[0]?.outcome.asked.get('a1')).toMatchObject({ by: 'Dana' })
  })

  test('has what passes the filter, and says where to go on', async () => {
    const events = Array.from({ length: 1000 }, (_, id) =>
      statement(id, { verdict: id % 2 ? 'block' : 'allow' }),
    )
    const { from } = record(events)
    const first = await from(0, { verdict: 'block' })
    expect(first.entries).toHaveLength(200)
    expect(first.next).toBe(400)
    const second = await from(400, { verdict: 'block' })
    expect(second.entries[0]?.number).toBe(401)
    expect((await from(0, { text: 'select 77' })).entries).toHaveLength(11)
    expect((await from(0, { group: 'refusals' })).entries).toEqual([])
  })

  test('never reads a long record to its end', async () => {
    const long = 'x'.repeat(1024 * 1024)
    const { from, counter } = record(Array.from({ length: 100 }, (_, id) => statement(id, { text: long })))
    const { entries, next } = await from(0)
    expect(entries).toHaveLength(7)
    expect(next).toBe(7)
    expect(counter.read).toBeLessThan(20)
    expect(await from(0, { text: 'y' })).toEqual({ entries: [], next: 7 })
  })
})
