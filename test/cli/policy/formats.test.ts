import { expect, it } from 'vitest'
import { RULE_IDS } from '../../../src/policy/rules/index.ts'
import { decide, files } from './decide.ts'

const SCRIPT = `CREATE TABLE t (a int);
-- sluice: nobody reads it since March
DROP TABLE
  users;
CREATE INDEX i ON orders (a);
SELECT pg_read_file('/etc/passwd');
`
const cwd = files({ 'db/a b, 100%.sql': SCRIPT })
const run = (format: string, ...more: string[]) =>
  decide(['--format', format, '--guard', 'migrations', ...more, 'db'], { cwd })

it('text: by file, without what is fine', async () => {
  const { out, code } = await run('text')
  const lines = out.split('\n')
  expect(lines[0]).toBe('db/a b, 100%.sql')
  expect(lines[1]).toBe('     3  hold   drop-table: DROP TABLE removes users and all its rows')
  expect(lines[3]).toBe('               The author says: nobody reads it since March')
  expect(out).toMatch(
    /^ {5}5 {2}warn {3}blocking-index: CREATE INDEX stops writes to orders until it is done$/m,
  )
  expect(out).toMatch(/^ {5}6 {2}block {2}server-file: /m)
  expect(lines.slice(-3)).toEqual([
    'db: 1 script (plain SQL)',
    '4 statements: 1 blocked, 1 needs approval, 1 allowed with a warning, 1 allowed',
    '',
  ])
  expect(code).toBe(3)
})

it('text: colours on a terminal only, and not where they are unwanted', async () => {
  const shown = async (terminal: boolean, env: NodeJS.ProcessEnv) =>
    (await decide(['--format', 'text', 'db'], { cwd, terminal, env })).out.includes('\u001b[31mblock')
  expect(await shown(true, {})).toBe(true)
  expect(await shown(true, { NO_COLOR: '1' })).toBe(false)
  expect(await shown(false, {})).toBe(false)
})

it('text: no name of a file or hint reaches the terminal as a control sequence', async () => {
  const hostile = files({
    'db/\u001b[2J\n::error::x.sql': 'DROP TABLE "a\u001b[2Jb"; -- sluice: \u001b[2J\n',
  })
  for (const format of ['text', 'github']) {
    const { out } = await decide(['--format', format, 'db'], { cwd: hostile })
    expect(out).not.toMatch(/^::error::x/m)
    if (format === 'text') expect(out).not.toContain('\u001b')
  }
})

it('github: annotations at the lines', async () => {
  const { out } = await run('github')
  const [first, second, third] = out.split('\n')
  const file = 'file=db/a b%2C 100%25.sql'
  expect(first).toMatch(
    `::warning ${file},line=3,endLine=4,title=drop-table%3A needs approval::DROP TABLE removes users and all its rows. `,
  )
  expect(first).toMatch(/%0AThe author says: nobody reads it since March$/)
  expect(second).toMatch(`::notice ${file},line=5,endLine=5,title=blocking-index%3A warning::`)
  expect(third).toMatch(`::error ${file},line=6,endLine=6,title=server-file%3A blocked::`)
  const elsewhere = await decide(['--format', 'github', 'a b, 100%.sql'], {
    cwd: `${cwd}/db`,
    env: { GITHUB_WORKSPACE: cwd },
  })
  expect(elsewhere.out).toContain(file)
})

it('sarif: what the schema of 2.1.0 requires', async () => {
  const { out } = await run('sarif')
  const log = JSON.parse(out)
  expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs'])
  expect(log.version).toBe('2.1.0')
  const [{ tool, results }] = log.runs
  expect(tool.driver).toMatchObject({ name: 'Sluice', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  for (const rule of tool.driver.rules) {
    expect(RULE_IDS).toContain(rule.id)
    for (const member of ['shortDescription', 'fullDescription', 'help'])
      expect(rule[member].text).toEqual(expect.stringMatching(/\S/))
  }
  expect(results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level])).toEqual([
    ['drop-table', 'warning'],
    ['blocking-index', 'note'],
    ['server-file', 'error'],
  ])
  for (const { ruleId, ruleIndex, message, locations } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(message.text).toEqual(expect.any(String))
    const { artifactLocation, region } = locations[0].physicalLocation
    expect(artifactLocation.uri).toBe('db/a%20b%2C%20100%25.sql')
    expect(region.endLine).toBeGreaterThanOrEqual(region.startLine)
  }
  expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 3, endLine: 4 })
  expect(
    JSON.parse((await decide(['--format', 'sarif'], { stdin: '{"sql":"SELECT 1"}\n' })).out).runs[0].results,
  ).toEqual([])
})

