// Reads what was kept and notes what people search for: behind the receipt, so that no session waits for it.
import { setImmediate as others } from 'node:timers/promises'
import { MAX_LINE_BYTES } from '../../recording/chain.ts'
import { type Changes, createChanges } from '../approvals/changes.ts'
import type { Log } from '../log.ts'
import { claimsOf, findGrant, type Grant } from '../store/grants.ts'
import type { Store } from '../store/index.ts'
import {
  addSession,
  findSession,
  type NewSession,
  notePiece,
  noteReason,
  openSessions,
  type SessionRow,
  unlistedGrants,
} from '../store/sessions.ts'
import { factsOf } from './facts.ts'
import type { RecordReader } from './reader.ts'

/** Read at once: a few chunks. */
const PIECE = 256 * 1024

export interface Catalogue {
  /** The record has grown or was closed. */
  note(session: string): void
  /** Lists sessions that began since `since` (ms) and have kept nothing yet. */
  list(since: number): Promise<void>
  /** Finds what a crash left unread; resolves when that is known, not when it was read. */
  start(): Promise<void>
  /** Resolves when everything that was noted has been read. */
  settled(): Promise<void>
  /** Told of every session that was read, by its id. */
  readonly changes: Changes
  close(): Promise<void>
}

export interface CatalogueOptions {
  readonly store: Store
  readonly reader: RecordReader
  /** Who started the run of a grant, as the platform calls them. */
  readonly startedBy: (grant: Grant) => readonly string[]
  readonly log: Log
}

export function createCatalogue({ store, reader, startedBy, log }: CatalogueOptions): Catalogue {
  const changes = createChanges()
  const due = new Set<string>()
  let running: Promise<void> | undefined

  const sessionOf = (grant: Grant): NewSession => {
    const claims = claimsOf(grant)
    return {
      id: grant.id,
      startedAt: grant.issued_at ?? grant.created_at,
      repository: claims.repository ?? claims.project_path ?? grant.repository,
      actor: startedBy(grant).join(', '),
      targets: JSON.parse(grant.targets) as string[],
    }
  }

  const add = (grants: readonly Grant[]) =>
    store.transaction().execute(async (transaction) => {
      for (const grant of grants) await addSession(transaction, sessionOf(grant))
    })

  const rowOf = async (id: string): Promise<SessionRow | undefined> => {
    const known = await findSession(store, id)
    if (known) return known
    const grant = await findGrant(store, id)
    if (grant?.issued_at == null) return undefined
    await add([grant])
    return findSession(store, id)
  }

  const catchUp = async (id: string): Promise<void> => {
    let row = await rowOf(id)
    const kept = row && (await reader.standing(id))
    while (row && kept && row.bytes < kept.sizes.session) {
      const lines = await piece(reader, row, kept.sizes.session)
      const facts = factsOf(lines)
      const at: SessionRow = row
      await store.transaction().execute((transaction) => notePiece(transaction, at, lines.length, facts))
      await others()
      row = await findSession(store, id)
    }
    if (row && row.reason === null && kept?.seal) await noteReason(store, id, kept.seal.reason)
    changes.tell(id)
  }

  const run = async () => {
    // The receipt goes first.
    await others()
    for (const id of due) {
      due.delete(id)
      try {
        await catchUp(id)
      } catch (error) {
        log.error({ err: error, session: id }, 'a session cannot be searched: its record was not read')
      }
    }
  }
  const wake = () => {
    if (changes.over.aborted) return
    running ??= run().finally(() => {
      running = undefined
      if (due.size > 0) wake()
    })
  }

  const list = async (since: number) => {
    for (let found = await unlistedGrants(store, since); found.length > 0; ) {
      await add(found)
      found = await unlistedGrants(store, since)
    }
  }
  return {
    note(session) {
      due.add(session)
      wake()
    },
    list,
    async start() {
      await list(0)
      for (const id of await openSessions(store)) due.add(id)
      wake()
    },
    async settled() {
      while (running) await running
    },
    changes,
    async close() {
      changes.close()
      due.clear()
      await running
    },
  }
}

/** Whole lines that follow what was read. */
async function piece(reader: RecordReader, { id, bytes }: SessionRow, end: number): Promise<Buffer> {
  for (const length of [PIECE, MAX_LINE_BYTES]) {
    const read = await reader.bytes(id, 'session', bytes, Math.min(bytes + length, end))
    const lines = read.subarray(0, read.lastIndexOf(10) + 1)
    if (lines.length > 0) return lines
  }
  throw new Error('the record has a line that no chunk could hold')
}
