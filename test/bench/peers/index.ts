import { gateway } from './gateway.ts'
import { haproxy } from './haproxy.ts'
import { naive } from './naive.ts'
import { nginx } from './nginx.ts'
import type { Peer } from './peer.ts'
import { pgbouncer } from './pgbouncer.ts'
import { sluice } from './sluice.ts'

export const PEERS: readonly Peer[] = [haproxy, pgbouncer, nginx, gateway, naive, sluice]

export type { Endpoint, Peer, Running } from './peer.ts'
