import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { factsOf, searchable } from '../../../src/server/sessions/facts.ts'
import { type Search, searchSessions } from '../../../src/server/store/search.ts'
import { findSession, forgetSession, maskedColumns, pieceBefore } from '../../../src/server/store/sessions.ts'
import { result, statement } from '../../recording/samples.ts'
import { createCaller } from '../caller.ts'
import { type Harness, startHarness } from '../harness.ts'
import { startJob } from './recorded.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const store = () => harness.server.services.store
const found = async (search: Search) =>
  (await searchSessions(store(), search, { limit: 50 })).map(({ id }) => id)
const text = (words: string): Search => ({ text: searchable(words) })

describe('a session', () => {
  test('is found by what its record says, while it runs and when it is over', async () => {
    const job = await startJob(harness, { claims: { actor: 'carla' } })
    job.record(
      statement(1, "DELETE\n  FROM   Kunden_Größe WHERE x = 'a\"b'"),
      { type: 'denied', conn: 1, id: 1, rule: 'delete-range' },
      statement(2),
      result(2),
    )
    await job.arrived()
    for (const search of [
      text('delete from'),
      text('kunden_größe'),
      text(`'a"b'`),
      { masked: 'EMAIL' },
      { actor: 'carl', repository: 'acme/', target: 'orders', verdict: 'refused' as const },
    ])
      expect(await found(search)).toEqual([job.session])
    for (const search of [
      text('kunden_grosse'),
      text('"b" OR "from"'),
      { masked: 'e%l' },
      { masked: 'phone' },
      { target: 'billing' },
      { actor: '_arla' },
      { verdict: 'hold' as const },
      { from: Date.now() + 1000 },
      { to: Date.now() - 60_000 },
    ])
      expect(await found(search)).toEqual([])
    expect(await findSession(store(), job.session)).toMatchObject({ reason: null })
    await job.end()
    expect(await findSession(store(), job.session)).toMatchObject({
      reason: 'clean',
      statements: 2,
      refused: 1,
      masked: 1,
      events: 6,
    })
    expect(await maskedColumns(store(), job.session)).toEqual([{ name: 'email', count: 1 }])
  })

  test('is listed when it has not recorded anything', async () => {
    const idToken = await harness.issuer.github(harness.url, { run_id: '49', actor: 'silent' })
    const { body } = await (await createCaller(harness)).exchange(idToken)
    await harness.server.services.catalogue.list(0)
    expect(await found({ actor: 'silent' })).toEqual([body.session])
  })

  test('that was forgotten is found by nothing', async () => {
    const job = await startJob(harness)
    job.record(statement(1, 'select forgotten_words'))
    await job.end()
    expect(await found(text('forgotten_words'))).toEqual([job.session])
    await store()
      .transaction()
      .execute((transaction) => forgetSession(transaction, job.session))
    expect(await found(text('forgotten_words'))).toEqual([])
    expect(await findSession(store(), job.session)).toBeUndefined()
  })
})

test('what a crash left unread is read at the next start, from where it stopped', async () => {
  const job = await startJob(harness)
  job.record(statement(1, 'select before_the_crash'))
  await job.arrived()
  const before = await findSession(store(), job.session)
  // From here on chunks are kept, and nobody reads them.
  harness.server.services.catalogue.changes.close()
  job.record(statement(2, 'select after_the_crash'), result(2))
  await job.end()
  expect(await findSession(store(), job.session)).toEqual(before)
  await harness.restart()
  await harness.server.services.catalogue.settled()
  expect(await findSession(store(), job.session)).toMatchObject({ events: 5, statements: 2, reason: 'clean' })
  expect(await found(text('before_the_crash'))).toEqual([job.session])
  expect(await found(text('after_the_crash'))).toEqual([job.session])
  expect(await pieceBefore(store(), job.session, 2)).toEqual({ event: 2, off: before?.bytes })
})

test('what is being written is not read before it hangs together', async () => {
  const job = await startJob(harness)
  await job.arrived()
  const row = await findSession(store(), job.session)
  appendFileSync(join(harness.data, 'sessions', job.session, 'session.jsonl'), '{"torn":')
  harness.server.services.catalogue.note(job.session)
  await harness.server.services.catalogue.settled()
  expect(await findSession(store(), job.session)).toEqual(row)
  job.record(statement(1))
  await job.end()
  expect(await findSession(store(), job.session)).toMatchObject({ events: 3, reason: 'clean' })
})

describe('facts', () => {
  test('are taken from anything that a runner may write', () => {
    const event = (members: object) => ({ v: 1, seq: 0, t: '2026-11-22T10:00:00.000Z', ...members })
    const lines = [
      event({ type: 'statement', text: 7, verdict: {} }),
      event({ type: 'statement', text: `drop\0table ${'x'.repeat(5000)}`, verdict: 'block' }),
      event({ type: 'statement', text: `drop table ${'x'.repeat(5000)}y`, verdict: 'hold' }),
      event({ type: 'result', masked: { email: 1.5, phone: -1, name: '3', iban: 2, big: 1e15 } }),
      event({ type: 'result', masked: [1] }),
      event({ type: 7 }),
      [],
      null,
    ].map((value) => JSON.stringify(value))
    const facts = factsOf(Buffer.from(`${[...lines, '{', '', '[['.repeat(1000)].join('\n')}\n`))
    expect(facts.events).toBe(11)
    expect(facts.counts).toMatchObject({ statements: 3, blocked: 1, held: 1, masked: 2 })
    expect([...facts.columns]).toEqual([['iban', 2]])
    expect(facts.text).toBe(`drop table ${'x'.repeat(1024 - 11)}`)
  })
})
