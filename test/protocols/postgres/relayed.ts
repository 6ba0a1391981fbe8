// A PostgreSQL target behind the relay.
import type { TargetTerms } from '../../../src/core/grant.ts'
import { Secret } from '../../../src/core/secret.ts'
import { postgres } from '../../../src/protocols/postgres/index.ts'
import * as neutral from '../relayed.ts'

export * from '../relayed.ts'

export interface Relayed extends neutral.Relayed {
  url(database?: string): string
}

export interface RelayedOptions extends neutral.RelayedOptions {
  /** Where the target is. */
  readonly upstream: { readonly host: string; readonly port: number }
  readonly terms?: Partial<TargetTerms>
}

export function terms(
  upstream: { host: string; port: number },
  more: Partial<TargetTerms> = {},
): TargetTerms {
  return {
    name: 'orders',
    protocol: 'postgres',
    host: upstream.host,
    port: upstream.port,
    tls: { mode: 'disable' },
    credential: { user: 'postgres', password: new Secret('super-secret-postgres') },
    guard: { name: 'test', mode: 'enforce', rules: {}, allow: [] },
    masks: { columns: [], detect: [] },
    limits: { connections: 100 },
    ...more,
  }
}

export async function relayed(options: RelayedOptions): Promise<Relayed> {
  const own = terms(options.upstream, options.terms)
  const relay = await neutral.relayedTarget(postgres, own, options)
  return {
    ...relay,
    url: (database = own.database ?? '') =>
      `postgres://${neutral.LOCAL_USER}:${neutral.LOCAL_PASSWORD}@127.0.0.1:${relay.port}/${database}?sslmode=disable`,
  }
}
