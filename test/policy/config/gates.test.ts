import { describe, expect, it } from 'vitest'
import { checkConfig } from '../../../src/policy/config.ts'
import { changed } from './valid.ts'

const check = (section: string) =>
  checkConfig(
    changed(
      'server: { url: https://sluice.acme.internal }',
      `server:\n  url: https://sluice.acme.internal\n${section}`,
    ),
    '/etc/sluice/sluice.yml',
  )

const messages = (section: string) => check(section).errors.map(({ message, hint }) => `${message}. ${hint}`)

describe('receivers of notices', () => {
  it('have defaults, and files beside the policy file', () => {
    const { config, errors } = check(`  notify:
    - { name: ops, url: https://hooks.acme.internal/sluice, secret: file:ops.key }
    - { name: chat, url: env:SLACK_URL, preset: slack, on: [asked], targets: [orders-prod], statement: true }
`)
    expect(errors).toEqual([])
    expect(config?.server?.notify).toEqual([
      {
        name: 'ops',
        url: 'https://hooks.acme.internal/sluice',
        preset: 'json',
        secret: 'file:/etc/sluice/ops.key',
        on: ['asked', 'decided', 'expired'],
        statement: false,
      },
      {
        name: 'chat',
        url: 'env:SLACK_URL',
        preset: 'slack',
        on: ['asked'],
        targets: ['orders-prod'],
        statement: true,
      },
    ])
  })

  it.each([
    ['{ name: a, url: https://x.test }', /nothing is signed.*Add `secret:`/],
    ['{ name: a, url: https://hooks.slack.com/services/T/B/xyz, preset: slack }', /it is a secret.*env:NAME/],
    ['{ name: a, url: http://x.test, secret: env:K }', /not a usable address/],
    ['{ name: a, url: "https://x.test/?sig=abc", secret: env:K }', /not a usable address/],
    ['{ name: a, url: https://u:p@x.test, secret: env:K }', /not a usable address/],
    ['{ name: a, url: https://x.test, secret: plain }', /a reference is expected/],
    ['{ name: a, url: https://x.test, secret: env:K, on: [] }', /the list is empty/],
    ['{ name: a, url: https://x.test, secret: env:K, on: [born] }', /not an event/],
    ['{ name: a, url: https://x.test, secret: env:K, preset: irc }', /not a preset/],
    ['{ name: a, url: https://x.test, secret: env:K, targets: [order-prod] }', /unknown target.*orders-prod/],
    ['{ name: "a:b", url: https://x.test, secret: env:K }', /not a usable name/],
  ])('%s is refused', (receiver, expected) => {
    const found = messages(`  notify:\n    - ${receiver}\n`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
    expect(found[0]).not.toMatch(/xyz|abc|u:p/)
  })

  it('have different names', () => {
    const one = '    - { name: a, url: env:U, preset: teams }\n'
    expect(messages(`  notify:\n${one}${one}`)).toEqual([expect.stringMatching(/another receiver/)])
  })
})

describe('gated environments', () => {
  const github = (environments: string) =>
    `  github: { app_id: "12", private_key: file:app.pem, webhook_secret: env:S, environments: [${environments}] }\n`

  it('have defaults', () => {
    const { config } = check(github('{ repository_id: "123", environment: production, by: [dba] }'))
    expect(config?.server?.github).toEqual({
      appId: '12',
      privateKey: 'file:/etc/sluice/app.pem',
      webhookSecret: 'env:S',
      apiUrl: 'https://api.github.com',
      environments: [
        { repositoryId: '123', environment: 'production', by: ['dba'], min: 1, timeout: 3600_000 },
      ],
    })
  })

  it.each([
    ['{ repository_id: acme, environment: e, by: [dba] }', /an id is a number/],
    ['{ repository_id: "1", environment: e, by: [dab] }', /unknown approver.*dba/],
    [
      '{ repository_id: "1", environment: e, by: [dba] }, { repository_id: "1", environment: E, by: [dba] }',
      /named before/,
    ],
  ])('%s is refused', (environments, expected) => {
    expect(messages(github(environments))).toEqual([expect.stringMatching(expected)])
  })
})

it('records are kept for good, or as long as the target says', () => {
  const text = changed(
    '    address: orders.db.internal:5432\n',
    '    address: orders.db.internal:5432\n    retention: 90d\n',
  )
  const { config } = checkConfig(text, 'sluice.yml')
  expect(config?.targets['orders-prod']?.retention).toBe(90 * 24 * 3600_000)
  expect(config?.targets.local?.retention).toBeUndefined()
})
