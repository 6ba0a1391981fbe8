import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openPlatform } from '../../src/platforms/index.ts'

const dir = mkdtempSync(join(tmpdir(), 'sluice-platform-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function open(env: NodeJS.ProcessEnv) {
  const lines: string[] = []
  const platform = await openPlatform({ env, cwd: '/work', fetch, err: (text) => lines.push(text) })
  return { platform, lines }
}

describe('any CI', () => {
  it('takes the token from a variable or a file', async () => {
    const file = join(dir, 'token')
    writeFileSync(file, 'from.a.file\n')
    const variable = await open({ SLUICE_ID_TOKEN: 'from.a.variable' })
    expect(await variable.platform.idToken('a')).toBe('from.a.variable')
    const read = await open({ SLUICE_ID_TOKEN_FILE: file })
    expect(await read.platform.idToken('a')).toBe('from.a.file')
  })

  it('says how to give one', async () => {
    const { platform } = await open({})
    await expect(platform.idToken('a')).rejects.toMatchObject({
      code: 'OIDC_UNAVAILABLE',
      hint: expect.stringContaining('SLUICE_ID_TOKEN'),
    })
    const absent = await open({ SLUICE_ID_TOKEN_FILE: join(dir, 'absent') })
    await expect(absent.platform.idToken('a')).rejects.toMatchObject({
      message: expect.stringContaining('ENOENT'),
    })
  })

  it('writes to standard error only', async () => {
    const { platform, lines } = await open({})
    platform.log('one')
    platform.annotate('warning', 'two', { file: 'a.sql', line: 3 })
    expect(await platform.group('three', async () => 4)).toBe(4)
    expect(lines).toEqual(['one\n', 'warning: a.sql:3: two\n', 'three\n'])
  })
})

describe('GitLab', () => {
  it('takes the token that the job asks for, or names the lines that ask', async () => {
    const { platform } = await open({
      GITLAB_CI: 'true',
      SLUICE_ID_TOKEN: 'a.b.c',
      CI_PROJECT_DIR: '/builds/x',
    })
    expect(await platform.idToken('https://s.example')).toBe('a.b.c')
    expect(platform.facts.workspace).toBe('/builds/x')
    const without = await open({ GITLAB_CI: 'true' })
    await expect(without.platform.idToken('https://s.example')).rejects.toMatchObject({
      hint: expect.stringMatching(/id_tokens:\n {4}SLUICE_ID_TOKEN:\n {6}aud: https:\/\/s\.example/),
    })
  })
})
