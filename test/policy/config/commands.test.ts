import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../../src/cli/command.ts'
import { command as check } from '../../../src/cli/commands/policy-check.ts'
import { command as claims } from '../../../src/cli/commands/policy-claims.ts'
import { command as schema } from '../../../src/cli/commands/policy-schema.ts'
import { GITHUB_CLAIMS, startIssuer } from '../../fixtures/issuer.ts'
import { changed, VALID } from './valid.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sluice-policy-'))
  writeFileSync(join(cwd, 'sluice.yml'), VALID)
  writeFileSync(join(cwd, 'wrong.yml'), changed('extends: strict', 'extends: strickt'))
  writeFileSync(join(cwd, 'odd.yml'), changed('guard: orders', 'guard: strict'))
  writeFileSync(join(cwd, 'claims.json'), JSON.stringify(GITHUB_CLAIMS))
})
afterAll(() => rmSync(cwd, { recursive: true }))

async function run(command: Command, args: string[], input = '') {
  let [out, err] = ['', '']
  const code = await command.run(args, {
    stdin: Readable.from([input]),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env: {},
    cwd,
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

describe('sluice policy check', () => {
  it('is content with a good file', async () => {
    expect(await run(check, [])).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(
        /^sluice policy check: 0 errors, 0 warnings; 2 targets, 2 access rules; sha256 [0-9a-f]{64}\n$/,
      ),
    })
  })

  it('prints errors for editors and fails', async () => {
    const { code, out } = await run(check, ['--config', 'wrong.yml'])
    expect(code).toBe(2)
    expect(out).toBe(
      'wrong.yml:23:14: error: guards.orders.extends: unknown guard "strickt". Did you mean "strict"? Known: strict, migrations, read-only, orders\n',
    )
  })

  it('fails for warnings only when strict', async () => {
    const loose = await run(check, ['--config', 'odd.yml'])
    expect(loose).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^odd\.yml:23:5: warning: guards\.orders: no access rule uses it/),
    })
    expect((await run(check, ['--config', 'odd.yml', '--strict'])).code).toBe(2)
  })

  it('says what it does not understand', async () => {
    await expect(run(check, ['--confg', 'x'])).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await expect(run(check, ['--config', 'none.yml'])).rejects.toThrow(/none\.yml: it does not exist/)
  })
})

describe('sluice policy claims', () => {
  it('prints what matches and why the rest does not', async () => {
    const { code, out } = await run(claims, ['--issuer', 'github', 'claims.json'])
    expect(code).toBe(0)
    expect(out).toBe(`orders-prod: granted by "orders migrations from main"
  matches: orders migrations from main
  does not match: nightly
    iss: want https://gitlab.com, got "https://token.actions.githubusercontent.com"
local: refused
  does not match: nightly
    iss: want https://gitlab.com, got "https://token.actions.githubusercontent.com"
`)
  })

  it('reads a token without checking it, and says so', async () => {
    const issuer = await startIssuer()
    const token = await issuer.github('https://elsewhere', {
      iss: 'https://token.actions.githubusercontent.com',
      ref: 'refs/heads/x',
    })
    await issuer.close()
    const { code, out, err } = await run(claims, ['--json'], `${token}\n`)
    expect(code).toBe(3)
    expect(JSON.parse(out).targets[0].rules[0].mismatch).toEqual({
      claim: 'ref',
      want: 'refs/heads/main',
      got: 'refs/heads/x',
    })
    expect(err).toMatch(/its signature is not checked/)
    expect(err).toMatch(/its audience is not https:\/\/sluice\.acme\.internal/)
    expect(out + err).not.toContain(token.slice(-40))
  })

  it('does not guess an issuer, and does not repeat what it cannot read', async () => {
    await expect(run(claims, ['claims.json'])).rejects.toThrow(/do not say who issued them/)
    await expect(run(claims, [], '{"iss":"https://gitlab.com/"}')).rejects.toThrow(
      /no issuer of the policy file/,
    )
    await expect(run(claims, ['--issuer', 'constructor'], '{}')).rejects.toThrow(/no issuer constructor/)
    for (const input of ['', 'hunter2', '[1]', '{"a":', 'a.b.c'])
      await expect(run(claims, ['--issuer', 'github'], input)).rejects.toThrow(
        /^the input is neither a JSON object of claims nor a JWT$/,
      )
    await expect(run(claims, [], `{"a":"${'x'.repeat(300_000)}"}`)).rejects.toThrow(/larger than 256 KiB/)
  })
})

it('sluice policy schema prints JSON, or tables', async () => {
  expect(JSON.parse((await run(schema, [])).out).title).toBe('sluice.yml')
  expect((await run(schema, ['--markdown'])).out).toMatch(/^## version/)
  await expect(run(schema, ['x'])).rejects.toThrow(/--markdown/)
})
