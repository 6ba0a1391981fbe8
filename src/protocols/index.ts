import { postgres } from './postgres/index.ts'
import type { Protocol } from './protocol.ts'
import { ssh } from './ssh/index.ts'

export const PROTOCOLS = { postgres, ssh } as const satisfies Record<string, Protocol>

export type ProtocolName = keyof typeof PROTOCOLS
