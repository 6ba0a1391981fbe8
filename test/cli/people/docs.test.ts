// Nothing in docs/approvals.md that was not run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseConfig } from '../../../src/policy/load.ts'
import { LOCAL_ADMIN } from '../../../src/server/people/person.ts'
import { createCaller } from '../../server/caller.ts'
import { type Harness, startHarness } from '../../server/harness.ts'
import { tokenFor } from '../../server/people/administrator.ts'
import { sluice } from '../sluice.ts'

const ROOT = join(import.meta.dirname, '../../..')
const text = readFileSync(join(ROOT, 'docs/approvals.md'), 'utf8')
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  )

let harness: Harness
let run = 900
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

it('has a policy without errors and warnings', () => {
  const [policy = ''] = blocks('yaml')
  expect(parseConfig(policy, 'sluice.yml').warnings).toEqual([])
})

it('says what the step says', () => {
  expect(blocks('text')[0]).toMatch(
    /^A person \(dba\) must approve within 60 min, until 20\S+Z: https:\/\/\S+\n$/,
  )
})

const commands = blocks('sh').flatMap((block) => block.trim().split('\n'))

it.each(commands)('%s', async (line) => {
  const caller = await createCaller(harness)
  const idToken = await harness.issuer.github(harness.url, { run_id: String(run++) })
  const { body } = await caller.exchange(idToken, ['gated-prod'])
  const id = String(body.approval_uri).split('/').at(-1) ?? ''
  const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  const given = args
    .slice(1)
    .map((arg) =>
      arg === 'https://sluice.acme.example' ? harness.url : /^[0-9a-f]{32}$/.test(arg) ? id : arg,
    )
  expect(args[0]).toBe('sluice')
  const token = await tokenFor(harness, LOCAL_ADMIN)
  const ended = await sluice(given, { cwd: ROOT, env: { SLUICE_TOKEN: token } })
  expect(ended).toMatchObject({ code: 0 })
  expect(ended.out + ended.err).toContain(id)
})

it('runs all the commands that it names', () => {
  expect(commands.map((line) => line.split(' ')[1])).toEqual(['approvals', 'approve', 'deny'])
})
