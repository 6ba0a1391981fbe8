import { dirname, join } from 'node:path'
import type { Hono } from 'hono'
import { type PrivateJwk, signingKey } from '../../recording/chain.ts'
import { openRecordDirectory } from './directory.ts'
import { openSealLog } from './log.ts'
import { createReader, type RecordReader } from './reader.ts'
import { type PublicJwk, sealLog, sessions } from './routes.ts'
import type { RecordStore } from './store.ts'

export interface RecordsOptions {
  /** Directory of the session records; the log of seals is kept in `log` beside it. */
  readonly directory: string
  readonly authorise: (request: Request) => Promise<{ session: string; publicJwk: PublicJwk }>
  /** Private Ed25519 JWK that countersigns. */
  readonly key: PrivateJwk
  /** Largest record. */
  readonly maxBytes: number
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Name of the log of seals; derived from the key when absent. */
  readonly origin?: string
  readonly onError?: (error: unknown) => void
  /** Told of every session whose record has grown or was closed, once that is on the disk. */
  readonly onKept?: (session: string) => void
}

export interface SessionRecords {
  /** For `/v1/sessions`. */
  readonly routes: ReturnType<typeof sessions>
  /** For `/v1/log`. */
  readonly log: Hono
  /** Seals the record unless it is sealed; says how it stands now. */
  abandon(session: string): Promise<{ sealed: boolean; reason: string }>
  /** Deletes all of a sealed record but its seal. */
  forget(session: string): Promise<void>
  /** What is kept, for whoever shows it. */
  readonly reader: RecordReader
  /** Waits for what is being written. */
  close(): Promise<void>
}

/** Opens the records kept in a directory. What cannot be opened fails every call, so that nothing is acknowledged. */
export function openRecords(options: RecordsOptions): SessionRecords {
  const { directory, authorise, maxBytes, clock, onError, onKept } = options
  const key = signingKey(options.key)
  const opened = (async () => {
    const log = await openSealLog(
      join(dirname(directory), 'log'),
      options.origin ?? `sluice-log/${key.x}`,
      key,
    )
    const store = await openRecordDirectory({ dir: directory, key, log, maxBytes, clock })
    return { log, store }
  })()
  opened.catch((error) => onError?.(error))
  const told = async <T>(session: string, done: Promise<T>): Promise<T> => {
    const result = await done
    onKept?.(session)
    return result
  }
  const store: Pick<RecordStore, 'append' | 'seal'> = {
    append: async (chunk) => told(chunk.header.sid, (await opened).store.append(chunk)),
    seal: async (seal, x) => told(seal.seal.sid, (await opened).store.seal(seal, x)),
  }
  return {
    routes: sessions({ store, authorise, ...(onError ? { onError } : {}) }),
    log: sealLog(async () => (await opened).log.checkpoint(), key.x),
    abandon: async (session) => told(session, (await opened).store.abandon(session)),
    forget: async (session) => (await opened).store.forget(session),
    reader: createReader(directory, async (session) => (await opened).store.standing(session)),
    async close() {
      const { store, log } = await opened
      await store.close()
      await log.close()
    },
  }
}
