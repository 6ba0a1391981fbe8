// The common case of a masked COPY TO STDOUT: text, one whole row a frame, as PostgreSQL sends it. Masked where it stands.
import type { CellMask } from '../../masking/index.ts'
import { plainEnd } from './copy-scan.ts'
import { ProtocolError } from './frames.ts'
import type { Outflow } from './outflow.ts'
import { write32 } from './rows.ts'

const NEWLINE = 0x0a

export interface RowMasks {
  readonly masks: readonly (CellMask | null)[]
  readonly delimiter: number
  readonly count: (label: string) => void
}

/** True when the CopyData frame `b[at, end)` holds one row and nothing else, no end-of-data mark either. */
export function holdsOneRow(b: Buffer, at: number, end: number): boolean {
  return end - at > 8 && b[end - 1] === NEWLINE && b.indexOf(NEWLINE, at + 5) === end - 1
}

/** Masks the row into `out` and answers where its frame stands there. Throws `ProtocolError` when it does not have the columns. */
export function maskCopyRow(out: Outflow, b: Buffer, at: number, end: number, row: RowMasks): number {
  const { masks, delimiter } = row
  const last = masks.length - 1
  const stop = end - 1
  let header = out.position(at)
  let grown = 0
  let field = at + 5
  for (let column = 0; column <= last; column++) {
    const to = plainEnd(b, field, stop, delimiter)
    if (to === stop && column < last) throw new ProtocolError('a COPY row with fewer columns')
    if (to < stop && column === last) throw new ProtocolError('a COPY row with more columns')
    const mask = masks[column]
    if (mask) {
      out.keep(field)
      const bound = mask.bound(to - field)
      if (out.inPlace && bound > to - field) header = out.spill(header)
      if (!out.inPlace) out.ensure(bound)
      const written = mask.apply(b, field, to, out.buffer, out.at)
      if (written !== -2) {
        row.count(mask.label)
        const size = Math.max(0, written)
        out.wrote(size)
        out.drop(to)
        grown += size - (to - field)
      }
    }
    field = to + 1
  }
  out.keep(end)
  header = out.at - (end - at + grown)
  if (grown !== 0) write32(out.buffer, header + 1, end - at - 1 + grown)
  return header
}
