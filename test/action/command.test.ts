import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/action/command.ts'
import { scrubSession } from '../../src/action/scrub.ts'
import type { Ready } from '../../src/session/files.ts'

const ready = (detect: string[] = []): Pick<Ready, 'targets' | 'control'> => ({
  control: { port: 1, secret: 'control-secret' },
  targets: [
    {
      name: 'orders',
      protocol: 'any',
      host: '127.0.0.1',
      port: 1,
      user: 'sluice',
      password: 'session-password',
      url: '',
      environment: {},
      detect,
    },
  ],
})

async function run(script: string, env: NodeJS.ProcessEnv = {}, secretVariables: string[] = []) {
  const shown = { out: '', err: '' }
  const code = await runCommand({
    script,
    env: { PATH: process.env.PATH, ...env },
    session: { PGHOST: '127.0.0.1', PGPASSWORD: 'session-password' },
    secretVariables,
    scrubber: () => scrubSession(ready()),
    out: (data) => {
      shown.out += data
    },
    err: (data) => {
      shown.err += data
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

  it('tells a script that a signal ended from one that failed', async () => {
    expect((await run('kill -9 $$')).code).toBeUndefined()
  })

  it('keeps the targets’ own credentials from the script, which could go past the session with them', async () => {
    const { out } = await run('env', { ORDERS_PASSWORD: 'upstream', MINE: 'kept' }, ['ORDERS_PASSWORD'])
    expect(out).toContain('MINE=kept')
    expect(out).not.toMatch(/ORDERS_PASSWORD|upstream/)
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
  const scrub = (chunks: string[], detect?: string[]) => {
    const scrubber = scrubSession(ready(detect))
    return [...chunks.map((chunk) => String(scrubber.write(Buffer.from(chunk)))), String(scrubber.end())]
  }

  it('comes out line by line, so that a value in two pieces is seen', () => {
    expect(scrub(['one\ntwo session-', 'password\nrest'])).toEqual(['one\n', 'two ***\n', 'rest'])
  })

  it('hides the session’s secrets and what the target’s masks detect', () => {
    const text = scrub(
      ['session-password control-secret 4111 1111 ', '1111 1111 kept'],
      ['payment-card'],
    ).join('')
    expect(text).not.toMatch(/session-password|control-secret|4111 1111 1111 1111/)
    expect(text).toContain('kept')
  })

  it('does not hold back a line without end', () => {
    const shown = scrub(['x'.repeat(200_000), 'y'])
    expect(shown[0]?.length).toBeGreaterThan(100_000)
    expect(shown.join('')).toBe(`${'x'.repeat(200_000)}y`)
  })
})
