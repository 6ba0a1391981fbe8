import { describe, expect, it } from 'vitest'
import type { Found } from '../../../src/action/annotations.ts'
import type { Held } from '../../../src/action/held.ts'
import type { Refused } from '../../../src/action/refused.ts'
import {
  isFine,
  isNotable,
  nothingText,
  pendingText,
  rowsOf,
  type SessionText,
  sessionText,
  sessionTitle,
} from '../../../src/action/report/text.ts'
import type { Closed } from '../../../src/session/files.ts'

const closed: Closed = {
  session: 's-1',
  sessionUrl: 'https://sluice.example.com/sessions/s-1',
  reason: 'clean',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:10:00.000Z',
  targets: ['orders-prod'],
  totals: { connections: 2, statements: 41, refused: 2, held: 2, masked: 7 },
  refusals: [],
  record: '/tmp/record',
  seal: {
    session: 's-1',
    chunks: 3,
    bytes: 900,
    head: 'ab',
    reason: 'clean',
    sha256: 'f'.repeat(64),
    kept: 'server',
  },
  problems: [],
}

const refused = (seq: number, reason = 'drop table users'): Refused => ({
  seq,
  rule: 'drop-table',
  reason,
  sha256: 'a'.repeat(64),
  conn: 1,
  text: "DELETE FROM users WHERE email = 'ada@example.com'",
  redacted: false,
  effects: [],
})
const held = (seq: number, decision: Held['decision'], by = 'Dana'): Held => ({
  seq,
  rule: 'truncate',
  reason: 'truncate table audit_log',
  decision,
  by,
  text: "TRUNCATE audit_log -- 'ada@example.com'",
  redacted: false,
  effects: [],
})
const places = new Map<number, Found>([
  [4, { file: 'migrations/2 drop.sql', line: 3 }],
  [9, { file: 'db/9.sql', line: 1 }],
])
const told = (more: Partial<SessionText> = {}): SessionText => ({
  closed,
  rows: rowsOf([refused(4), refused(6)], [held(6, 'denied'), held(9, 'approved')], places),
  artifact: { name: 'sluice-session-orders-prod-s-1', id: 1, sha256: 'cd', size: 10 },
  runUrl: 'https://github.com/acme/orders/actions/runs/1',
  fileUrl: ({ file, line }) => `https://github.com/acme/orders/blob/abc/${encodeURIComponent(file)}#L${line}`,
  ...more,
})

/** What a browser makes of the character references. */
const shown = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

describe('what a pull request is told', () => {
  it('is the target, the counts, what was refused or held and where, and where to read more', () => {
    const text = shown(sessionText(told()))
    expect(text).toContain('### Sluice: <code>orders-prod</code>')
    expect(text).toContain('2 of 41 statements refused, 2 held; 7 values masked on 2 connections.')
    expect(text).toContain(
      '| <code>drop-table</code> | <code>drop table users</code> | <code>refused</code> | ' +
        '<a href="https://github.com/acme/orders/blob/abc/migrations%2F2%20drop.sql#L3"><code>migrations/2 drop.sql:3</code></a> |',
    )
    expect(text).toContain('<code>held, denied by Dana</code> |  |')
    expect(text).toMatch(
      /truncate table audit_log<\/code> \| <code>held, approved by Dana<\/code> \| .*db\/9\.sql:1/,
    )
    expect(text).toContain('<a href="https://sluice.example.com/sessions/s-1">Session</a>')
    expect(text).toContain(`record SHA-256 <code>${'f'.repeat(64)}</code>, countersigned by the server`)
    expect(text).toContain(
      'artifact <a href="https://github.com/acme/orders/actions/runs/1/artifacts/1"><code>sluice-session-orders-prod-s-1</code></a>',
    )
  })

  it('is never the text of a statement', () => {
    expect(shown(sessionText(told()))).not.toMatch(/ada@example|DELETE FROM|TRUNCATE audit_log/)
  })

  it('is short when nothing happened, and nothing that anybody should look at', () => {
    const quiet = { ...closed, totals: { ...closed.totals, refused: 0, held: 0 } }
    const text = sessionText(told({ closed: quiet, rows: [] }))
    expect(text).toContain('41 statements, none refused; 7 values masked')
    expect(text).not.toContain('| Rule |')
    expect([isNotable(quiet), isFine(quiet)]).toEqual([false, true])
    expect([isNotable(closed), isFine(closed)]).toEqual([true, false])
    const heldOnly = { ...closed, totals: { ...closed.totals, refused: 0, held: 1 } }
    expect([isNotable(heldOnly), isFine(heldOnly)]).toEqual([true, true])
  })

  it('says when the session did not end in order, or has no seal', () => {
    const { seal: _, ...rest } = closed
    const killed = { ...rest, reason: 'killed' as const }
    const text = shown(sessionText(told({ closed: killed, rows: [] })))
    expect(text).toContain('> The session did not end in order: <code>killed</code>.')
    expect(text).toContain('the record has no seal')
    expect(isFine(killed)).toBe(false)
  })

  it.each([
    ['expired', 'held, nobody decided in time'],
    ['withdrawn', 'held, withdrawn'],
    ['undecided', 'held, undecided'],
  ] as const)('says how a held statement ended: %s', (decision, words) => {
    expect(rowsOf([], [held(6, decision, 'nobody')], new Map())).toMatchObject([
      { outcome: words, refused: true },
    ])
  })
})

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '| a | b |\n|---|---|',
  '</code></td></a><script>x</script>',
  '[click](javascript:alert(1)) ![i](https://evil.example/x.png)',
  '**bold** _em_ ~~no~~ `code` ```\n# head',
  '&lt;b&gt; &#60;i&#62; &commat;octocat',
  'https://evil.example @octocat @acme/owners #12 GH-12 acme/orders#12 closes #1',
  'a'.repeat(40),
  '--> <!-- sluice m1 -->',
]

