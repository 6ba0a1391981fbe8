// A real server on loopback with a real issuer, for the tests of server and client.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROVIDERS } from '../../src/credentials/index.ts'
import { secretsFrom } from '../../src/credentials/reference.ts'
import { parseConfig } from '../../src/policy/load.ts'
import { createLog } from '../../src/server/log.ts'
import { type RunningServer, type StartOptions, startServer } from '../../src/server/start.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { freePort } from '../fixtures/postgres.ts'

export interface Harness {
  readonly url: string
  readonly issuer: Issuer
  readonly data: string
  readonly logs: string[]
  server: RunningServer
  /** Milliseconds that the server's clock is ahead of ours. */
  skew: number
  /** The server again on the same data, with another policy file if given. */
  restart(change?: Change): Promise<void>
  close(): Promise<void>
}

export const SECRETS = {
  ORDERS_PASSWORD: 'upstream-orders-password',
  BILLING_PASSWORD: 'upstream-billing-password',
}

/** Claims that the rules for GitHub ask for. */
const MAIN = {
  repository_id: '123',
  repository_owner_id: '9',
  repository: 'acme/orders',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  event_name: ['push', 'workflow_dispatch'],
  environment: 'production',
  job_workflow_ref: 'acme/orders/.github/workflows/deploy.yml@refs/heads/main',
  runner_environment: 'github-hosted',
}

const TARGET = {
  protocol: 'postgres',
  address: '127.0.0.1:5432',
  database: 'orders',
  tls: { mode: 'disable' },
  credential: { provider: 'static', user: 'app', password: 'env:ORDERS_PASSWORD' } as Record<string, string>,
}

/** `orders-prod` and `billing-prod` for GitHub, `gated-prod` with an approval, `gitlab-prod`. */
export function policy(url: string, issuer: string) {
  return {
    version: 1,
    server: { url, limits: { exchanges_per_minute: 10_000, requests_per_minute: 100_000 } },
    issuers: {
      github: { issuer },
      gitlab: {
        platform: 'gitlab',
        issuer: `${issuer}/gitlab`,
        jwks_uri: `${issuer}/.well-known/jwks`,
      },
    },
    approvers: { dba: { group: 'dba' } },
    targets: {
      'orders-prod': TARGET,
      'billing-prod': {
        ...TARGET,
        credential: { provider: 'static', user: 'billing', password: 'env:BILLING_PASSWORD' },
      },
      'gated-prod': TARGET,
      'gitlab-prod': TARGET,
    },
    guards: { orders: { extends: 'strict', limits: { rows: 1000 } } },
    access: [
      {
        name: 'orders from main',
        issuer: 'github',
        claims: MAIN as Record<string, string | string[]>,
        targets: ['orders-prod', 'billing-prod'],
        guard: 'orders',
        ttl: '30m',
      },
      {
        name: 'gated orders',
        issuer: 'github',
        claims: MAIN,
        targets: ['gated-prod'],
        guard: 'strict',
        ttl: '10m',
        approval: { by: ['dba'], timeout: '1h' },
      },
      {
        name: 'gitlab orders',
        issuer: 'gitlab',
        claims: {
          project_id: '7',
          namespace_id: '3',
          project_path: 'group/sub/orders',
          ref_path: 'refs/heads/main',
          ref_protected: 'true',
          pipeline_source: ['push', 'web'],
        },
        targets: ['gitlab-prod'],
        guard: 'strict',
        ttl: '30m',
      },
    ],
  }
}

type Policy = ReturnType<typeof policy>
export type Change = (policy: Policy) => void

export interface HarnessOptions {
  readonly change?: Change
  readonly env?: Record<string, string>
  readonly providers?: StartOptions['providers']
}

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const issuer = await startIssuer()
  const data = mkdtempSync(join(tmpdir(), 'sluice-server-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const logs: string[] = []
  const start = (change = options.change) => {
    const file = policy(url, issuer.url)
    change?.(file)
    return startServer({
      config: parseConfig(JSON.stringify(file), join(data, 'sluice.yml')),
      listen: { host: '127.0.0.1', port },
      data,
      providers: options.providers ?? PROVIDERS,
      secrets: secretsFrom({ ...SECRETS, ...options.env }),
      fetch: globalThis.fetch,
      clock: () => Date.now() + harness.skew,
      log: createLog((line) => logs.push(line)),
    })
  }
  const harness: Harness = {
    url,
    issuer,
    data,
    logs,
    skew: 0,
    server: undefined as unknown as RunningServer,
    async restart(change) {
      await harness.server.close()
      harness.server = await start(change)
    },
    async close() {
      await harness.server.close()
      await issuer.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
  harness.server = await start()
  return harness
}
