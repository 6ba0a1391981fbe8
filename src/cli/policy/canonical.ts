// A snapshot as text that is compared and reviewed: the same database gives the same lines.
import type { Snapshot } from '../../sql/catalogue/snapshot.ts'

/** JSON in a fixed order, with short things on one line. Sizes are rounded up, so that a row more is no change. */
export function canonical(snapshot: Snapshot): string {
  const { relations, functions, domains, operators, casts, eventTriggers } = snapshot
  const sorted: Snapshot = {
    ...snapshot,
    relations: relations
      .map((relation) => ({ ...relation, rows: rounded(relation.rows), bytes: rounded(relation.bytes) }))
      .sort(by(({ schema, name }) => [schema, name])),
    functions: functions.toSorted(by(({ schema, name, arguments: types }) => [schema, name, ...types])),
    domains: domains.toSorted(by(({ schema, name }) => [schema, name])),
    operators: operators.toSorted(by(({ schema, name, left = '', right }) => [schema, name, left, right])),
    casts: casts.toSorted(by(({ source, target }) => [source, target])),
    eventTriggers: eventTriggers.toSorted(by(({ name }) => [name])),
  }
  return `${written(sorted, '')}\n`
}

/** Two digits, upwards: what a threshold is compared with is never too small. */
function rounded(count: number): number {
  if (count < 100) return count
  const unit = 10 ** (String(Math.ceil(count)).length - 2)
  return Math.ceil(count / unit) * unit
}

/** By the parts in turn, code unit by code unit, whatever the machine's language. */
const by =
  <T>(key: (item: T) => readonly string[]) =>
  (a: T, b: T): number => {
    const [left, right] = [key(a).join('\0'), key(b).join('\0')]
    return left < right ? -1 : left > right ? 1 : 0
  }

const WIDTH = 120

function written(value: unknown, indent: string): string {
  const line = JSON.stringify(value)
  if (value === null || typeof value !== 'object') return line
  // The snapshot and its lists are always taken apart, so that an object of the database is a line or more.
  if (indent.length > 2 && indent.length + line.length <= WIDTH) return line
  const deeper = `${indent}  `
  const items = Array.isArray(value)
    ? value.map((item: unknown) => `${deeper}${written(item, deeper)}`)
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${deeper}${JSON.stringify(key)}: ${written(member, deeper)}`)
  if (items.length === 0) return line
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${items.join(',\n')}\n${indent}${close}`
}
