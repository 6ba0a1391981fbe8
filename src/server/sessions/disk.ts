// Durable writes: what resolved survives a power failure.
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Appends and syncs. What was written of it before an error is taken back. */
export async function append(file: FileHandle, data: Buffer, at: number): Promise<void> {
  try {
    for (let done = 0; done < data.length; ) {
      const { bytesWritten } = await file.write(data, done, data.length - done, at + done)
      done += bytesWritten
    }
    await file.datasync()
  } catch (error) {
    await file.truncate(at).catch(() => {})
    throw error
  }
}

/** Replaces a file as a whole. */
export async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`
  const file = await open(fresh, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, path)
  await syncDirectory(dirname(path))
}

/** Makes new names in a directory durable. Windows has no such thing and needs none. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const dir = await open(path, 'r')
  try {
    await dir.sync()
  } finally {
    await dir.close()
  }
}

/** Reads a byte range in pieces, so that a record of any size passes through little memory. */
export async function* read(file: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(256 * 1024)
  for (let at = from; at < to; ) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, to - at), at)
    if (bytesRead === 0) throw new Error('a record file is shorter than its chunks say')
    yield piece.subarray(0, bytesRead)
    at += bytesRead
  }
}
