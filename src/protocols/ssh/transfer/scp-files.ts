// What the records of scp name: files and directories, below the path of the command line.
import { isUtf8 } from 'node:buffer'
import type { Effect } from '../../../core/statement.ts'
import { HOME } from '../../../shell/expand/marks.ts'
import { absolute, told } from '../../../shell/paths.ts'
import { isSecret, placeOf } from '../../../shell/places.ts'
import { ProtocolError } from '../frames.ts'
import { isCreatedPrivileged, isPrivileged } from '../sftp/attributes.ts'
import { quoted, visible } from '../sftp/paths.ts'
import type { ScpTransfer } from './programs.ts'

export interface ScpFile {
  readonly kind: 'file' | 'directory'
  /** As far as the command line and the records tell: `~` and patterns of it are left as they are. */
  readonly path: string
  readonly mode: number
  readonly size: number
  /** It may also be the path of the command line itself. */
  readonly open: boolean
}

const MARKS = /[\ue000-\ue005]/

/** Where the sender is in its tree. */
export class Walk {
  readonly #base: string
  readonly #single: boolean
  #directories: string[] = []

  constructor({ takes, directory, recursive, path }: ScpTransfer) {
    // Files that the host gives lie beside the path that was asked for, or are it.
    this.#base = takes ? path : parent(path)
    this.#single = takes && !directory && !recursive
  }

  /** Undefined for times, and for the end of a directory. Throws `ProtocolError`. */
  read(line: Buffer): ScpFile | undefined {
    const text = line.toString('latin1')
    if (/^T\d{1,20} \d{1,6} \d{1,20} \d{1,6}\n$/.test(text)) return undefined
    if (text === 'E\n') {
      this.#directories.pop()
      return undefined
    }
    const [, kind, mode = '', size = '', raw = ''] =
      /^([CD])([0-7]{4}) (\d{1,16}) ([^/\0\n]+)\n$/.exec(text) ?? []
    const bytes = Buffer.from(raw, 'latin1')
    const name = isUtf8(bytes) ? bytes.toString() : raw
    if (kind === undefined || name === '.' || name === '..')
      throw new ProtocolError('a record of scp is not well formed')
    return {
      kind: kind === 'C' ? 'file' : 'directory',
      path: [this.#base, ...this.#directories, name]
        .filter((part) => part !== '')
        .join('/')
        .replace('//', '/'),
      mode: Number.parseInt(mode, 8),
      size: kind === 'C' ? Number(size) : 0,
      open: this.#single || !isUtf8(bytes),
    }
  }

  /** The receiver does not take what was entered last. */
  leave(): void {
    this.#directories.pop()
  }

  enter({ kind, path }: ScpFile): void {
    if (kind === 'directory') this.#directories.push(path.slice(path.lastIndexOf('/') + 1))
  }
}

/** One file or directory as a statement. */
export function judgedFile(file: ScpFile, { takes, preserves }: ScpTransfer, masked: boolean) {
  const verb = file.kind === 'directory' ? 'mkdir' : takes ? 'put' : 'get'
  const mode = takes ? `--mode=0${file.mode.toString(8)} ` : ''
  const text = `scp ${verb} ${mode}${quoted(file.path)}`
  return { text, effects: takes ? taken(file, preserves) : given(file, masked) }
}

function taken({ kind, path, mode, open }: ScpFile, preserves: boolean): Effect[] {
  const name = nameOf(path)
  const place = MARKS.test(path) ? 'unknown' : placeOf(path, HOME)
  const privileged = preserves ? isPrivileged(mode) : isCreatedPrivileged(mode)
  const permit: Effect = { action: 'permit', object: 'path', name, place, detail: 'setuid' }
  const permits = privileged ? [permit] : []
  // The command line was judged by the path that it names.
  if (open && !['critical', 'startup', 'log', 'unknown'].includes(place)) return permits
  if (place === 'kernel') return [{ action: 'write', object: 'kernel', name }]
  if (place === 'device') return [{ action: 'write', object: 'disk', name }]
  const detail = kind === 'directory' ? { detail: 'directory' } : {}
  return [{ action: 'write', object: 'path', name, place, ...detail }, ...permits]
}

function given({ path }: ScpFile, masked: boolean): Effect[] {
  const name = nameOf(path)
  const secret = MARKS.test(path) || isSecret(path, HOME)
  return [
    { action: secret ? 'expose' : 'read', object: secret ? 'secret' : 'path', name },
    ...(masked ? [{ action: 'copy-out', object: 'path', name } as const] : []),
  ]
}

const nameOf = (path: string): string => visible(told(absolute(path, HOME) ?? path))

const parent = (path: string): string => {
  const bare = path.replace(/\/+$/, '')
  const slash = bare.lastIndexOf('/')
  return slash < 0 ? '' : slash === 0 ? '/' : bare.slice(0, slash)
}
