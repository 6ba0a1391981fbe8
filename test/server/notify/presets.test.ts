import { describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import type { Notice } from '../../../src/server/notify/notice.ts'
import { slack } from '../../../src/server/notify/presets/slack.ts'
import { teams } from '../../../src/server/notify/presets/teams.ts'
import { signatureHeaders, signingSecret } from '../../../src/server/notify/sign.ts'

const EVIL = '<!channel> @everyone <https://evil.test|ok> & **b** [a](https://evil.test) ```\u202e\u0007\n# x'

const notice = (statement?: string): Notice => ({
  type: 'approval.asked',
  timestamp: '2026-11-22T00:00:00.000Z',
  data: {
    id: 'a1',
    kind: 'statement',
    state: 'waiting',
    repository: EVIL,
    ref: EVIL,
    started_by: [EVIL],
    targets: ['orders-prod'],
    access: EVIL,
    rules: [EVIL],
    ...(statement === undefined ? {} : { statement }),
    approvers: ['dba'],
    min: 2,
    decided_by: [EVIL],
    uri: 'https://sluice.test/approvals/a1',
    expires_at: '2026-11-22T01:00:00.000Z',
  },
})

/** Every object below. */
function objects(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objects)]
}

describe('slack', () => {
  const message = slack(notice(`${EVIL}${'x'.repeat(10_000)}`))

  test('reads markup in nothing but what is escaped', () => {
    const [whole, ...parts] = objects(message)
    const read = parts.filter(({ type }) => type === 'mrkdwn')
    expect(read).toHaveLength(1)
    for (const text of [whole?.text, read[0]?.text].map(String)) {
      expect(text).not.toMatch(/[<>]|@[a-z]|&(?!(amp|lt|gt);)/)
      expect(text).toContain('&lt;!channel&gt;')
    }
    expect(String(read[0]?.text).slice(3, -3)).not.toContain('`')
    expect(read[0]?.verbatim).toBe(true)
    for (const part of parts.filter(({ type }) => type === 'plain_text')) {
      expect(part.emoji).toBe(false)
      expect(String(part.text)).not.toMatch(/\u202e|[^\P{Cc}\n]/u)
    }
  })

  test('links to nothing but the server, and is short enough', () => {
    const buttons = objects(message).filter((part) => 'url' in part)
    expect(buttons.map(({ url }) => url)).toEqual(['https://sluice.test/approvals/a1'])
    for (const part of objects(message))
      if (typeof part.text === 'string') expect(part.text.length).toBeLessThan(3000)
    const fields = objects(message).find((part) => 'fields' in part)?.fields as unknown[]
    expect(fields.length).toBeLessThanOrEqual(10)
  })
})

test.each(['&', '<', '@', '`', '\u{1f600}', '\u0007', 'a&'])(
  'a statement of nothing but %j is not too long for Slack, and ends as it should',
  (character) => {
    const section = objects(slack(notice(character.repeat(20_000)))).find(({ type }) => type === 'mrkdwn')
    const text = String(section?.text)
    expect(text.length).toBeLessThan(3000)
    expect(text.length).toBeGreaterThan(2000)
    expect(text.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
    expect(text.isWellFormed()).toBe(true)
  },
)

describe('teams', () => {
  const message = teams(notice(EVIL))

  test('shows what jobs wrote in text runs only, which know no markdown', () => {
    const blocks = objects(message).filter(({ type }) => type === 'TextBlock')
    expect(blocks.map(({ text }) => text)).toEqual(['A statement waits for approval'])
    const runs = objects(message).filter(({ type }) => type === 'TextRun')
    expect(runs.length).toBeGreaterThan(10)
    expect(runs.map(({ text }) => text).join('')).not.toMatch(/\u202e|[^\P{Cc}\n]/u)
    const links = objects(message).filter((part) => 'url' in part)
    expect(links.map(({ url }) => url)).toEqual(['https://sluice.test/approvals/a1'])
  })

  test.each(['é', '"', '\\', '\u{1f600}', '\u202e'])(
    'is below what Teams takes, whatever the statement and the names: %j',
    (character) => {
      const { data, ...rest } = notice(character.repeat(100_000))
      const name = character.repeat(300)
      const long = { ...data, repository: name, ref: name, started_by: [name, name], rules: [name, name] }
      const card = teams({ ...rest, data: { ...long, decided_by: [name, name], environment: name } })
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000)
    },
  )
})

describe('signatures', () => {
  test('are those of the specification’s own example', () => {
    const key = signingSecret(new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'))
    const headers = signatureHeaders(key, {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: 1614265330_999,
      body: '{"test": 2432232314}',
    })
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test.each(['short', 'whsec_c2hvcnQ=', 'whsec_not base64 not base64 not base64'])(
    'are not made with the secret %s',
    (text) => {
      expect(() => signingSecret(new Secret(text))).toThrow(/the secret that signs notices/)
    },
  )
})
