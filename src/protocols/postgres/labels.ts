// Column names that code has chosen may hold values: `OPEN c FOR EXECUTE format('SELECT 1 AS %I', …)`.
import type { Exchange } from './exchange.ts'
import { frame, int32, readRowDescription, UPSTREAM } from './frames.ts'
import type { Run } from './run.ts'

/** The RowDescription `b[at, end)` with names that nobody has seen replaced; undefined when it is fine as it is. */
export function hideLabels(
  x: Exchange,
  run: Pick<Run, 'standing' | 'doubtful'>,
  b: Buffer,
  at: number,
  end: number,
): Buffer | undefined {
  if (!x.shared.plans.masksColumns || !(run.doubtful || run.standing?.includes(undefined))) return undefined
  const fields = readRowDescription(b, at + 5, end)
  const labels = fields.map((field, index) =>
    field.label === x.shared.plans.nameOf(field) ? field.label : `column${index + 1}`,
  )
  if (labels.every((label, index) => label === fields[index]!.label)) return undefined
  const parts: (Buffer | string)[] = [int16(fields.length)]
  fields.forEach(({ table, attribute, type, format }, index) => {
    // The modifier and the size of the type are of no use to who cannot see the value.
    parts.push(
      labels[index]!,
      int32(table),
      int16(attribute),
      int32(type),
      int16(-1),
      int32(-1),
      int16(format === 'binary' ? 1 : 0),
    )
  })
  return frame(UPSTREAM.RowDescription, ...parts)
}

function int16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2)
  bytes.writeInt16BE(value)
  return bytes
}
