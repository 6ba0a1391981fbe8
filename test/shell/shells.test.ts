import { describe, expect, it } from 'vitest'
import { analyseCommand, type CommandContext } from '../../src/shell/index.ts'

const unknowns = (line: string, context: CommandContext = {}) =>
  analyseCommand(line, context).effects.filter(({ action }) => action === 'unknown')

describe('what shells read in different ways is not judged for an unknown one', () => {
  it.each([
    ["echo $'a' b", 'dash: $ and a'],
    ["echo 'x\\' b", 'fish: the quote goes on'],
    ["echo 'a\\\\b'", 'fish: one backslash'],
    ['cat /etc/\\x73hadow', 'fish: s'],
    ['echo hi!there', 'csh: an earlier command'],
    ["echo 'hi!there'", 'csh: an earlier command'],
    ['echo =ls', 'zsh: the path of ls'],
    ['[[ -f a && -f b ]]', 'dash: two commands'],
  ])('%s (%s)', (line) => {
    expect(unknowns(line)).not.toEqual([])
    expect(unknowns(line, { shell: '/bin/bash' })).toEqual([])
  })

  it.each(['/usr/bin/fish', '/bin/tcsh', '/usr/sbin/nologin', 'git-shell', ''])(
    '%s is none that is read here',
    (shell) => {
      expect(unknowns('ls', { shell })).not.toEqual([])
    },
  )

  it('braces count as bash reads them, and as dash does', () => {
    const names = (shell: string) =>
      analyseCommand('rm /srv/{a,b}', { shell }).effects.map(({ name }) => name)
    expect(names('bash')).toEqual(['/srv/a', '/srv/b'])
    expect(names('dash').sort()).toEqual(['/srv/a', '/srv/b', '/srv/{a,b}'])
  })
})

describe('the account', () => {
  const names = (line: string, context: CommandContext) =>
    analyseCommand(line, context).effects.map(({ name }) => name)

  it('has a home, where commands begin', () => {
    expect(names('rm x; rm ~/y; rm "$HOME/z"', {})).toEqual(['~/x', '~/y', '~/z'])
    expect(names('rm x; rm ~/y; rm "$HOME/z"', { home: '/home/app' })).toEqual([
      '/home/app/x',
      '/home/app/y',
      '/home/app/z',
    ])
    expect(names('rm x; rm ../y', { home: '/home/app', cwd: '/srv/app/a' })).toEqual([
      '/srv/app/a/x',
      '/srv/app/y',
    ])
  })

  it('has variables that the client set', () => {
    const env = { RELEASE: '42', LD_PRELOAD: '/tmp/x.so' }
    const { effects } = analyseCommand('touch /srv/app/$RELEASE', { env })
    expect(effects).toEqual([
      { action: 'write', object: 'environment', name: 'LD_PRELOAD' },
      { action: 'write', object: 'path', name: '/srv/app/42', place: 'own', detail: 'append' },
    ])
  })

  it('gets a shell where the line is empty', () => {
    expect(analyseCommand(' \n', {}).effects).toEqual([{ action: 'run', object: 'shell' }])
  })
})

describe('SQL within a command line', () => {
  const embedded = (line: string) => analyseCommand(line, { shell: 'bash' }).embedded

  it.each([
    ["psql -c 'SELECT 1'", ['SELECT 1'], ['psql']],
    ["psql -At -d app -c 'SELECT 1' -c 'SELECT 2'", ['SELECT 1', 'SELECT 2'], ['psql']],
    ["sudo -u postgres psql --command='DROP TABLE x' app", ['DROP TABLE x'], ['sudo', 'psql']],
    ["psql app <<'SQL'\nSELECT 1;\nSQL", ['SELECT 1;\n'], ['psql']],
    ["echo 'SELECT 1' | psql app", ['SELECT 1\n'], ['psql']],
    ["docker exec db psql -c 'SELECT 1'", ['SELECT 1'], ['container', 'psql']],
    ['T=x; psql -c "DROP TABLE $T"', ['DROP TABLE x'], ['psql']],
  ])('%s', (line, texts, via) => {
    expect(embedded(line)).toEqual(texts.map((text) => ({ dialect: 'postgres', text, via })))
  })

  it.each([
    "psql -c '\\! id'",
    'psql -c "DROP TABLE $T"',
    'psql -f x.sql',
    'psql < x.sql',
    "psql -o '|sh' -c 'SELECT 1'",
  ])('%s is not known', (line) => {
    const { effects } = analyseCommand(line, { shell: 'bash' })
    expect(effects.filter(({ action, object }) => action === 'unknown' || object === 'database')).not.toEqual(
      [],
    )
  })
})
