import { describe, expect, it } from 'vitest'
import { inert } from '../../src/action/markdown.ts'
import type { Refused } from '../../src/action/refused.ts'
import { summaryMarkdown } from '../../src/action/summary.ts'
import type { Closed } from '../../src/session/files.ts'

const closed: Closed = {
  session: 's-1',
  sessionUrl: 'https://sluice.example.com/sessions/s-1',
  reason: 'clean',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:10:00.000Z',
  targets: ['orders-prod'],
  totals: { connections: 2, statements: 40, refused: 1, held: 0, masked: 7 },
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
  revocation: {
    revoked: true,
    credentials: [{ target: 'orders-prod', provider: 'some-role', ended: true, sessionsEnded: 1 }],
    record: { sealed: true, reason: 'clean' },
  },
  problems: [],
}

const refused = (text: string): Refused => ({
  seq: 4,
  rule: 'drop-table',
  reason: 'drop table users',
  sha256: 'a'.repeat(64),
  conn: 1,
  text,
  redacted: false,
  effects: [],
})

const summary = (text: string, more: Partial<Closed> = {}) =>
  summaryMarkdown({
    closed: { ...closed, ...more },
    refused: [refused(text)],
    places: [{ file: 'migrations/2.sql', line: 3 }],
    artifact: { name: 'sluice-session-orders-prod-s-1', id: 1, sha256: 'cd', size: 10 },
  })

/** What a browser makes of the character references. */
const shown = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

describe('the job summary', () => {
  it('tells the counts, the refused statement with its place, and the receipt', () => {
    const text = shown(summary('DROP TABLE users'))
    expect(text).toContain('| 2 | 40 | 1 | 0 | 7 |')
    expect(text).toContain('<code>drop-table</code> | drop table users | <code>DROP TABLE users</code>')
    expect(text).toContain('<code>migrations/2.sql:3</code>')
    expect(text).toContain(
      '| Credential revoked | <code>orders-prod</code> (some-role): ended, 1 open sessions ended |',
    )
    expect(text).toContain('countersigned by the server: 3 chunks, 900 bytes')
    expect(text).toContain('grant server<br>artifact <code>sluice-session-orders-prod-s-1</code>')
    expect(text).toContain('f'.repeat(64))
  })

  it('says what did not work', () => {
    const { seal: _, revocation: __, ...rest } = closed
    const text = shown(
      summaryMarkdown({
        closed: { ...rest, reason: 'killed', problems: ['the grant was not revoked: no answer'] },
        refused: [],
        places: [],
        artifactProblem: 'no artifact service',
      }),
    )
    expect(text).toContain('| Credential revoked | no: the server ends it with the grant |')
    expect(text).toContain('| Record sealed | no |')
    expect(text).toContain('| Record uploaded | no artifact service |')
    expect(text).toContain('> the grant was not revoked: no answer')
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '| a | b |\n|---|---|',
    '</code></td><script>x</script>',
    '[click](javascript:alert(1)) ![i](https://evil.example/x.png)',
    '**bold** _em_ ~~no~~ `code` # head',
    '&lt;b&gt; &#60;i&#62;',
    'https://evil.example @someone #12',
  ])('does not let %j become markup', (text) => {
    const before = summary('x'.repeat(8))
    const after = summary(text)
    const cell = /<code>([^<]*)<\/code> \| <code>migrations/.exec(after)?.[1] ?? ''
    expect(cell).toMatch(/^(?:[A-Za-z0-9 (),=-]|&#\d+;)+$/)
    expect(after.split('\n').length).toBe(before.split('\n').length)
    expect(shown(cell)).toBe(text.replace(/\s+/g, ' '))
  })

  it('shows what hides: control and direction characters', () => {
    expect(inert('a\u0000b\u202Ec\u200Bd')).toBe('a\uFFFDb\uFFFDc\uFFFDd')
  })

  it('stays small with many long statements', () => {
    const many = Array.from({ length: 200 }, () => refused('<'.repeat(100_000)))
    const markdown = summaryMarkdown({
      closed: { ...closed, totals: { ...closed.totals, refused: 5000 } },
      refused: many,
      places: [],
    })
    expect(Buffer.byteLength(markdown)).toBeLessThan(256 * 1024)
    expect(markdown).toContain('and 4950 more')
  })
})
