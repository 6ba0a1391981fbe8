import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claims, matchAccess } from '../../src/grants/access.ts'
import { explain } from '../../src/grants/explain.ts'
import { parseConfig } from '../../src/policy/config.ts'
import { GITHUB_CLAIMS } from '../fixtures/issuer.ts'

const config = parseConfig(
  `version: 1
server: { url: https://sluice.acme.internal }
issuers:
  github: { issuer: https://token.actions.githubusercontent.com }
  gitlab: { issuer: https://gitlab.com }
targets:
  orders: { protocol: postgres, address: orders, database: o, credential: { provider: static, url: env:U } }
  billing: { protocol: postgres, address: billing, database: b, credential: { provider: static, url: env:U } }
access:
  - name: releases
    issuer: github
    targets: [orders]
    claims: { repository_id: "123", repository_owner_id: "9", ref: "refs/heads/release-*", ref_type: branch }
  - name: main
    issuer: github
    targets: [orders, billing]
    claims: { repository_id: "123", repository_owner_id: "9", environment: [production, staging], runner_environment: github-hosted }
  - name: after a run
    issuer: github
    targets: [billing]
    claims: { repository_id: "123", repository_owner_id: "9", environment: gated, event_name: [push, workflow_run] }
  - name: any event
    issuer: github
    targets: [billing]
    claims: { repository_id: "123", repository_owner_id: "9", environment: wild, event_name: "*" }
  - name: lab
    issuer: gitlab
    targets: [orders]
    claims: { project_id: "77", environment: production }
`,
  'sluice.yml',
)

const github = (claims: Claims, target = 'orders') =>
  matchAccess(config, 'github', { ...GITHUB_CLAIMS, ...claims }, target)
const gitlab = (claims: Claims) =>
  matchAccess(
    config,
    'gitlab',
    { project_id: '77', environment: 'production', pipeline_source: 'push', ...claims },
    'orders',
  )

const granted = (name: string) => ({ rule: expect.objectContaining({ name }) })
const refused = (claim: string, got: string | undefined) => ({
  mismatches: expect.arrayContaining([expect.objectContaining({ claim, got })]),
})

describe('matchAccess for GitHub', () => {
  it('gives the first rule that matches the target', () => {
    expect(github({})).toEqual(granted('main'))
    expect(github({ ref: 'refs/heads/release-1' })).toEqual(granted('releases'))
    expect(github({}, 'billing')).toEqual(granted('main'))
    expect(github({}, 'nothing')).toEqual({ mismatches: [] })
    expect(github({}, 'constructor')).toEqual({ mismatches: [] })
  })

  it('says for each rule of the target the first claim that failed', () => {
    expect(github({ environment: 'test' })).toEqual({
      mismatches: [
        { rule: 'releases', claim: 'ref', want: 'refs/heads/release-*', got: 'refs/heads/main' },
        { rule: 'main', claim: 'environment', want: 'production or staging', got: 'test' },
      ],
    })
  })

  it.each<[string, Claims, string, string | undefined]>([
    ['recreated under the same name', { repository_id: '124' }, 'repository_id', '124'],
    ['of an owner who took the name', { repository_owner_id: '10' }, 'repository_owner_id', '10'],
    ['on its own runner', { runner_environment: 'self-hosted' }, 'runner_environment', 'self-hosted'],
    ['without the claim', { environment: undefined }, 'environment', undefined],
    ['with an empty claim', { environment: '' }, 'environment', undefined],
    ['with a number', { repository_id: 123 }, 'repository_id', undefined],
    ['with a list', { environment: ['production'] }, 'environment', undefined],
    [
      'with an object that looks like text',
      { environment: { toString: () => 'production' } },
      'environment',
      undefined,
    ],
    ['with other letters', { environment: 'Production' }, 'environment', 'Production'],
    ['with a space', { environment: 'production ' }, 'environment', 'production '],
    ['with a star of its own', { environment: '*' }, 'environment', '*'],
  ])('refuses a repository %s', (_, claims, claim, got) => {
    expect(github(claims)).toEqual(refused(claim, got))
  })

  it.each<[string, Claims]>([
    ['a tag named like a branch', { ref: 'refs/heads/release-1', ref_type: 'tag', environment: '' }],
    ['a ref with a slash behind the star', { ref: 'refs/heads/release-1/evil', environment: '' }],
    [
      'a ref that holds an environment',
      { ref: 'refs/heads/release-x:environment:production', environment: '' },
    ],
    [
      'an inherited claim',
      Object.create({ environment: 'production' }, { environment: { value: '', enumerable: true } }),
    ],
  ])('refuses %s', (_, claims) => {
    expect(github(claims)).toHaveProperty('mismatches')
  })

  it('refuses events that run an outsider’s code unless the rule names them letter by letter', () => {
    for (const event_name of ['pull_request_target', 'workflow_run'])
      expect(github({ event_name })).toEqual(refused('event_name', event_name))
    expect(github({ event_name: 'workflow_run', environment: 'gated' }, 'billing')).toEqual(
      granted('after a run'),
    )
    expect(github({ event_name: 'pull_request_target', environment: 'gated' }, 'billing')).toHaveProperty(
      'mismatches',
    )
    expect(github({ event_name: 'schedule', environment: 'wild' }, 'billing')).toEqual(granted('any event'))
    expect(github({ event_name: 'workflow_run', environment: 'wild' }, 'billing')).toHaveProperty(
      'mismatches',
    )
  })

  it('never looks at `sub`', () => {
    expect(github({ sub: 'repo:evil/evil:environment:production' })).toEqual(granted('main'))
    expect(github({ sub: 'repo:acme/orders:environment:production', environment: 'x' })).toHaveProperty(
      'mismatches',
    )
  })
})

