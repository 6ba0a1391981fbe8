// Masks by the path of a field.
import type { MaskKind, Masks } from '../../core/grant.ts'
import { columnMask } from '../cells.ts'
import type { Digest } from '../hash.ts'
import type { CellMask } from '../mask.ts'
import { maskText } from '../text.ts'

export interface FieldMask {
  readonly label: string
  readonly kind: MaskKind
  /** A text's mask; null for none at all. */
  text(value: string): string | null
}

export interface Fields {
  readonly none: boolean
  /** `path`: names in lower case from the top; lists take no part. */
  find(path: readonly string[]): FieldMask | undefined
}

const MOST_KNOWN = 2000

/** A pattern without a dot means a field of that name anywhere; the first that matches wins. */
export function compileFields(fields: NonNullable<Masks['fields']>, digest: Digest): Fields {
  const patterns = fields.map(({ pattern, mask }) => {
    const parts = pattern.toLowerCase().split('.')
    return { parts: parts.length === 1 ? ['**', ...parts] : parts, mask: fieldMask(pattern, mask, digest) }
  })
  const known = new Map<string, FieldMask | undefined>()
  return {
    none: patterns.length === 0,
    find(path) {
      if (patterns.length === 0) return undefined
      const key = path.join('\0')
      if (known.has(key)) return known.get(key)
      const found = patterns.find(({ parts }) => fits(parts, path, 0, 0))?.mask
      // Keys may be data: what is not known any more is looked up again.
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, found)
      return found
    },
  }
}

function fieldMask(label: string, kind: MaskKind, digest: Digest): FieldMask {
  const mask: CellMask = columnMask(kind, label, { label, type: 'text', format: 'text' }, digest)
  return {
    label,
    kind,
    text: (value) => maskText(mask, Buffer.from(value))?.toString() ?? null,
  }
}

function fits(pattern: readonly string[], path: readonly string[], at: number, to: number): boolean {
  const part = pattern[at]
  if (part === undefined) return to === path.length
  if (part === '**') {
    for (let next = to; next <= path.length; next++) if (fits(pattern, path, at + 1, next)) return true
    return false
  }
  const name = path[to]
  return name !== undefined && glob(part, name) && fits(pattern, path, at + 1, to + 1)
}

/** `*` stands for any characters of one name. */
function glob(pattern: string, name: string): boolean {
  const pieces = pattern.split('*')
  if (pieces.length === 1) return pattern === name
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}
