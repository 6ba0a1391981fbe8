import type { Protocol } from './protocol.ts'

/** By the name in the policy file; each is loaded when a target speaks it: SSH brings cryptography of its own along. */
export const PROTOCOLS = {
  postgres: async () => (await import('./postgres/index.ts')).postgres,
  ssh: async () => (await import('./ssh/index.ts')).ssh,
  http: async () => (await import('./http/index.ts')).http,
} as const satisfies Record<string, () => Promise<Protocol>>

export type ProtocolName = keyof typeof PROTOCOLS

/** Undefined for a protocol that this version does not speak. */
export async function protocolOf(name: string): Promise<Protocol | undefined> {
  const loaders: Readonly<Record<string, () => Promise<Protocol>>> = PROTOCOLS
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
}
