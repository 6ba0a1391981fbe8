// An `Upload` whose answers a test decides.
import { headAfter, type PrivateJwk, sealHash, signAs, signingKey } from '../../src/recording/chain.ts'
import type { SignedChunk, Upload } from '../../src/recording/upload.ts'
import { KEY, newKey } from './samples.ts'

export interface FakeServer extends Upload {
  readonly chunks: SignedChunk[]
  /** Called before each chunk; a rejection is the answer. */
  before: (chunk: SignedChunk) => Promise<void>
}

/** Keeps chunks in memory and continues only where it is. */
export function fakeServer(jwk: PrivateJwk = newKey()): FakeServer {
  const { key, x } = signingKey(jwk)
  const t = '2026-11-22T10:00:00.000Z'
  const server: FakeServer = {
    serverKey: x,
    chunks: [],
    before: async () => {},
    async chunk(chunk) {
      await server.before(chunk)
      const { chunks } = server
      const { header } = chunk
      if (header.seq > chunks.length) {
        const off = chunks.reduce((sum, { body }) => sum + body.length, 0)
        return { conflict: 'not next', next: chunks.length, off, sealed: false }
      }
      chunks[header.seq] = chunk
      const receipt = { sid: header.sid, seq: header.seq, head: headAfter(header), t }
      return { receipt, signature: signAs('receipt', receipt, key) }
    },
    async seal({ seal }) {
      const receipt = { sid: seal.sid, seal: sealHash(seal), key: KEY.x, t }
      return { receipt, countersignature: signAs('sealed', receipt, key) }
    },
  }
  return server
}