describe.each(HOSTILE)('a name like %j', (text) => {
  /** Outside of links and their addresses: what GitHub reads for mentions, references and markup. */
  const read = (markdown: string) =>
    markdown.replace(/<code>[^<]*<\/code>/g, '').replace(/href="[^"<>]*"/g, '')

  it('is text in code, wherever it stands', () => {
    const plain = told({
      rows: [{ rule: 'r', reason: 'r', outcome: 'o', refused: true, place: { file: 'f', line: 1 } }],
    })
    const hostile = told({
      closed: { ...closed, targets: [text], session: text, reason: 'clean' },
      rows: [{ rule: text, reason: text, outcome: text, refused: true, place: { file: text, line: 1 } }],
      artifact: { name: text, id: 1, sha256: 'cd', size: 10 },
    })
    expect(read(sessionText(hostile))).toBe(read(sessionText(plain)))
    for (const [, inside] of sessionText(hostile).matchAll(/<code>([^<]*)<\/code>/g))
      expect(inside).toMatch(/^(?:[A-Za-z0-9 (),=-]|&#\d+;)*$/)
  })

  it('is text in what waits, too', () => {
    const pending = (words: string) => ({
      approvalUrl: 'https://sluice.example.com/approvals/1',
      approvers: words,
      expiresAt: words,
      minutesLeft: 1,
      again: false,
    })
    expect(read(pendingText([text], pending(text), undefined))).toBe(
      read(pendingText(['t'], pending('x'), undefined)),
    )
    expect(read(nothingText([text], undefined))).toBe(read(nothingText(['t'], undefined)))
  })

  it('is no address', () => {
    const pending = { approvalUrl: text, approvers: '', expiresAt: '', minutesLeft: 1, again: false }
    const urls = [...pendingText(['t'], pending, text).matchAll(/href="([^"]*)"/g)].map(([, url]) => url)
    for (const url of urls) expect(url).toMatch(/^https?:\/\/[^\s"<>`|]+$/)
  })
})

describe('an address', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a', ' ', 'sluice.example.com'])(
    'that is %j is not linked',
    (approvalUrl) => {
      const pending = { approvalUrl, approvers: 'dba', expiresAt: 'x', minutesLeft: 1, again: false }
      expect(pendingText(['t'], pending, undefined)).not.toContain('href')
    },
  )

  it('cannot leave its place', () => {
    const approvalUrl = 'https://a.example/"><img src=x>`|?q=<b>&x=1#"'
    const pending = { approvalUrl, approvers: '', expiresAt: 'x', minutesLeft: 1, again: false }
    const [, url = ''] = /href="([^"]*)"/.exec(pendingText(['t'], pending, undefined)) ?? []
    expect(url).toBe('https://a.example/%22%3E%3Cimg%20src=x%3E%60%7C?q=%3Cb%3E&amp;x=1#%22')
  })
})

describe('the length', () => {
  it.each(['<'.repeat(100_000), '😀'.repeat(5000), 'x '.repeat(9000)])(
    'stays within what GitHub takes',
    (long) => {
      const many = Array.from({ length: 200 }, (_, seq) => refused(seq, long))
      const file = { file: long, line: 1 }
      const text = sessionText(
        told({
          closed: { ...closed, targets: [long, long], totals: { ...closed.totals, refused: 5000 } },
          rows: rowsOf(many, [], new Map(many.map(({ seq }) => [seq, file]))),
        }),
      )
      expect(Buffer.byteLength(text)).toBeLessThan(65_000)
      const shownRows = text.split('\n').filter((line) => line.startsWith('| <code>')).length
      expect(shownRows).toBeGreaterThan(2)
      expect(text).toContain(`… and ${5000 - shownRows} more`)
    },
  )

  it('of a title is that of a line', () => {
    expect(sessionTitle(closed)).toBe('2 of 41 statements refused, 2 held')
  })
})
