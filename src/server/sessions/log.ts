// The log of all seals: an RFC 6962 Merkle tree, so that no sealed record can be taken away or replaced unnoticed.
// https://www.rfc-editor.org/rfc/rfc6962#section-2.1, checkpoint: https://c2sp.org/tlog-checkpoint
import { hash, sign } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { canonical } from '../../core/json.ts'
import type { SigningKey } from '../../recording/chain.ts'
import { append, replace } from './disk.ts'

export interface SealLog {
  has(session: string): boolean
  /** Adds a record's `seal.json` (without its line feed) durably, once. */
  add(session: string, seal: string): Promise<void>
  /** A signed note: origin, size and root of the tree. */
  checkpoint(): string
  close(): Promise<void>
}

/** Files `leaves.jsonl` and `checkpoint` in `dir`. `origin` names the log, e.g. `sluice.example.org/records`. */
export async function openSealLog(dir: string, origin: string, key: SigningKey): Promise<SealLog> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, 'leaves.jsonl')
  const file = await open(path, 'a+', 0o600).then(async (created) => {
    await created.close()
    return open(path, 'r+')
  })
  const tree = createTree()
  const sessions = new Set<string>()
  let size = await load(file, path, (session, leaf) => {
    tree.push(leaf)
    sessions.add(session)
  })
  let last = Promise.resolve()

  const checkpoint = () =>
    signedNote(`${origin}\n${tree.size()}\n${tree.root().toString('base64')}\n`, origin, key)
  const add = async (session: string, seal: string) => {
    if (sessions.has(session)) return
    const leaf = leafHash(seal)
    const line = Buffer.from(`${canonical({ leaf: leaf.toString('hex'), sid: session })}\n`)
    await append(file, line, size)
    size += line.length
    sessions.add(session)
    tree.push(leaf)
    await replace(join(dir, 'checkpoint'), checkpoint())
  }
  return {
    has: (session) => sessions.has(session),
    add(session, seal) {
      const added = last.then(() => add(session, seal))
      last = added.catch(() => {})
      return added
    },
    checkpoint,
    async close() {
      await last
      await file.close()
    },
  }
}

export function leafHash(seal: string): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(seal)]), 'buffer')
}

/** The tree's right edge: the roots of its full subtrees, largest first. */
export function createTree() {
  const edge: { size: number; root: Buffer }[] = []
  const join = (left: Buffer, right: Buffer) =>
    hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer')
  return {
    push(leaf: Buffer) {
      let node = { size: 1, root: leaf }
      for (let left = edge.at(-1); left?.size === node.size; left = edge.at(-1)) {
        edge.pop()
        node = { size: node.size * 2, root: join(left.root, node.root) }
      }
      edge.push(node)
    },
    size: () => edge.reduce((sum, { size }) => sum + size, 0),
    root(): Buffer {
      const last = edge.at(-1)
      if (!last) return hash('sha256', Buffer.alloc(0), 'buffer')
      return edge.slice(0, -1).reduceRight((right, { root }) => join(root, right), last.root)
    },
  }
}

/** https://c2sp.org/signed-note */
function signedNote(text: string, name: string, { key, x }: SigningKey): string {
  const id = hash(
    'sha256',
    Buffer.concat([Buffer.from(`${name}\n\x01`), Buffer.from(x, 'base64url')]),
    'buffer',
  )
  const signature = Buffer.concat([id.subarray(0, 4), sign(null, Buffer.from(text), key)])
  return `${text}\n— ${name} ${signature.toString('base64')}\n`
}

/** Reads the leaves; a last line that a crash tore is cut off. Returns the file's size. */
async function load(
  file: FileHandle,
  path: string,
  each: (session: string, leaf: Buffer) => void,
): Promise<number> {
  const text = await readFile(path, 'utf8')
  const end = text.lastIndexOf('\n') + 1
  for (const line of text.slice(0, end).split('\n').slice(0, -1)) {
    const [, leaf, session] = /^\{"leaf":"([0-9a-f]{64})","sid":"([\w-]+)"\}$/.exec(line) ?? []
    if (!leaf || !session)
      throw new SluiceError('STORE_FAILED', `the log of seals ${path} is damaged`, {
        hint: 'Restore it from a backup: its checkpoints bind the server',
      })
    each(session, Buffer.from(leaf, 'hex'))
  }
  if (end < text.length) await file.truncate(end)
  return end
}