describe('matchAccess for GitLab', () => {
  it('wants the job’s own project where the token names it', () => {
    expect(gitlab({})).toEqual(granted('lab'))
    expect(gitlab({ job_project_id: '77' })).toEqual(granted('lab'))
    expect(gitlab({ job_project_id: '78' })).toEqual(refused('job_project_id', '78'))
    expect(gitlab({ job_project_id: 77 })).toEqual(refused('job_project_id', undefined))
    expect(gitlab({ project_id: '78' })).toEqual(refused('project_id', '78'))
  })

  it('refuses merge request pipelines unless named', () => {
    expect(gitlab({ pipeline_source: 'merge_request_event' })).toEqual(
      refused('pipeline_source', 'merge_request_event'),
    )
  })

  it('does not mix issuers', () => {
    const claims = { ...GITHUB_CLAIMS, project_id: '77', environment: 'production' }
    expect(matchAccess(config, 'gitlab', { ...claims, project_id: '1' }, 'orders')).toHaveProperty(
      'mismatches',
    )
    expect(matchAccess(config, 'gitlab', claims, 'billing')).toEqual({ mismatches: [] })
    expect(matchAccess(config, 'none', claims, 'orders')).toEqual({ mismatches: [] })
  })
})

it('grants only what every claim of a rule allows, whatever the claims are', () => {
  const text = fc.constantFrom(
    '123',
    '9',
    'production',
    'refs/heads/release-1',
    'branch',
    'tag',
    '',
    '*',
    'x/y',
  )
  const value = fc.oneof(text, fc.constantFrom(undefined, null, 123, true, ['123'], {}))
  const claims = fc.record({
    repository_id: value,
    repository_owner_id: value,
    ref: value,
    ref_type: value,
    environment: value,
  })
  fc.assert(
    fc.property(claims, (given) => {
      const access = matchAccess(
        config,
        'github',
        { ...given, runner_environment: 'github-hosted' },
        'orders',
      )
      if (!('rule' in access)) return
      expect([given.repository_id, given.repository_owner_id]).toEqual(['123', '9'])
      if (access.rule.name === 'main') expect(given.environment).toBe('production')
      else expect([given.ref, given.ref_type]).toEqual(['refs/heads/release-1', 'branch'])
    }),
    { numRuns: 5000 },
  )
})

it('explains every target and rule', () => {
  const { targets } = explain(config, 'github', { ...GITHUB_CLAIMS, ref: 'refs/heads/release-1' })
  expect(targets[0]).toEqual({
    target: 'orders',
    granted: 'releases',
    rules: [
      { rule: 'releases', issuer: 'github' },
      { rule: 'main', issuer: 'github' },
      {
        rule: 'lab',
        issuer: 'gitlab',
        mismatch: {
          claim: 'iss',
          want: 'https://gitlab.com',
          got: 'https://token.actions.githubusercontent.com',
        },
      },
    ],
  })
  expect(targets[1]).toMatchObject({ target: 'billing', granted: 'main' })
})
