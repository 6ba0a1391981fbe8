// What an expression is made with, by names that may stand for code of the database.
import { UsedNames } from './uses.ts'

/** `function count`, `operator +`, `type z.d`, `field total`: everything of the kind in any part of a tree. */
export function codeIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return []
  const names = new UsedNames()
  names.read(value)
  return [
    ...[...names.functions].map((name) => `function ${name}`),
    ...[...names.operators].map((name) => `operator ${name}`),
    ...[...names.types].map((name) => `type ${name}`),
    ...[...names.fields].map((name) => `field ${name}`),
  ]
}
