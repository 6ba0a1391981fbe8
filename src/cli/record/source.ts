import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { SluiceError } from '../../core/errors.ts'
import { FILES } from '../../recording/journal.ts'
import type { RecordFiles } from '../../recording/verify.ts'

type Name = keyof typeof FILES

/** Largest archive and largest content that is read: a record is far smaller. */
const MAX_ZIP_BYTES = 512 * 1024 * 1024
const MAX_CONTENT_BYTES = 1024 * 1024 * 1024
/** The files of a record as the server keeps it, together. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024

/** Reads a record from its directory, its `session.jsonl` or a zip. Throws `SluiceError`. */
export function readRecord(path: string, cwd: string): RecordFiles {
  const full = resolve(cwd, path)
  try {
    if (statSync(full).isDirectory()) return fromDirectory(full, join(full, FILES.session))
    const zip = /\.zip$/i.test(full)
    return zip ? fromZip(full) : fromDirectory(dirname(full), full)
  } catch (cause) {
    if (cause instanceof SluiceError) throw cause
    // The codes of the zip library are numbers.
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    throw unreadable(path, typeof code === 'string' ? code : 'it is no zip, or a damaged one', cause)
  }
}

/** The key itself, or the content of the file that is named. */
export function readKey(value: string, cwd: string): string {
  const file = resolve(cwd, value)
  return existsSync(file) ? readFileSync(file, 'utf8').slice(0, 1000).trim() : value
}

function fromDirectory(dir: string, session: string): RecordFiles {
  const optional = (name: Name) => {
    const file = join(dir, FILES[name])
    return existsSync(file) ? readPlain(file) : undefined
  }
  return {
    session: readPlain(session),
    chunks: optional('chunks'),
    receipts: optional('receipts'),
    seal: optional('seal'),
  }
}

/** A pipe or device would be read for ever. */
function readPlain(file: string): Buffer {
  const stat = statSync(file)
  if (!stat.isFile()) throw unreadable(file, 'not a regular file')
  if (stat.size > MAX_FILE_BYTES) throw unreadable(file, 'larger than 1 GiB')
  return readFileSync(file)
}

function fromZip(path: string): RecordFiles {
  if (!statSync(path).isFile()) throw unreadable(path, 'not a regular file')
  if (statSync(path).size > MAX_ZIP_BYTES) throw unreadable(path, 'larger than 512 MiB')
  const found = new Map<Name, string>()
  let total = 0
  const entries = unzipSync(readFileSync(path), {
    // Sizes are what the archive claims; no more than that is inflated.
    filter({ name, originalSize }) {
      const key = (Object.keys(FILES) as Name[]).find((each) => FILES[each] === name.split('/').at(-1))
      if (!key) return false
      if (found.has(key)) throw unreadable(path, `it holds ${FILES[key]} twice`)
      found.set(key, name)
      total += originalSize
      if (total > MAX_CONTENT_BYTES) throw unreadable(path, 'its content is larger than 1 GiB')
      return true
    },
  })
  const file = (name: Name) => {
    const bytes = entries[found.get(name) ?? '']
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  const session = file('session')
  if (!session) throw unreadable(path, `it holds no ${FILES.session}`)
  return { session, chunks: file('chunks'), receipts: file('receipts'), seal: file('seal') }
}

function unreadable(path: string, why: string, cause?: unknown): SluiceError {
  return new SluiceError('CONFIG_INVALID', `${path} cannot be read as a session record (${why})`, {
    hint: 'Give the directory with session.jsonl, that file, or the artifact’s zip',
    cause,
  })
}
