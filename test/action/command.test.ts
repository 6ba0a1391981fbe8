import { describe, expect, it } from 'vitest'
import { lines, runCommand } from '../../src/action/command.ts'
import { scrubber } from '../../src/action/run.ts'

async function run(script: string, env: NodeJS.ProcessEnv = {}) {
  const shown = { out: '', err: '' }
  const code = await runCommand({
    script,
    env: { PATH: process.env.PATH, ...env },
    session: { PGHOST: '127.0.0.1', PGPASSWORD: 'session-password' },
    scrub: (text) => text.replaceAll('session-password', '***'),
    out: (text) => {
      shown.out += text
    },
    err: (text) => {
      shown.err += text
    },
  })
  return { code, ...shown }
}

describe('the run input', () => {
  it('runs a script of several lines with the session’s environment and masks its output', async () => {
    const ended = await run('echo "host $PGHOST"\necho "$PGPASSWORD"\nprintf %s "$PGPASSWORD" >&2')
    expect(ended).toEqual({ code: 0, out: 'host 127.0.0.1\n***\n', err: '***' })
  })

  it('ends at the first failure and tells the exit code', async () => {
    const ended = await run('(exit 7)\necho never')
    expect(ended).toEqual({ code: 7, out: '', err: '' })
    expect((await run('(exit 3) | cat\necho never')).code).toBe(3)
  })

  it('keeps what belongs to the action from the script', async () => {
    const { out } = await run('env', {
      INPUT_TARGET: 'x',
      STATE_token: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_RESULTS_URL: 'x',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'kept',
      MINE: 'kept',
    })
    expect(out).toContain('MINE=kept')
    expect(out).toContain('ACTIONS_ID_TOKEN_REQUEST_URL=kept')
    expect(out).not.toMatch(/INPUT_TARGET|STATE_token|ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/)
  })
})

describe('masked output', () => {
  it('sees a value that arrives in two pieces', () => {
    let shown = ''
    const writer = lines(
      (text) => text.replaceAll('secret-value', '***'),
      (text) => {
        shown += text
      },
    )
    writer.push(Buffer.from('one\ntwo secret-'))
    expect(shown).toBe('one\n')
    writer.push(Buffer.from('value\nrest é'.slice(0, 11)))
    writer.end()
    expect(shown).toBe('one\ntwo ***\nrest ')
  })

  it('hides the session’s secrets and what the target’s masks detect', () => {
    const target = { password: 'pw-of-session', detect: ['payment-card'] }
    const scrub = scrubber({ control: { port: 1, secret: 'control-secret' }, targets: [target] } as never)
    const text = scrub('pw-of-session control-secret 4111 1111 1111 1111 kept')
    expect(text).not.toMatch(/pw-of-session|control-secret|4111 1111 1111 1111/)
    expect(text).toContain('kept')
  })
})
