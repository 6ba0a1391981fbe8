// Encodings of an answer are undone, so that masks and the veil see what is in it.
import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { Unmaskable } from '../../masking/index.ts'

/** So many bytes of an answer may come of a few. */
const HARMLESS = 64 * 1024 * 1024
const MOST_RATIO = 200

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
}

export interface Decoded {
  readonly source: Readable
  /** To be called with each chunk's size. Throws `Unmaskable` for what a few bytes unfold to. */
  readonly count: (bytes: number) => void
}

/** Whether `decode` knows it. */
export const isKnown = (encoding: string | undefined): boolean =>
  encoding === undefined || encoding === 'identity' || Object.hasOwn(DECODERS, encoding)

export function decode(answer: IncomingMessage, encoding: string | undefined): Decoded {
  const make = encoding === undefined ? undefined : DECODERS[encoding]
  if (!make) return { source: answer, count: () => {} }
  const decoder = make()
  let [read, shown] = [0, 0]
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length
  })
  pipeline(answer, decoder, () => {})
  return {
    source: decoder,
    count(bytes) {
      shown += bytes
      if (shown > HARMLESS && shown > read * MOST_RATIO)
        throw new Unmaskable('its few bytes unfold to very many')
    },
  }
}
