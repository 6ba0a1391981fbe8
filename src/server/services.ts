import type { Verifier } from '../identity/verify.ts'
import type { Config, ServerConfig } from '../policy/config.ts'
import type { Changes } from './approvals/changes.ts'
import type { Credentials } from './credentials.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Catalogue } from './sessions/catalogue.ts'
import type { RecordReader } from './sessions/reader.ts'
import type { Store } from './store/index.ts'

/** What the routes work with; nothing in here is state that a second server on the same store would miss. */
export interface Services {
  readonly config: Config & { readonly server: ServerConfig }
  readonly store: Store
  readonly verifier: Verifier
  readonly credentials: Credentials
  readonly records: Records
  /** What is kept of the sessions, for whoever shows it. */
  readonly reader: RecordReader
  /** What is known of them for those who search. */
  readonly catalogue: Catalogue
  /** Who waits for a decision is told by it. */
  readonly changes: Changes
  /** JWK `x` of the key that countersigns receipts. */
  readonly serverKey: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly log: Log
  readonly metrics: Metrics
}

/** The session records, as far as the end of a grant is concerned. */
export interface Records {
  /** Seals the record as abandoned unless it is sealed; says how it stands now. */
  abandon(session: string): Promise<{ sealed: boolean; reason: string }>
  /** Deletes all of a sealed record but its seal. */
  forget(session: string): Promise<void>
}
