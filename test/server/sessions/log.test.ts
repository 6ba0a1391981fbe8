import { createPublicKey, hash, verify } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicKey, signingKey } from '../../../src/recording/chain.ts'
import { createTree, leafHash, openSealLog } from '../../../src/server/sessions/log.ts'
import { newDir, newKey } from '../../recording/samples.ts'

const inner = (left: Buffer, right: Buffer) =>
  hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')

/** The definition of RFC 6962, section 2.1. */
function root(leaves: readonly Buffer[]): Buffer {
  const [first, second] = leaves
  if (!first) return hash('sha256', '', 'buffer')
  if (!second) return first
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return inner(root(leaves.slice(0, split)), root(leaves.slice(split)))
}

describe('the tree', () => {
  test('has the roots of RFC 6962', () => {
    const leaves: Buffer[] = []
    const tree = createTree()
    for (let n = 0; n <= 130; n++) {
      expect(tree.size()).toBe(n)
      expect(tree.root()).toEqual(root(leaves))
      leaves.push(leafHash(`seal ${n}`))
      tree.push(leaves[n]!)
    }
  })

  test('has the known leaf hash of the empty string', () => {
    expect(leafHash('').toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
  })
})

describe('the log', () => {
  test('survives a restart and a torn last line; its checkpoint is a signed note', async () => {
    const dir = newDir()
    const jwk = newKey()
    const key = signingKey(jwk)
    const log = await openSealLog(dir, 'example.org/records', key)
    await Promise.all(['a', 'b', 'c'].map((sid) => log.add(sid, `{"sid":"${sid}"}`)))
    await log.add('b', 'again')
    const checkpoint = log.checkpoint()
    await log.close()
    appendFileSync(join(dir, 'leaves.jsonl'), '{"leaf":"00')
    const again = await openSealLog(dir, 'example.org/records', key)
    expect(again.checkpoint()).toBe(checkpoint)
    expect(readFileSync(join(dir, 'checkpoint'), 'utf8')).toBe(checkpoint)
    expect([again.has('b'), again.has('d')]).toEqual([true, false])
    await again.close()

    const [text, signatures] = checkpoint.split('\n\n') as [string, string]
    expect(text.split('\n').slice(0, 2)).toEqual(['example.org/records', '3'])
    const [, name, encoded] = /^— (\S+) (\S+)\n$/.exec(signatures) ?? []
    expect(name).toBe('example.org/records')
    const bytes = Buffer.from(encoded!, 'base64')
    const id = hash(
      'sha256',
      Buffer.concat([Buffer.from(`${name}\n\x01`), Buffer.from(jwk.x, 'base64url')]),
      'buffer',
    )
    expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4))
    expect(
      verify(
        null,
        Buffer.from(`${text}\n`),
        createPublicKey(publicKey(jwk.x)!.export({ type: 'spki', format: 'pem' })),
        bytes.subarray(4),
      ),
    ).toBe(true)
  })

  test('that is damaged is not opened', async () => {
    const dir = newDir()
    appendFileSync(join(dir, 'leaves.jsonl'), 'something\n')
    await expect(openSealLog(dir, 'o', signingKey(newKey()))).rejects.toMatchObject({ code: 'STORE_FAILED' })
  })
})
