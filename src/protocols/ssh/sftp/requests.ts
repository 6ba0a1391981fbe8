// What a client asks for: fields by type, and which answers there may be.
import { ProtocolError, Reader } from '../frames.ts'
import { type Attributes, readAttributes, readOffset, Unsupported } from './attributes.ts'
import { PACKET } from './packets.ts'

export type Name =
  | 'open'
  | 'close'
  | 'read'
  | 'write'
  | 'lstat'
  | 'fstat'
  | 'setstat'
  | 'fsetstat'
  | 'opendir'
  | 'readdir'
  | 'remove'
  | 'mkdir'
  | 'rmdir'
  | 'realpath'
  | 'stat'
  | 'rename'
  | 'readlink'
  | 'symlink'
  | 'posix-rename'
  | 'hardlink'
  | 'lsetstat'
  | 'statvfs'
  | 'fstatvfs'
  | 'fsync'
  | 'limits'
  | 'expand-path'
  | 'copy-data'
  | 'home-directory'
  | 'users-groups-by-id'

export interface Request {
  readonly id: number
  readonly name: Name
  readonly paths: readonly Buffer[]
  /** Bytes as one character each. */
  readonly handles: readonly string[]
  /** Flags of OPEN; offsets and lengths in the order of the packet. */
  readonly numbers: readonly number[]
  readonly attributes?: Attributes
  /** The type of the answer, unless it is STATUS. */
  readonly answer: number
}

type FieldKind = 'path' | 'handle' | 'uint32' | 'uint64' | 'attributes' | 'string'

interface Shape {
  readonly name: Name
  readonly fields: readonly FieldKind[]
  readonly answer: number
}

const { STATUS, HANDLE, DATA, NAME, ATTRS, EXTENDED_REPLY } = PACKET

const shape = (name: Name, fields: string, answer: number = STATUS): Shape => ({
  name,
  fields: fields.split(' ').filter((field): field is FieldKind => field !== ''),
  answer,
})

const SHAPES = new Map<number, Shape>([
  [PACKET.OPEN, shape('open', 'path uint32 attributes', HANDLE)],
  [PACKET.CLOSE, shape('close', 'handle')],
  [PACKET.READ, shape('read', 'handle uint64 uint32', DATA)],
  [PACKET.WRITE, shape('write', 'handle uint64 uint32')],
  [PACKET.LSTAT, shape('lstat', 'path', ATTRS)],
  [PACKET.FSTAT, shape('fstat', 'handle', ATTRS)],
  [PACKET.SETSTAT, shape('setstat', 'path attributes')],
  [PACKET.FSETSTAT, shape('fsetstat', 'handle attributes')],
  [PACKET.OPENDIR, shape('opendir', 'path', HANDLE)],
  [PACKET.READDIR, shape('readdir', 'handle', NAME)],
  [PACKET.REMOVE, shape('remove', 'path')],
  [PACKET.MKDIR, shape('mkdir', 'path attributes')],
  [PACKET.RMDIR, shape('rmdir', 'path')],
  [PACKET.REALPATH, shape('realpath', 'path', NAME)],
  [PACKET.STAT, shape('stat', 'path', ATTRS)],
  [PACKET.RENAME, shape('rename', 'path path')],
  [PACKET.READLINK, shape('readlink', 'path', NAME)],
  [PACKET.SYMLINK, shape('symlink', 'path path')],
])

interface Extension extends Shape {
  /** As VERSION announces it. */
  readonly version: string
}

/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL, section 4. */
const EXTENSIONS = new Map<string, Extension>([
  ['posix-rename@openssh.com', { ...shape('posix-rename', 'path path'), version: '1' }],
  ['hardlink@openssh.com', { ...shape('hardlink', 'path path'), version: '1' }],
  ['lsetstat@openssh.com', { ...shape('lsetstat', 'path attributes'), version: '1' }],
  ['statvfs@openssh.com', { ...shape('statvfs', 'path', EXTENDED_REPLY), version: '2' }],
  ['fstatvfs@openssh.com', { ...shape('fstatvfs', 'handle', EXTENDED_REPLY), version: '2' }],
  ['fsync@openssh.com', { ...shape('fsync', 'handle'), version: '1' }],
  ['limits@openssh.com', { ...shape('limits', '', EXTENDED_REPLY), version: '1' }],
  ['expand-path@openssh.com', { ...shape('expand-path', 'path', NAME), version: '1' }],
  ['copy-data', { ...shape('copy-data', 'handle uint64 uint64 handle uint64'), version: '1' }],
  ['home-directory', { ...shape('home-directory', 'string', NAME), version: '1' }],
  [
    'users-groups-by-id@openssh.com',
    { ...shape('users-groups-by-id', 'string string', EXTENDED_REPLY), version: '1' },
  ],
])

/** Whether an extension that a target announces may be seen by the client. */
export const isHandled = (name: string, version: string): boolean => EXTENSIONS.get(name)?.version === version

/** Of a whole packet, or the head of a WRITE. Throws `Unsupported`, or `ProtocolError` for what is not well formed. */
export function readRequest(type: number, raw: Buffer): Request {
  const reader = new Reader(raw, 5)
  const id = reader.uint32()
  const known = type === PACKET.EXTENDED ? EXTENSIONS.get(reader.name()) : SHAPES.get(type)
  if (!known) throw new Unsupported('a request that is not known here')
  const request = readFields(id, known, reader)
  if (reader.rest().length > 0) throw new ProtocolError('an SFTP request is longer than its fields')
  return request
}

/** The id of a request that could not be read further. */
export const idOf = (raw: Buffer): number => new Reader(raw, 5).uint32()

function readFields(id: number, { name, fields, answer }: Shape, reader: Reader): Request {
  const paths: Buffer[] = []
  const handles: string[] = []
  const numbers: number[] = []
  let attributes: Attributes | undefined
  for (const field of fields) {
    if (field === 'path') paths.push(reader.string())
    else if (field === 'handle') handles.push(reader.string().toString('latin1'))
    else if (field === 'uint32') numbers.push(reader.uint32())
    else if (field === 'uint64') numbers.push(readOffset(reader))
    else if (field === 'attributes') attributes = readAttributes(reader)
    else reader.string()
  }
  return { id, name, paths, handles, numbers, answer, ...(attributes && { attributes }) }
}
