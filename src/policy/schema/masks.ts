import { z } from 'zod'
import { cause, name, text } from './values.ts'

const PATTERN = /^[^.\p{Cc}]+\.[^.\p{Cc}]+\.[^.\p{Cc}]+$/u

const kind = z
  .preprocess(
    (value) => (value === null ? 'null' : value),
    z.enum(['redact', 'partial', 'hash', 'null'], cause('not a mask', 'Write redact, partial, hash or null')),
  )
  .describe(
    '`redact` replaces the value, `partial` keeps its shape and a little, `hash` gives equal values the same token for this session, `null` gives NULL.',
  )

export const masks = z
  .record(
    name(),
    z.strictObject({
      columns: z
        .record(
          z
            .string()
            .regex(
              PATTERN,
              cause(
                'not a column pattern',
                'Write "schema.table.column" in quotes; `*` stops at a dot: "*.*.password_hash"',
              ),
            ),
          kind,
        )
        .describe(
          'Masks by column, `schema.table.column`; `*` stops at a dot. The first pattern that matches wins.',
        )
        .optional(),
      detect: z
        .array(text('Id of a detector.', 63), cause('a list is expected', 'Write [detector, …]'))
        .describe('Detectors that look for secrets and personal data in every text value.')
        .optional(),
    }),
  )
  .describe('What is masked in results, by a name of your choice.')
