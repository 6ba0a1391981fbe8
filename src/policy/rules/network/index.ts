import type { Rule } from '../rule.ts'
import { reachHost } from './reach-host.ts'
import { remoteShell } from './remote-shell.ts'
import { sendToHost } from './send-to-host.ts'
import { unknownSql } from './unknown-sql.ts'

export const NETWORK: readonly Rule[] = [reachHost, sendToHost, remoteShell, unknownSql]
