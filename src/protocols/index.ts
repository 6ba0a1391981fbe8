import { postgres } from './postgres/index.ts'
import type { Protocol } from './protocol.ts'

export const PROTOCOLS = { postgres } as const satisfies Record<string, Protocol>

export type ProtocolName = keyof typeof PROTOCOLS