it('json: hints are told as a note, and change no verdict', async () => {
  const { lines } = await run('json')
  expect(lines[1]).toMatchObject({ line: 3, verdict: 'hold', note: 'nobody reads it since March' })
  expect(lines[0]).not.toHaveProperty('note')
})

it.each([
  '-- sluice: allow',
  '-- sluice: reason reviewed by the dba',
  '/* sluice: allow drop-table */',
  '-- sluice:ignore',
  '-- sluice: mode=observe',
])('%s is never obeyed', async (hint) => {
  const statements = [
    'DROP TABLE users',
    'TRUNCATE t',
    'DELETE FROM t',
    "COPY t TO PROGRAM 'x'",
    'GRANT ALL ON t TO PUBLIC',
  ]
  const plain = files({ 'a.sql': statements.map((sql) => `${sql};\n`).join('') })
  const hinted = files({ 'a.sql': statements.map((sql) => `${hint}\n${sql} ${hint}\n; ${hint}\n`).join('') })
  for (const guard of ['strict', 'migrations', 'read-only']) {
    const of = async (cwd: string) =>
      (await decide(['--guard', guard, 'a.sql'], { cwd })).lines.map(({ verdict, rules, effects }) => ({
        verdict,
        rules,
        effects,
      }))
    expect(await of(hinted)).toEqual(await of(plain))
  }
})

it('the exit code is for what was asked', async () => {
  const code = async (sql: string, failOn?: string) => {
    const options = failOn === undefined ? [] : ['--fail-on', failOn]
    return (await decide(['--guard', 'migrations', ...options], { stdin: `${JSON.stringify({ sql })}\n` }))
      .code
  }
  const [fine, warned, held, blocked] = [
    'SELECT 1',
    'CREATE INDEX i ON t (a)',
    'DROP TABLE t',
    "COPY t TO PROGRAM 'x'",
  ]
  for (const [failOn, codes] of [
    [undefined, [0, 0, 0, 3]],
    ['block', [0, 0, 0, 3]],
    ['hold', [0, 0, 3, 3]],
    ['warn', [0, 3, 3, 3]],
  ] as const)
    expect(await Promise.all([fine, warned, held, blocked].map((sql) => code(sql!, failOn)))).toEqual(codes)
})

it('what is only observed is told and stops nothing', async () => {
  const config = `version: 1
guards:
  watch: { extends: strict, mode: observe }
masks:
  people: { columns: { public.users.ssn: redact } }
`
  const dir = files({ 'sluice.yml': config, 'a.sql': 'DROP TABLE t;\n' })
  const options = ['--config', 'sluice.yml', '--guard', 'watch', '--fail-on', 'hold', 'a.sql']
  const { code, out } = await decide(['--format', 'text', ...options], { cwd: dir })
  expect(code).toBe(0)
  expect(out).toContain('The guard only observes: it lets this pass.')
  expect((await decide(['--format', 'github', ...options], { cwd: dir })).out).toMatch(
    /^::notice .*observed only/,
  )
})

it('--mask tells what takes a column out of its reach', async () => {
  const config = 'version: 1\nmasks:\n  people: { columns: { public.users.ssn: redact } }\n'
  const dir = files({
    'sluice.yml': config,
    'a.sql': 'UPDATE public.notes SET body = (SELECT ssn FROM public.users LIMIT 1) WHERE id = 1;\n',
  })
  const rules = async (...mask: string[]) =>
    (await decide(['--config', 'sluice.yml', '--guard', 'migrations', ...mask, 'a.sql'], { cwd: dir }))
      .lines[0]?.rules
  expect(await rules()).not.toContain('masked-copy')
  expect(await rules('--mask', 'people')).toContain('masked-copy')
  await expect(rules('--mask', 'nobody')).rejects.toThrow('has no mask nobody')
})
