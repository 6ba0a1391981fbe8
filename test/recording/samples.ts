// A session's events, keys and directories for the tests of the record.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventBody } from '../../src/core/event.ts'
import { sha256 } from '../../src/recording/chain.ts'
import type { RecordFiles } from '../../src/recording/verify.ts'

export function newKey() {
  const { kty, crv, d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { kty: kty!, crv: crv!, d: d!, x: x! }
}

/** The session's key where a test needs to know it. */
export const KEY = newKey()

export function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'sluice-record-'))
}

export const START: EventBody & { type: 'session.start' } = {
  type: 'session.start',
  session: 's1',
  claims: { repository: 'acme/orders', run_id: '42' },
  access: 'orders-migrations',
  targets: [
    { name: 'orders-prod', protocol: 'postgres', address: 'db:5432', guard: 'migrations', mode: 'enforce' },
  ],
  policy_sha256: sha256('policy'),
  version: '0.1.0',
  expires_at: '2026-11-22T10:00:00.000Z',
}

export const END: EventBody & { type: 'session.end' } = {
  type: 'session.end',
  reason: 'clean',
  statements: 2,
  refused: 1,
  held: 0,
  masked: 3,
  connections: 1,
}

const EFFECTS = [{ action: 'read', object: 'table', name: 'users', rows: 'some' }] as const
const RELATIONS = ['users']
const RULES: readonly string[] = []

export function statement(id: number, text = `select email from users where id = ${id}`): EventBody {
  return {
    type: 'statement',
    conn: 1,
    id,
    text,
    redacted: false,
    sha256: sha256(text),
    effects: EFFECTS,
    relations: RELATIONS,
    verdict: 'allow',
    rules: RULES,
  }
}

export function result(id: number): EventBody {
  return { type: 'result', conn: 1, id, tag: 'SELECT 1', rows: 1, bytes: 120, ms: 2, masked: { email: 1 } }
}

export function filesOf(dir: string): RecordFiles {
  const read = (name: string) => {
    try {
      return readFileSync(join(dir, name))
    } catch {
      return undefined
    }
  }
  return {
    session: read('session.jsonl') ?? Buffer.alloc(0),
    chunks: read('chunks.jsonl'),
    receipts: read('receipts.jsonl'),
    seal: read('seal.json'),
  }
}
