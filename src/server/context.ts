import type { IncomingMessage } from 'node:http'
import type { AuditEntry } from './store/audit.ts'

/** What every route knows of its request. */
export interface App {
  Bindings: { incoming: IncomingMessage }
  Variables: {
    correlation: string
    /** What limits count. */
    network: string
    /** What the audit log will say; whoever learns something adds it. */
    entry: AuditEntry
  }
}
