// A snapshot from a file, every member checked.
import { z } from 'zod'
import { SluiceError } from '../../core/errors.ts'
import type { Snapshot } from './snapshot.ts'

const text = z.string().max(16 * 1024 * 1024)
const name = z.string().min(1).max(1024)
const names = z.array(name).max(100_000)
const count = z.number().min(-1)
const event = z.enum(['select', 'insert', 'update', 'delete', 'truncate'])
const referential = z.enum(['no action', 'restrict', 'cascade', 'set null', 'set default'])

const relation = z.strictObject({
  schema: name,
  name,
  kind: z.enum([
    'table',
    'partitioned',
    'view',
    'materialized-view',
    'foreign-table',
    'sequence',
    'composite',
  ]),
  persistence: z.enum(['permanent', 'unlogged', 'temporary']),
  rows: count,
  bytes: count,
  columns: z.array(
    z.strictObject({ name, type: name, modifier: name.optional(), notNull: z.boolean().optional() }),
  ),
  options: names.optional(),
  definition: text.optional(),
  rules: z.array(z.strictObject({ name, event, definition: text })).optional(),
  triggers: z
    .array(
      z.strictObject({
        name,
        events: z.array(event),
        columns: names.optional(),
        function: name,
        when: text.optional(),
      }),
    )
    .optional(),
  unique: z.array(names).optional(),
  referencedBy: z
    .array(
      z.strictObject({
        name,
        relation: name,
        columns: names.optional(),
        onDelete: referential,
        onUpdate: referential,
      }),
    )
    .optional(),
  expressions: z.array(z.strictObject({ kind: name, on: z.array(event), text })).optional(),
  children: names.optional(),
})

const routine = z.strictObject({
  schema: name,
  name,
  kind: z.enum(['function', 'procedure', 'aggregate', 'window']),
  language: name,
  volatility: z.enum(['immutable', 'stable', 'volatile']),
  arguments: names,
  returns: z.string().max(1024),
  securityDefiner: z.boolean().optional(),
  definition: text.optional(),
  calls: names.optional(),
  extension: name.optional(),
})

const shape: z.ZodType<Snapshot, unknown> = z.strictObject({
  version: z.literal(1),
  server: z.int().min(90_000),
  database: name,
  takenAt: z.iso.datetime({ offset: true }),
  searchPath: names,
  relations: z.array(relation),
  functions: z.array(routine),
  domains: z.array(z.strictObject({ schema: name, name, base: name, expressions: z.array(text) })),
  operators: z.array(
    z.strictObject({ schema: name, name, left: name.optional(), right: name, function: name }),
  ),
  casts: z.array(
    z.strictObject({
      source: name,
      target: name,
      function: name,
      context: z.enum(['implicit', 'assignment', 'explicit']),
    }),
  ),
  eventTriggers: z.array(z.strictObject({ name, event: name, tags: names.optional(), function: name })),
  types: z.record(z.string(), name).optional(),
}) as z.ZodType<Snapshot, unknown>

const CURE = { hint: 'Make a new one with `sluice policy snapshot`' }

/** Throws `SluiceError` CONFIG_INVALID that names the member which is wrong. */
export function parseSnapshot(source: string): Snapshot {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new SluiceError('CONFIG_INVALID', 'the snapshot is not JSON', CURE)
  }
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version !== 1)
    throw new SluiceError(
      'CONFIG_INVALID',
      `the snapshot has version ${version}, and this Sluice reads version 1`,
      CURE,
    )
  const found = shape.safeParse(value)
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new SluiceError('CONFIG_INVALID', `the snapshot is wrong: ${whatIsWrong(issue)}`, CURE)
}

/** The member and what is expected of it, never its value. */
function whatIsWrong(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'nothing of it could be read'
  const at = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const member = at.replace(/^\./, '') || 'the whole'
  if (issue.code === 'unrecognized_keys') return `${member} has a member that is not known`
  if (issue.code === 'invalid_type') return `${member} should be of type ${issue.expected}`
  return `${member} is not one of the values that it may have`
}
