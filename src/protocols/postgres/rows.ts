// DataRow: int16 count, then per column int32 length (-1 for NULL) and that many bytes.
// https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-DATAROW
import { ProtocolError } from './frames.ts'
import type { Outflow } from './outflow.ts'
import type { Plan } from './plan.ts'

const read32 = (b: Buffer, at: number) => (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!

export function write32(b: Buffer, at: number, value: number): void {
  b[at] = value >>> 24
  b[at + 1] = value >>> 16
  b[at + 2] = value >>> 8
  b[at + 3] = value
}

/** Masks the row frame `b[at, end)` into `out`. Throws `ProtocolError` when it does not have the columns that were described. */
export function maskRow(out: Outflow, b: Buffer, at: number, end: number, plan: Plan): void {
  const { masks, last } = plan
  if (end - at < 7 || ((b[at + 5]! << 8) | b[at + 6]!) !== masks.length)
    throw new ProtocolError('a row with other columns than described')
  let header = out.position(at)
  let grown = 0
  let p = at + 7
  for (let c = 0; c <= last; c++) {
    if (p + 4 > end) throw new ProtocolError('a row that is cut')
    const length = read32(b, p)
    const cell = p + 4
    if (length < -1 || cell + length > end) throw new ProtocolError('a row with an impossible length')
    if (length === -1) {
      p = cell
      continue
    }
    const mask = masks[c]!
    p = cell + length
    if (mask === null || mask === undefined) continue
    out.keep(cell - 4)
    const bound = mask.bound(length)
    if (out.inPlace) {
      if (bound > length) header = out.spill(header)
    }
    if (!out.inPlace) out.ensure(bound + 4)
    const target = out.at
    const written = mask.apply(b, cell, p, out.buffer, target + 4)
    if (written === -2) continue
    plan.count(mask.label)
    write32(out.buffer, target, written)
    const size = written === -1 ? 0 : written
    out.wrote(4 + size)
    out.drop(p)
    grown += size - length
  }
  if (grown !== 0) write32(out.buffer, header + 1, end - at - 1 + grown)
}
