import { FILES } from '../format.ts'
import { parseCanonical } from '../reading.ts'
import { isSealFile, type SealFile } from '../shapes.ts'
import type { ChainCheck } from './chunks.ts'
import { type Checking, sealHash, sha256, verified } from './need.ts'
import { type Findings, keyOf } from './problem.ts'

export function readSeal(bytes: Uint8Array | undefined, findings: Findings): SealFile | undefined {
  if (!bytes) return undefined
  const value = bytes.at(-1) === 10 ? parseCanonical(bytes.subarray(0, -1)) : undefined
  if (isSealFile(value)) return value
  findings.report('seal', FILES.seal, 'it is not a seal: cut, changed, or of a newer version')
  return undefined
}

/** True when the server has countersigned the seal. */
export function* checkSeal(
  file: SealFile,
  session: Uint8Array,
  { chain, receipts, server }: { chain: ChainCheck; receipts: number; server: string | undefined },
  findings: Findings,
): Checking<boolean> {
  const { report } = findings
  yield* checkExtent(file, session, chain, findings)
  yield* checkSignature(file, findings)
  if (file.kept === 'local') {
    if (file.receipt || file.countersignature !== undefined || file.server_key !== undefined)
      report('seal', FILES.seal, 'it says that it was kept locally, but holds a countersignature')
    return false
  }
  if (receipts < file.seal.n)
    report('missing', FILES.receipts, `the receipts from chunk ${receipts} to ${file.seal.n - 1} are missing`)
  return yield* checkCountersignature(file, server, findings)
}

function* checkExtent(
  { seal }: SealFile,
  session: Uint8Array,
  chain: ChainCheck,
  { report }: Findings,
): Checking<void> {
  const n = chain.headers.length
  if (seal.n !== n || seal.head !== chain.heads[n] || seal.bytes !== chain.bytes) {
    const holds = `${n} chunks with ${chain.bytes} bytes hold`
    report('cut', FILES.chunks, `the seal closes ${seal.n} chunks with ${seal.bytes} bytes, but ${holds}`)
  }
  if (chain.differs) return
  if (session.length > seal.bytes)
    report('inserted', FILES.session, 'something was added behind the seal', { offset: seal.bytes })
  else if ((yield* sha256(session)) !== seal.sha256)
    report('changed', FILES.session, 'the file is not what was sealed')
}

/** Only the server closes a record without the session, and says `abandoned`. */
function* checkSignature({ seal, signature, key, kept }: SealFile, findings: Findings): Checking<void> {
  if (signature === undefined) {
    if (kept !== 'server' || seal.reason !== 'abandoned')
      findings.report('signature', FILES.seal, 'the session’s signature is missing')
    return
  }
  const verifier = keyOf(key, 'the session’s key', FILES.seal, findings)
  if (verifier && !(yield* verified('seal', seal, signature, verifier)))
    findings.report('signature', FILES.seal, 'the session’s signature of the seal does not verify')
}

function* checkCountersignature(
  file: SealFile,
  server: string | undefined,
  findings: Findings,
): Checking<boolean> {
  const { seal, receipt, countersignature, key, server_key } = file
  if (!receipt || countersignature === undefined) {
    findings.report('seal', FILES.seal, 'the server’s countersignature is missing')
    return false
  }
  if (server_key !== server) {
    findings.report('key', FILES.seal, 'the seal is countersigned by another server key')
    return false
  }
  const verifier = keyOf(server, 'the server’s key', FILES.seal, findings)
  const fits = receipt.sid === seal.sid && receipt.seal === (yield* sealHash(seal)) && receipt.key === key
  if (fits && verifier && (yield* verified('sealed', receipt, countersignature, verifier))) return true
  findings.report('signature', FILES.seal, 'the server’s countersignature does not verify')
  return false
}
