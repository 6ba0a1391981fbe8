import { describe, expect, test } from 'vitest'
import { jobLinks } from '../../../src/recording/report/browser/links.ts'
import { CLAIMS } from './records.ts'

describe('links of a job', () => {
  test('are of GitHub', () => {
    const links = jobLinks(CLAIMS)
    expect(links).toMatchObject({
      repository: 'https://github.com/acme/orders',
      commit: `https://github.com/acme/orders/commit/${'a'.repeat(40)}`,
      run: 'https://github.com/acme/orders/actions/runs/42/attempts/2',
    })
    expect(links.file('db/a b#1.sql', 3)).toBe(
      `https://github.com/acme/orders/blob/${'a'.repeat(40)}/db/a%20b%231.sql#L3`,
    )
  })

  test.each([
    { repository: 'acme/orders/../../evil' },
    { repository: 'acme/..' },
    { repository: '//evil.example' },
    { repository: 'acme/orders?x' },
    { repository: 'acme' },
    { repository: 'javascript:alert(1)/x' },
    { iss: 'https://evil.example' },
    { iss: 'https://token.actions.githubusercontent.com.evil.example' },
    { server_url: 'https://github.evil.example' },
    { server_url: 'javascript:alert(1)' },
  ])('are not made of %j', (claims) => {
    const { repository, commit, run, file } = jobLinks({ ...CLAIMS, ...claims })
    expect([repository, commit, run, file('a.sql', 1)]).toEqual([undefined, undefined, undefined, undefined])
  })

  test('leave out what has another form', () => {
    expect(jobLinks({ ...CLAIMS, sha: 'main' }).commit).toBeUndefined()
    expect(jobLinks({ ...CLAIMS, run_id: '42/../x' }).run).toBeUndefined()
    expect(jobLinks({ ...CLAIMS, run_attempt: '../x' }).run).toBe(
      'https://github.com/acme/orders/actions/runs/42',
    )
    const { file } = jobLinks(CLAIMS)
    for (const path of ['../x.sql', '/etc/passwd', 'a//b', './a']) expect(file(path, 1)).toBeUndefined()
    expect(file('a.sql', 0)).toBeUndefined()
  })
})
