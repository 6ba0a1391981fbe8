import { beforeAll, describe, expect, test } from 'vitest'
import { oneLine, spelled } from '../../../src/core/spelled.ts'
import {
  createEntries,
  type Entries,
  type StatementEntry,
} from '../../../src/recording/report/browser/entries.ts'
import { type Filter, select } from '../../../src/recording/report/browser/selection.ts'
import { linesFrom, type Source } from '../../../src/recording/report/browser/source.ts'
import { outcomeOf, toneOf, verdictOf } from '../../../src/recording/report/browser/words.ts'
import { EVENTS, write } from './records.ts'

const NONE: Filter = { type: '', verdict: '', connection: '', relation: '', masked: '', text: '' }
let source: Source
let entries: Entries

beforeAll(async () => {
  const { session } = await write(EVENTS)
  source = linesFrom(Buffer.concat([session, Buffer.from('{"torn')]))
  entries = createEntries(source)
  entries.advance(() => false)
})

function find(filter: Partial<Filter>): number[] {
  const selection = select(source, entries, { ...NONE, ...filter })
  selection.advance(() => false)
  expect(selection.complete).toBe(true)
  return [...selection.found]
}

describe('a selection', () => {
  test('of nothing in particular is everything, also a line that is no event', () => {
    expect(find({})).toEqual([...Array(16).keys()])
    expect(entries.type(15)).toBe('unreadable')
  })

  test.each<[Partial<Filter>, number[]]>([
    [{ type: 'statement' }, [2, 4, 8, 10]],
    [{ verdict: 'refused' }, [8, 9]],
    [{ verdict: 'held' }, [4, 5, 6, 7]],
    [{ verdict: 'failed', type: 'error' }, [11]],
    [{ verdict: 'warned' }, [10, 11]],
    [{ verdict: 'allowed', type: 'statement' }, [2, 10]],
    [{ relation: 'orders', type: 'statement' }, [4]],
    [{ masked: 'email', type: 'statement' }, [2]],
    [{ connection: '1', type: 'connection.close' }, [13]],
    [{ text: 'ALL OF them' }, [4]],
    [{ text: 'division' }, [11]],
    [{ text: 'agreed' }, [4, 6]],
    [{ text: 'no such thing' }, []],
    // Neither a member's name nor the JSON around it is what somebody looks for.
    [{ text: 'sqlstate' }, []],
    [{ text: '"type":' }, []],
  ])('by %j', (filter, found) => {
    expect(find(filter)).toEqual(found)
  })

  test('waits for what came of statements', () => {
    const late = createEntries(source)
    let steps = 0
    const selection = select(source, late, { ...NONE, verdict: 'refused' })
    late.advance(() => steps++ > -1)
    selection.advance(() => false)
    expect(selection.found).toEqual(late.complete ? [8, 9] : [])
    late.advance(() => false)
    selection.advance(() => false)
    expect(selection.found).toEqual([8, 9])
  })
})

test('a statement tells its verdict and what came of it', () => {
  const told = [2, 4, 8, 10].map((index) => {
    const entry = entries.statement(index)!
    return [verdictOf(entry), outcomeOf(entry)]
  })
  expect(told).toEqual([
    ['allowed', '1 row · 2 ms · 1 masked'],
    ['held, approved', '1,200 rows · 40 ms'],
    ['refused', ''],
    ['warned', 'failed'],
  ])
})

test('what nobody would see is spelled out', () => {
  expect(spelled('a\u202eb\u0000c\n\td\u2028')).toBe('a⟨U+202E⟩b⟨U+0000⟩c\n\td⟨U+2028⟩')
  expect(spelled('zażółć 漢字 😀')).toBe('zażółć 漢字 😀')
  expect(spelled('\ud800')).toBe('⟨U+D800⟩')
  expect(oneLine('a\n  b', 10)).toBe('a b')
  expect(oneLine('x'.repeat(20), 10)).toBe(`${'x'.repeat(10)}…`)
})

test('a statement that was held tells how that ended', () => {
  const held: StatementEntry = {
    ...{ index: 0, conn: 1, verdict: 'hold', warned: false, observed: false, relations: [], related: [] },
    ...{ results: 0, rows: 0, ms: 0, tag: '', failed: false, refused: false, held: true, decision: '' },
    ...{ masked: new Map(), command: false, bytes: 0, terminal: false, outputs: [] },
  }
  const told = [
    held,
    { ...held, results: 1 },
    { ...held, refused: true },
    { ...held, decision: 'approved', results: 1 },
    { ...held, decision: 'expired', refused: true },
    { ...held, decision: '<b>', refused: true },
  ].map((entry) => [verdictOf(entry), toneOf(verdictOf(entry))])
  expect(told).toEqual([
    ['held', 'wait'],
    ['approved before', 'good'],
    ['refused', 'bad'],
    ['held, approved', 'good'],
    ['held, expired', 'bad'],
    ['refused', 'bad'],
  ])
})
