// Long texts, short ones and those that spoil the parser side by side: nobody waits for another one's text.
import { setImmediate } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { Offload } from '../../src/sql/offload.ts'
import { analyser, brief } from './analysers.ts'

const FILE = Array.from(
  { length: 12_000 },
  (_, n) => `INSERT INTO t${n % 9} (a, b) VALUES (${n}, 'some text, ${n}');`,
).join('\n')
const nested = (text: string) => `SELECT ${'1 + '.repeat(500)}1 FROM ${text}`

describe('while a file of megabytes is analysed', () => {
  it('small statements are answered at once, and those for the worker before it', async () => {
    const sql = analyser()
    await sql.warm()
    const order: string[] = []
    const note = (name: string) => () => order.push(name)
    const file = Promise.resolve(sql.analyse(FILE)).then((analysis) => {
      order.push('file')
      return analysis
    })
    const second = Promise.resolve(sql.analyse(`${FILE}\n`)).then(note('second file'))
    for (let turn = 0; turn < 100; turn++) {
      expect(sql.analyse(`SELECT a FROM t${turn} WHERE b`)).not.toBeInstanceOf(Promise)
      await setImmediate()
    }
    await Promise.all(
      ['a', 'b', 'c'].map((name) => Promise.resolve(sql.analyse(nested(name))).then(note(name))),
    )
    expect(order).toEqual(['a', 'b', 'c'])
    expect((await file).count).toBe(12_000)
    expect(brief(await file)).toHaveLength(9)
    await second
    expect(order).toEqual(['a', 'b', 'c', 'file', 'second file'])
  })

  it('one that nobody waits for any more is passed over', async () => {
    const sql = analyser()
    await sql.warm()
    const [one, both] = [new AbortController(), new AbortController()]
    const first = sql.analyse(FILE)
    const dropped = sql.analyse(`${FILE} `, both.signal)
    const shared = sql.analyse(`${FILE}  `, both.signal)
    expect(sql.analyse(`${FILE}  `, one.signal)).toBe(shared)
    both.abort()
    expect((await dropped).effects[0]).toMatchObject({ action: 'unknown', object: 'text' })
    // It is dropped while the first is still at work; what somebody else waits for is not.
    expect(await Promise.race([first, 'first is not done'])).toBe('first is not done')
    expect((await shared).count).toBe(12_000)
  })
})

describe('a worker', () => {
  const code = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', (text) => {
      if (text === 'ends') process.exit(1)
      if (text === 'throws') throw new Error('x')
      if (text === 'hangs') for (;;);
      parentPort.postMessage(text === 'spoilt' ? { spoilt: true } : { analysis: { text } })
    })`
  let now = 0
  const offload = new Offload({
    worker: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    stackSizeMb: 4,
    timeout: 1000,
    now: () => now,
  })
  afterAll(() => offload.close())

  it.each([
    ['spoilt', 'too deep'],
    ['ends', 'too deep'],
    ['throws', 'too deep'],
    ['hangs', 'too slow'],
  ])('that %s is thrown away, and the next text gets another', async (text, failure) => {
    const [first, second] = await Promise.all([offload.run(text), offload.run('good')])
    expect([first, second]).toEqual([failure, { text: 'good' }])
  })

  it('is not started over and over', async () => {
    now += 60_000
    for (let n = 0; n < 20; n++) expect(await offload.run('spoilt')).toBe('too deep')
    expect(await Promise.all([offload.run('good'), offload.run('good')])).toEqual(['too often', 'too often'])
    now += 60_000
    expect(await offload.run('good')).toEqual({ text: 'good' })
  })
})

it('spoils a worker once with the same text', async () => {
  const sql = analyser()
  const deep = `SELECT ${'1 + '.repeat(150_000)}1`
  const refused = await sql.analyse(deep)
  expect(refused.effects[0]).toMatchObject({ action: 'unknown', object: 'text' })
  expect(sql.analyse(deep)).toBe(refused)
})
