import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { terminalsOf } from '../../../src/recording/terminal/cast.ts'
import { writeCasts } from '../../../src/recording/terminal/write.ts'
import { at, lines, shown, sized } from './samples.ts'

const parsed = (cast = '') =>
  cast
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
const asked = (id: number, text: string) => at(0, { type: 'statement', conn: 1, id, text })

test('a terminal is an asciicast with its times and sizes', () => {
  const record = lines(
    asked(1, '(interactive shell)'),
    sized(0, 80, 24),
    shown(100, '$ '),
    shown(1250, 'ls\r\n'),
    sized(2000, 120, 40),
    shown(2100, 'a \u001b]0;title\u0007\u001b[31mb\u001b[0m\r\n', 1, 'stderr'),
    shown(1000, 'the clock was set back'),
  )
  const [terminal, ...more] = terminalsOf(record)
  expect(more).toEqual([])
  expect(parsed(terminal?.cast)).toEqual([
    { version: 2, width: 80, height: 24, timestamp: 1_795_341_600, title: '(interactive shell)' },
    [0.1, 'o', '$ '],
    [1.25, 'o', 'ls\r\n'],
    [2, 'r', '120x40'],
    [2.1, 'o', 'a \u001b[31mb\u001b[0m\r\n'],
    [2.1, 'o', 'the clock was set back'],
  ])
})

test('commands without a terminal, and lines that are no events, are no casts', () => {
  const record = Buffer.concat([
    lines(asked(1, 'ls'), shown(1, 'a')),
    Buffer.from('{"type":"terminal"\nnothing\n'),
    lines(at(0, { type: 'terminal', conn: 'x', id: {}, columns: 80, rows: 24 })),
    lines(at(0, { type: 'statement', conn: 1, id: 2, text: 'echo \'"type":"terminal"\'' })),
  ])
  expect(terminalsOf(record)).toEqual([])
})

test('a size that makes no sense is another', () => {
  const [terminal] = terminalsOf(lines(sized(0, 0, 4_000_000_000)))
  expect(parsed(terminal?.cast)[0]).toMatchObject({ width: 80, height: 500 })
})

test('a title does nothing', () => {
  const [terminal] = terminalsOf(lines(asked(1, 'printf \u001b]0;x\u0007 \u202e'), sized(0, 80, 24)))
  expect(parsed(terminal?.cast)[0]).toMatchObject({ title: 'printf ⟨U+001B⟩]0;x⟨U+0007⟩ ⟨U+202E⟩' })
})

test('one is session.cast, several are apart, none is none', () => {
  const dir = () => mkdtempSync(join(tmpdir(), 'sluice-cast-'))
  const [none, one, two] = [dir(), dir(), dir()]
  expect(writeCasts(none, lines(asked(1, 'ls'), shown(1, 'a')))).toEqual([])
  expect(writeCasts(one, lines(sized(0, 80, 24), shown(1, 'a')))).toEqual([join(one, 'session.cast')])
  expect(readFileSync(join(one, 'session.cast'), 'utf8')).toContain('"o","a"]\n')
  writeCasts(two, lines(sized(0, 80, 24), sized(0, 80, 24, 2), shown(1, 'a'), shown(2, 'b', 2)))
  expect(readdirSync(two).sort()).toEqual(['session-1-1.cast', 'session-1-2.cast'])
  expect(readFileSync(join(two, 'session-1-2.cast'), 'utf8')).toContain('"o","b"]\n')
})
