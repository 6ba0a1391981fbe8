// What a client declares of its parameters, for what a condition compares with them.
// https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-PARSE
import type { Pins } from '../../core/statement.ts'

/** OIDs of the server. */
const NAMES: Readonly<Record<number, string>> = {
  16: 'bool',
  20: 'int8',
  21: 'int2',
  23: 'int4',
  25: 'text',
  705: 'unknown',
  1043: 'varchar',
  1082: 'date',
  1114: 'timestamp',
  1184: 'timestamptz',
  1700: 'numeric',
  2950: 'uuid',
}
const NONE: readonly number[] = []

/** OIDs that the Parse gives its parameters, which begin at their count; 0 for one without. The same empty list when all are. */
export function declaredTypes(b: Buffer, at: number): readonly number[] {
  const end = at + 2 + 4 * b.readUInt16BE(at)
  for (let oid = at + 2; oid < end; oid += 4)
    if (b.readUInt32BE(oid) !== 0)
      return Array.from({ length: (end - at - 2) / 4 }, (_, index) => b.readUInt32BE(at + 2 + 4 * index))
  return NONE
}

/** The types in place of the parameters; the very object when they are not declared. */
export function withTypes(pins: Pins, types: readonly number[]): Pins {
  const declared = (number: number) => types[number - 1] ?? 0
  const typed = (type: string): string => {
    const oid = type.startsWith('$') ? declared(Number(type.slice(1))) : 0
    return oid === 0 ? type : (NAMES[oid] ?? `type ${oid}`)
  }
  if (!pins.columns.some((pin) => pin.types.some((type) => typed(type) !== type))) return pins
  return { ...pins, columns: pins.columns.map((pin) => ({ ...pin, types: pin.types.map(typed) })) }
}
