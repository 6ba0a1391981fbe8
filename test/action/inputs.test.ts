import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { INPUTS, readArtifact, readInputs, readReport, readTargets } from '../../src/action/inputs.ts'

const ROOT = join(import.meta.dirname, '../..')
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>
  outputs: Record<string, { description: string }>
  runs: Record<string, string>
}

/** As the runner passes inputs, with the defaults of action.yml. */
function environment(inputs: Record<string, string>): NodeJS.ProcessEnv {
  const defaults = Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value])
  const all = { ...Object.fromEntries(defaults), ...inputs } as Record<string, string>
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

const read = (inputs: Record<string, string>) => readInputs(environment(inputs))

describe('action.yml', () => {
  it('has the inputs that the code reads', () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUTS].sort())
  })

  it('has the outputs that the code writes', () => {
    const source = readFileSync(join(ROOT, 'src/action/exports.ts'), 'utf8')
    const written = [...source.matchAll(/platform\.output\('([^']+)'/g)].map((match) => match[1])
    expect(Object.keys(action.outputs).sort()).toEqual(written.sort())
  })

  it('runs main and post on Node 24, and post always', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/main/index.js',
      post: 'dist/post/index.js',
      'post-if': 'always()',
    })
  })
})

describe('inputs', () => {
  it('are read with their defaults', () => {
    expect(read({ server: 'https://sluice.example.com', target: 'orders-prod' })).toEqual({
      source: { server: 'https://sluice.example.com' },
      targets: [{ target: 'orders-prod', port: 0 }],
      exportEnvironment: true,
      databaseUrl: false,
      sshConfig: false,
      park: false,
    })
  })

  it('take several targets with ports, a run script and a timeout', () => {
    const inputs = read({
      config: 'sluice.yml',
      access: 'migrations',
      target: 'orders-prod=15432\n\n  billing \n',
      run: 'npm run migrate',
      timeout: '30m',
      'client-auth': 'password',
      'database-url': 'true',
      'ssh-config': 'user',
    })
    expect(inputs).toEqual({
      source: { config: 'sluice.yml', access: 'migrations' },
      targets: [
        { target: 'orders-prod', port: 15432 },
        { target: 'billing', port: 0 },
      ],
      run: 'npm run migrate',
      exportEnvironment: false,
      databaseUrl: true,
      sshConfig: true,
      park: false,
      timeoutMs: 1_800_000,
      clientAuth: 'password',
    })
  })

  it.each([
    [{ target: 'a' }, /neither of the inputs server and config/],
    [{ target: 'a', server: 'https://s.example', config: 'c' }, /both of the inputs/],
    [{ server: 'https://s.example', target: ' \n' }, /no target is named/],
    [{ server: 'https://s.example', target: 'a=99999' }, /'a=99999' is not a target/],
    [{ server: 'https://s.example', target: 'a\na=1' }, /target a is named twice/],
    [{ server: 'https://s.example', target: 'a', timeout: '30' }, /timeout is not a duration/],
    [
      { server: 'https://s.example', target: 'a', 'export-env': 'yes' },
      /export-env is neither true nor false/,
    ],
    [{ server: 'https://s.example', target: ' \r\n \n' }, /no target is named/],
    [{ server: 'https://s.example', target: 'a\r\na\r\n' }, /target a is named twice/],
    [{ server: 'https://s.example', target: 'a b' }, /'a b' is not a target/],
    [{ server: 'https://s.example', target: 'a,b' }, /'a,b' is not a target/],
    [{ server: 'https://s.example', target: 'a', timeout: '0s' }, /timeout is not a duration/],
    [{ server: 'https://s.example', target: 'a', 'client-auth': 'trust' }, /client-auth is neither/],
    [
      { server: 'https://s.example', target: 'a', 'ssh-config': 'true' },
      /ssh-config is neither own nor user/,
    ],
    [
      { server: 'https://s.example', target: 'a', report: 'yes' },
      /report is neither none, comment nor check/,
    ],
    [{ server: 'https://s.example', target: 'a', artifact: 'a/b' }, /no name for an artifact: "a\/b"/],
  ])('refuse %j', (inputs, message) => {
    expect(() => read(inputs as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringMatching(message) }),
    )
  })

  it('name an artifact, or take the usual name, or none', () => {
    const artifact = (value: string) => readArtifact(environment({ artifact: value }))
    expect([artifact('true'), artifact('false'), artifact('audit')]).toEqual([true, false, 'audit'])
    expect([artifact(''), artifact('True'), artifact('FALSE')]).toEqual([true, true, false])
  })
  it('say where to tell of the session, when there is a token to tell it with', () => {
    const report = (inputs: Record<string, string>) =>
      readReport(environment({ 'github-token': 't', ...inputs }))
    expect(report({})).toEqual({ kind: 'comment', token: 't' })
    expect(report({ report: 'check' })).toEqual({ kind: 'check', token: 't' })
    expect(report({ report: 'none' })).toEqual({ kind: 'none', token: 't' })
    expect(report({ 'github-token': '' })).toEqual({ kind: 'none', token: '' })
    expect(action.inputs['github-token']?.default).toMatch(/^\$\{\{ github\.token \}\}$/)
  })

  it('name their targets once more behind the session', () => {
    expect(readTargets(environment({ target: 'a=5432\nb' }))).toEqual(['a', 'b'])
    expect(readTargets(environment({ target: 'a,b' }))).toEqual([])
  })
})
