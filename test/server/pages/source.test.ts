import { describe, expect, test } from 'vitest'
import { sourceLine, sourceUrl } from '../../../src/server/pages/source.ts'

const SHA = 'a'.repeat(40)
const GITHUB = { iss: 'https://token.actions.githubusercontent.com', repository: 'acme/orders', sha: SHA }
const GITLAB = { iss: 'https://gitlab.com', project_path: 'group/sub/orders', sha: SHA }
const at = { file: 'db/a b#1?.sql', line: 7 }

describe('the line of a held statement', () => {
  test.each([
    [GITHUB, `https://github.com/acme/orders/blob/${SHA}/db/a%20b%231%3F.sql#L7`],
    [
      { ...GITHUB, iss: `${GITHUB.iss}/acme` },
      `https://github.com/acme/orders/blob/${SHA}/db/a%20b%231%3F.sql#L7`,
    ],
    [
      { ...GITHUB, iss: 'https://token.actions.acme.ghe.com' },
      `https://acme.ghe.com/acme/orders/blob/${SHA}/db/a%20b%231%3F.sql#L7`,
    ],
    [
      { ...GITHUB, iss: 'https://git.acme.example/_services/token' },
      `https://git.acme.example/acme/orders/blob/${SHA}/db/a%20b%231%3F.sql#L7`,
    ],
    [GITLAB, `https://gitlab.com/group/sub/orders/-/blob/${SHA}/db/a%20b%231%3F.sql#L7`],
    [
      { ...GITLAB, iss: 'https://dev.acme.example/gitlab' },
      `https://dev.acme.example/gitlab/group/sub/orders/-/blob/${SHA}/db/a%20b%231%3F.sql#L7`,
    ],
  ])('is linked by the claims of %j', (claims, url) => {
    expect(sourceUrl(at, claims)).toBe(url)
    expect(String(sourceLine(at, claims))).toContain(`href="${url}"`)
  })

  test.each([
    { ...GITHUB, sha: 'main' },
    { ...GITHUB, sha: '' },
    { ...GITHUB, repository: 'acme/..' },
    { ...GITHUB, repository: 'acme/orders/../../evil' },
    { ...GITHUB, repository: '/evil.example' },
    { ...GITHUB, repository: 'acme/orders"onclick="x' },
    { ...GITHUB, iss: 'https://token.actions.githubusercontent.com.evil.example' },
    { ...GITHUB, iss: 'http://127.0.0.1:8080' },
    { ...GITHUB, iss: 'javascript:alert(1)' },
    { ...GITHUB, iss: 'https://evil.example', server_url: 'https://github.com' },
    { ...GITLAB, iss: 'http://gitlab.acme.example' },
    { ...GITLAB, iss: 'https://gitlab.com@evil.example' },
    { ...GITLAB, project_path: 'group/../orders' },
    { ...GITLAB, project_path: 'orders' },
    {},
  ])('is not linked by %j', (claims: Record<string, string>) => {
    expect(sourceUrl(at, claims)).toBeUndefined()
    expect(String(sourceLine(at, claims))).not.toContain('href')
  })

  test.each(['../x.sql', '/etc/passwd', 'a//b', './a', 'C:/x'])('is not linked at %j', (file) => {
    expect(sourceUrl({ file, line: 1 }, GITHUB)).toBeUndefined()
  })

  test('has no markup of its own, and says whose word it is', () => {
    const file = 'a/"><img src=x onerror=alert(1)>/<script>\'&.sql'
    const text = String(sourceLine({ file, line: 3, more: 2 }, GITHUB))
    expect(text).not.toMatch(/<(?:img|script)/)
    expect(text).toContain('&lt;script&gt;')
    expect(text).toContain('and 2 more places with the same text, <span class="quiet">as the job says</span>')
  })
})
