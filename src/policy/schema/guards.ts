import { z } from 'zod'
import { requests } from './http.ts'
import { cause, count, duration, name, size, text } from './values.ts'

const rule = () => text('Id of a statement rule.', 63)
const rules = (description: string) =>
  z.array(rule(), cause('a list is expected', 'Write [rule, …]')).describe(description)

/** Of rows. */
const MOST = 1_000_000_000_000

const limits = z
  .strictObject({
    statement_timeout: duration('Longest run of one statement.', { max: '1d' }).optional(),
    lock_timeout: duration('Longest wait for a lock.', { max: '1d' }).optional(),
    idle_in_transaction_timeout: duration('Longest pause within a transaction.', { max: '1d' }).optional(),
    rows: count('Most rows that one statement may return.', 1_000_000_000).optional(),
    bytes: size('Most bytes that one statement may return.').optional(),
    connections: count('Most client connections at a time; 50 when left out.', 10_000).optional(),
  })
  .describe('What one statement and one session may use.')

const things = (one: string, description: string) =>
  z
    .array(text(one, 1000))
    .min(1, cause('the list is empty', 'Name one, or give the rule’s id alone'))
    .describe(description)
    .optional()

const allowed = z
  .union(
    [
      rule(),
      z
        .strictObject({
          rule: rule(),
          relations: z
            .array(text('`schema.table`; `*` stops at a dot.', 200))
            .min(1, cause('the list is empty', 'Name a relation, or give the rule’s id alone'))
            .describe('The rule does not speak for these relations.')
            .optional(),
          paths: things(
            '`/srv/app/releases/*`; `*` stops at a slash, `**` does not. `~` is the home directory.',
            'It does not speak for these paths of a host.',
          ),
          programs: things(
            'A program’s path, or a runner with its task: `npm run migrate`.',
            'It does not speak for these programs, whatever their arguments.',
          ),
          names: things(
            'A name; `*` stops at a slash.',
            'It does not speak for these services, packages, containers, accounts or hosts.',
          ),
          rows: count('It does not speak up to this many rows, as the server estimates.', MOST).optional(),
          table_size: size('It does not speak for relations up to this size, with their indexes.').optional(),
        })
        .refine(
          ({ relations, paths, programs, names, rows, table_size }) =>
            [relations, paths, programs, names, rows, table_size].some((given) => given !== undefined),
          cause(
            'an exception without a condition',
            'Add relations, paths, programs, names, rows or table_size, or give the rule’s id alone',
          ),
        ),
    ],
    cause('not an exception', 'Write a rule’s id, or { rule: …, relations: [schema.table] }'),
  )
  .describe(
    'A rule that does not speak: everywhere, or for what meets every condition given. What is not known meets none.',
  )

const thresholds = z
  .strictObject({
    rows: count(
      'Most rows that one statement (as the server estimates) or one transaction (counted) may delete or update; beyond, `many-rows` speaks. 10,000 in `strict`, 100,000 in `migrations`.',
      MOST,
    ).optional(),
    table_size: size(
      'Largest relation, with its indexes, for which a lock risk is only reported; it is held for larger ones. 10GiB in `migrations`.',
    ).optional(),
  })
  .describe('Beyond these a statement is held that would pass. Each is taken from `extends` when left out.')

export const guards = z
  .record(
    name(),
    z.strictObject({
      extends: name()
        .describe(
          'Guard to start from: `strict`, `migrations`, `read-only`, or one of this file; `strict` when left out.',
        )
        .optional(),
      mode: z
        .enum(['enforce', 'observe'], cause('not a mode', 'Write enforce or observe'))
        .describe('`observe` lets everything pass and records what would have happened.')
        .optional(),
      block: rules('Rules whose statements are refused.').optional(),
      hold: rules('Rules whose statements wait for an approver.').optional(),
      warn: rules('Rules that are only reported.').optional(),
      allow: z
        .array(allowed, cause('a list is expected', 'Write [rule, …]'))
        .describe(
          'Exceptions. Those of the guard it extends count too, but for rules that this guard lists in `block`, `hold` or `warn`.',
        )
        .optional(),
      requests: requests.optional(),
      thresholds: thresholds.optional(),
      limits: limits.optional(),
    }),
  )
  .describe('Statement policies, by a name of your choice. `block` beats `hold` beats `allow`.')
