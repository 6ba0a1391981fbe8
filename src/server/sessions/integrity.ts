// Whether a record holds, by the checks of `sluice verify`.
import { setImmediate as others } from 'node:timers/promises'
import { publicKey, sha256, verifyAs } from '../../recording/chain.ts'
import type { Answer, Need } from '../../recording/checks/need.ts'
import { checkRecord, type Verification } from '../../recording/checks/record.ts'
import type { RecordFile, RecordReader } from './reader.ts'
import type { Standing } from './store.ts'

export interface Checked {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly verification: Verification
}

export interface Integrity {
  /** Undefined when the record is too long to be checked while somebody waits. */
  check(session: string, standing: Standing): Promise<Checked | undefined>
}

/** Bytes of events. */
const MOST_BYTES = 16 * 1024 * 1024
/** A page that is loaded again gets the same answer. */
const KEPT_MS = 60_000
const MOST_KEPT = 100

export function createIntegrity(reader: RecordReader, serverKey: string, clock: () => number): Integrity {
  const known = new Map<string, { head: string; sealed: boolean; checked: Promise<Checked> }>()
  const check = async (session: string, { sizes, seal }: Standing): Promise<Checked> => {
    const file = (name: RecordFile, size: number) => reader.bytes(session, name, 0, size)
    const files = {
      session: await file('session', sizes.session),
      chunks: await file('chunks', sizes.chunks),
      receipts: await file('receipts', sizes.receipts),
      seal: seal && (await file('seal', await reader.size(session, 'seal'))),
    }
    const checking = checkRecord(files, serverKey)
    let step = checking.next()
    while (!step.done) {
      if ('pause' in step.value) await others()
      step = checking.next(answer(step.value))
    }
    return { at: clock(), verification: step.value }
  }
  return {
    async check(session, standing) {
      if (standing.sizes.session > MOST_BYTES) return undefined
      const before = known.get(session)
      const sealed = standing.seal !== undefined
      if (before && before.head === standing.head && before.sealed === sealed) {
        const checked = await before.checked
        if (clock() - checked.at < KEPT_MS) return checked
      }
      known.delete(session)
      const checked = check(session, standing)
      known.set(session, { head: standing.head, sealed, checked })
      checked.catch(() => known.delete(session))
      for (const oldest of known.keys()) {
        if (known.size <= MOST_KEPT) break
        known.delete(oldest)
      }
      return checked
    },
  }
}

function answer(need: Need): Answer {
  if ('pause' in need) return undefined
  if ('hash' in need) return sha256(need.hash)
  const key = publicKey(need.key)
  return key !== undefined && verifyAs(need.domain, need.value, need.signature, key)
}
