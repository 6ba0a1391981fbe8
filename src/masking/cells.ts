// Masks of whole cells, by kind and type.
import type { MaskKind } from '../core/grant.ts'
import { type Digest, hashed } from './hash.ts'
import type { CellMask, Column } from './mask.ts'
import { partialText } from './partial.ts'
import { treatment } from './types.ts'

const STARS = Buffer.from('****')
const NULL = -1

/** `digest` is keyed for the session. Cells are counted under `label`. */
export function columnMask(
  kind: MaskKind,
  label: string,
  { type, format, constant }: Column,
  digest: Digest,
): CellMask {
  const how = treatment(type)
  if (kind !== 'null' && constant) return fixedMask(label, constant[format])
  if (kind === 'null' || how.as === 'null') return nullMask(label)
  if (kind === 'hash') {
    const mask = hashed(label, type, format, digest)
    if (mask) return mask
  }
  if (how.as === 'bits') return bitsMask(label, format)
  if (how.as === 'array') return format === 'text' ? fixedMask(label, Buffer.from('{}')) : emptyArray(label)
  if (how.as === 'constant') return fixedMask(label, how.constant[format])
  const readable = type !== 'unknown' && type !== 'cstring' && type !== 'refcursor'
  return kind === 'partial' && readable ? partialText(label) : fixedMask(label, STARS)
}

function nullMask(label: string): CellMask {
  return { label, apply: () => NULL, bound: () => 0 }
}

function fixedMask(label: string, value: Buffer): CellMask {
  const { length } = value
  return {
    label,
    apply(_from, _start, _end, to, at) {
      for (let index = 0; index < length; index++) to[at + index] = value[index]!
      return length
    },
    bound: () => length,
    ...(value.includes(0x5c) ? { escapes: true as const } : {}),
  }
}

/** The same number of bits, all 0. Binary: a count of bits, then the bits. */
function bitsMask(label: string, format: Column['format']): CellMask {
  return {
    label,
    apply(from, start, end, to, at) {
      const head = format === 'binary' ? 4 : 0
      for (let index = 0; index < end - start; index++)
        to[at + index] = index < head ? from[start + index]! : format === 'binary' ? 0 : 0x30
      return end - start
    },
    bound: (length) => length,
  }
}

/** No dimensions, no flags, and the element type of the array it stands for. */
function emptyArray(label: string): CellMask {
  return {
    label,
    apply(from, start, end, to, at) {
      if (end - start < 12) return NULL
      const element = from.readUInt32BE(start + 8)
      to.fill(0, at, at + 8)
      to.writeUInt32BE(element, at + 8)
      return 12
    },
    bound: () => 12,
  }
}
