import { z } from 'zod'
import { cause, count, duration, name, size, text } from './values.ts'

const rule = () => text('Id of a statement rule.', 63)
const rules = (description: string) =>
  z.array(rule(), cause('a list is expected', 'Write [rule, …]')).describe(description)

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

const allowed = z
  .union(
    [
      rule(),
      z.strictObject({
        rule: rule(),
        relations: z
          .array(text('`schema.table`; `*` stops at a dot.', 200))
          .min(1, cause('the list is empty', 'Name a relation, or give the rule’s id alone'))
          .describe('The rule does not speak for these relations.'),
      }),
    ],
    cause('not an exception', 'Write a rule’s id, or { rule: …, relations: [schema.table] }'),
  )
  .describe('A rule that does not speak, everywhere or for some relations.')

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
        .describe('Exceptions.')
        .optional(),
      limits: limits.optional(),
    }),
  )
  .describe('Statement policies, by a name of your choice. `block` beats `hold` beats `allow`.')
