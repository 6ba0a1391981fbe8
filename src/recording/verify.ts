import { publicKey, sha256, verifyAs } from './chain.ts'
import type { Answer, Need } from './checks/need.ts'
import { checkRecord, type Verification } from './checks/record.ts'

export type { Problem } from './checks/problem.ts'
export type { Extent, Status, Verification } from './checks/record.ts'

/** A record's files as bytes. */
export interface RecordFiles {
  readonly session: Buffer
  readonly chunks?: Buffer | undefined
  readonly receipts?: Buffer | undefined
  readonly seal?: Buffer | undefined
}

/** Checks a record offline; never throws. With `serverKey` (JWK `x`) only what that key has signed counts as the server's. */
export function verifyRecord(files: RecordFiles, serverKey?: string): Verification {
  const checking = checkRecord(files, serverKey)
  let step = checking.next()
  while (!step.done) step = checking.next(answer(step.value))
  return step.value
}

function answer(need: Need): Answer {
  if ('pause' in need) return undefined
  if ('hash' in need) return sha256(need.hash)
  const { domain, value, signature, key } = need
  const verifier = publicKey(key)
  return verifier !== undefined && verifyAs(domain, value, signature, verifier)
}
