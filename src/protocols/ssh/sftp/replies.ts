// What a target answers.
import { ProtocolError, Reader } from '../frames.ts'
import { PACKET, packet, STATUS } from './packets.ts'
import { isHandled } from './requests.ts'

const VERSION = 3
const MOST_EXTENSIONS = 256

/** The client's INIT, with the only version that is spoken here and without extensions. Throws `ProtocolError`. */
export function initPacket(raw: Buffer): Buffer {
  const reader = new Reader(raw, 5)
  if (reader.uint32() < VERSION) throw new ProtocolError('SFTP is spoken in version 3')
  return packet(PACKET.INIT, VERSION)
}

/** The target's VERSION with those of its extensions that are known here. Throws `ProtocolError`. */
export function versionPacket(raw: Buffer): Buffer {
  const reader = new Reader(raw, 5)
  if (reader.uint32() !== VERSION) throw new ProtocolError('SFTP is spoken in version 3')
  const kept: string[] = []
  for (let count = 0; reader.rest().length > 0; count++) {
    if (count >= MOST_EXTENSIONS)
      throw new ProtocolError('there are more extensions of SFTP than anybody has')
    const name = reader.string().toString('latin1')
    const version = reader.string().toString('latin1')
    if (isHandled(name, version)) kept.push(name, version)
  }
  return packet(PACKET.VERSION, VERSION, ...kept)
}

/** The code of a STATUS. */
export const codeOf = (raw: Buffer): number => new Reader(raw, 9).uint32()

export const handleOf = (raw: Buffer): string => {
  const handle = new Reader(raw, 9).string().toString('latin1')
  if (handle.length > 256) throw new ProtocolError('a handle is longer than there are any')
  return handle
}

/** The first of the names in a NAME. */
export function nameOf(raw: Buffer): Buffer | undefined {
  const reader = new Reader(raw, 9)
  return reader.uint32() === 0 ? undefined : Buffer.from(reader.string())
}

/** Our own words for what STATUS says: the target's may hold anything. */
const WORDS = new Map<number, readonly [sqlstate: string, words: string]>([
  [STATUS.NO_SUCH_FILE, ['58P01', 'there is no such file']],
  [STATUS.PERMISSION_DENIED, ['42501', 'the target denies it']],
  [STATUS.OP_UNSUPPORTED, ['0A000', 'the target does not know how']],
])

export function failureOf(code: number): { sqlstate: string; message: string } {
  const [sqlstate, message] = WORDS.get(code) ?? ['58030', 'the target failed']
  return { sqlstate, message }
}

/** Of what was not over when its channel was. SQLSTATE `connection_failure`, as in the record of databases. */
export const LOST = { sqlstate: '08006', message: 'the channel ended before it was done' }
