// What an approval covers, when it is judged again.
import { afterEach, expect, test, vi } from 'vitest'
import type { Effect, Statement } from '../../src/core/statement.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { createMasking } from '../../src/masking/index.ts'
import type { Recorder } from '../../src/recording/recorder.ts'
import { createEvidence } from '../../src/session/evidence.ts'
import { Holds } from '../../src/session/holds.ts'
import { terms } from '../protocols/postgres/relayed.ts'
import { person } from './person.ts'

const effect: Effect = { action: 'drop', object: 'table', name: 'old' }
const statement: Statement = {
  id: 1,
  text: 'DROP TABLE old',
  sha256: 'a'.repeat(64),
  analysis: { effects: [effect], relations: ['old'], count: 1, changes: { schema: true, resolution: false } },
}
const verdict: Verdict = {
  kind: 'hold',
  observed: false,
  findings: [{ rule: 'drop-table', verdict: 'hold', effect, reason: 'it drops', hint: 'do not' }],
}

afterEach(() => void vi.useRealTimers())

function asked() {
  const dana = person()
  const target = terms({ host: '127.0.0.1', port: 1 }, {})
  const recorder: Recorder = {
    append: () => 0,
    flush: () => {},
    lagging: () => false,
    onFailure: () => {},
    seal: () => Promise.reject(new Error('not here')),
  }
  let moved = false
  let code = ['as it is', 'more']
  const options = {
    conn: 1,
    target,
    shared: {
      approvals: dana.approvals,
      terms: { approvers: ['dba'], timeout: 1000, strongLocks: 'wait' as const },
      standing: new Set<string>(),
      key: Buffer.alloc(32),
    },
    recorder,
    evidence: createEvidence(1, createMasking(target.masks, Buffer.alloc(32))),
    scrub: (text: string) => text,
    now: () => 0,
    moved: () => moved,
    estimate: async (_: Statement, effects: readonly Effect[]) => effects,
    size: () => undefined,
    code: () => code,
  }
  const holds = new Holds(options)
  const gone = new AbortController()
  const ask = async (scope: 'once' | 'session', before = () => {}) => {
    const waiting = { transaction: 'none' as const, notice: () => {}, signal: gone.signal }
    const refused = holds.ask(statement, verdict, [effect], waiting)
    const { settle } = await dana.next(1)
    settle({ state: 'approved', scope })
    before()
    return refused
  }
  const covers = (planned = false) => holds.covers(statement, verdict, undefined, planned)
  return {
    holds,
    dana,
    ask,
    covers,
    gone,
    move: () => (moved = true),
    redefine: (to = ['as it is', 'another']) => {
      code = to
    },
  }
}

test('once is once', async () => {
  const { holds, ask, covers } = asked()
  expect(await ask('once')).toBeUndefined()
  expect(covers()).toBe(true)
  expect(holds.comesAgain(statement)).toBe(true)
  expect([covers(), holds.comesAgain(statement)]).toEqual([false, false])
})

test('an approval that was not needed any more is gone', async () => {
  const { holds, ask, covers } = asked()
  await ask('once')
  expect(holds.comesAgain(statement)).toBe(true)
  expect(covers()).toBe(false)
})

test('what was planned under it may run once, and not be planned again', async () => {
  const { ask, covers } = asked()
  await ask('once')
  expect([covers(true), covers(true), covers(), covers()]).toEqual([true, false, true, false])
})

test('whoever is gone when it is approved has nothing of it, and the record misses nothing', async () => {
  const { holds, ask, covers, gone } = asked()
  expect(await ask('once', () => gone.abort())).toMatchObject({ kind: 'hold' })
  expect([covers(), holds.comesAgain(statement)]).toEqual([false, false])
})

test('for the session, as long as names mean the same', async () => {
  const { ask, covers, move } = asked()
  await ask('session')
  expect([covers(), covers()]).toEqual([true, true])
  move()
  expect(covers()).toBe(false)
})

test('for the session, as long as the code behind it is the same', async () => {
  const { ask, covers, redefine } = asked()
  await ask('session')
  expect(covers()).toBe(true)
  redefine()
  expect(covers()).toBe(false)
})

test('for the session, when some of the code is gone', async () => {
  const { ask, covers, redefine } = asked()
  await ask('session')
  redefine(['more'])
  expect(covers()).toBe(true)
})

test('of the code as it was when somebody was asked', async () => {
  const { ask, covers, redefine } = asked()
  await ask('once', () => redefine())
  expect(covers()).toBe(false)
})

test('what was planned under it runs as that statement, and in its transaction', async () => {
  const { holds, ask, covers } = asked()
  await ask('once')
  expect(covers(true)).toBe(true)
  expect(holds.covers({ ...statement, id: 2 }, verdict, undefined, false)).toBe(false)
  holds.over()
  expect(covers()).toBe(false)
})

test('the record misses nothing but what was judged again', async () => {
  const { holds, ask } = asked()
  await ask('once')
  expect(holds.comesAgain({ ...statement, id: 2 })).toBe(false)
})

test('who waits is told at once, and reminded until it is over', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) })
  const { holds, dana } = asked()
  const told: string[] = []
  const waiting = {
    transaction: 'none' as const,
    notice: (text: string) => void told.push(text),
    signal: AbortSignal.any([]),
  }
  const refused = holds.ask(statement, verdict, [effect], waiting)
  const { settle } = await dana.next(1)
  await vi.advanceTimersByTimeAsync(11 * 60_000)
  expect(told).toEqual([
    'held for approval (drop-table) by dba within 15 min: https://sluice.test/approvals/1',
    'still held, 10 min left: https://sluice.test/approvals/1',
    'still held, 5 min left: https://sluice.test/approvals/1',
  ])
  settle({ state: 'denied', reason: 'no' })
  expect((await refused)?.findings[0]?.reason).toBe('it drops; denied by Dana: no')
  await vi.advanceTimersByTimeAsync(11 * 60_000)
  expect(told).toHaveLength(3)
})

test('an approval for the session never covers what makes changes last', async () => {
  const last: Effect = { action: 'transaction', object: 'transaction', detail: 'commit' }
  const { holds, dana } = asked()
  const commit = { ...statement, text: 'COMMIT', analysis: { ...statement.analysis, effects: [last] } }
  const waiting = { transaction: 'open' as const, notice: () => {}, signal: AbortSignal.any([]) }
  const refused = holds.ask(commit, verdict, [last], waiting)
  const { held, settle } = await dana.next(1)
  expect(held.once).toBe(true)
  settle({ state: 'approved', scope: 'session' })
  expect(await refused).toBeUndefined()
  expect(holds.covers(commit, verdict, undefined, false)).toBe(true)
  expect(holds.covers(commit, verdict, undefined, false)).toBe(false)
})
