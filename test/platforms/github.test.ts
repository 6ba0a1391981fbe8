import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { keepsArtifacts } from '../../src/platforms/github/index.ts'
import { openPlatform } from '../../src/platforms/index.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** The runner's token endpoint; answers with the statuses first, then with a token. */
async function endpoint(...statuses: number[]) {
  const asked: { url: string | undefined; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization })
    const status = statuses.shift() ?? 200
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 200 ? { value: 'the.id.token' } : {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const env = {
    GITHUB_ACTIONS: 'true',
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/idtoken?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  }
  return { asked, env }
}

const open = (env: NodeJS.ProcessEnv) => openPlatform({ env, cwd: '/work', fetch, err: () => {} })

describe('GitHub', () => {
  it('gives a token for the audience', async () => {
    const { asked, env } = await endpoint()
    const platform = await open(env)
    expect(await platform.idToken('https://sluice.example.com')).toBe('the.id.token')
    expect(asked).toEqual([
      {
        url: '/idtoken?api-version=2.0&audience=https%3A%2F%2Fsluice.example.com',
        authorization: 'Bearer bearer',
      },
    ])
  })

  it('is asked again when it fails, and not when it refuses', async () => {
    const flaky = await endpoint(500, 429)
    expect(await (await open(flaky.env)).idToken('a')).toBe('the.id.token')
    expect(flaky.asked).toHaveLength(3)
    const refusing = await endpoint(403)
    await expect((await open(refusing.env)).idToken('a')).rejects.toMatchObject({
      code: 'OIDC_UNAVAILABLE',
      message: expect.stringContaining('status 403'),
    })
    expect(refusing.asked).toHaveLength(1)
  })

  it('names the lines that are missing when the job has no permission', async () => {
    const platform = await open({ GITHUB_ACTIONS: 'true' })
    await expect(platform.idToken('a')).rejects.toMatchObject({
      code: 'OIDC_UNAVAILABLE',
      hint: expect.stringMatching(/permissions:\n {6}id-token: write\n/),
    })
  })

  it('knows its facts', async () => {
    const { facts } = await open({
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/orders',
      GITHUB_RUN_ID: '12',
      GITHUB_WORKSPACE: '/checkout',
      RUNNER_TEMP: '/runner/temp',
    })
    expect(facts).toEqual({
      workspace: '/checkout',
      temp: '/runner/temp',
      artifacts: true,
      runUrl: 'https://github.com/acme/orders/actions/runs/12',
    })
  })

  it('keeps no artifacts on an Enterprise Server', () => {
    const kept = ['https://github.com', 'https://acme.ghe.com', 'http://github.localhost'].map(keepsArtifacts)
    expect(kept).toEqual([true, true, true])
    expect(keepsArtifacts('https://github.acme.internal')).toBe(false)
  })
})
