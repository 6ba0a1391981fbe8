import { z } from 'zod'
import { compilePattern } from '../../core/pattern.ts'
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

const MOST_PATTERNS = 20

const pattern = z
  .string(cause('text is expected', 'Write the pattern as text, best in single quotes'))
  .superRefine((source, context) => {
    const compiled = compilePattern(source)
    if ('problem' in compiled)
      context.addIssue({ code: 'custom', message: cause(compiled.problem, compiled.cure) })
  })
  .describe('A pattern such as `EMP-[0-9]{6}`, of at most 200 characters.')

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
      fields: z
        .record(
          z
            .string()
            .max(200)
            .regex(
              /^[^\s.]+(\.[^\s.]+)*$/,
              cause('not a field pattern', 'Write a name, or a path in quotes: "data.*.email"'),
            ),
          kind,
        )
        .describe(
          'Masks over HTTP by field of JSON, forms and events: a name alone (`ssn`) means every field of that name, a path (`data.*.email`) starts at the top; `*` stands for one name or a part of one, `**` for any number; lists take no part. Upper and lower case are the same. The first pattern that matches wins.',
        )
        .optional(),
      detect: z
        .array(text('Id of a detector.', 63), cause('a list is expected', 'Write [detector, …]'))
        .describe('Detectors that look for secrets and personal data in every text value.')
        .optional(),
      patterns: z
        .record(name(), pattern)
        .refine(
          (patterns) => Object.keys(patterns).length <= MOST_PATTERNS,
          cause('too many patterns', `Write at most ${MOST_PATTERNS}, or join some with |`),
        )
        .describe(
          'Own patterns by a name of your choice, in RE2 syntax: what they match is masked as what detectors find. Of a longer value the first 64 KiB are searched and the rest is hidden when a match may stand there.',
        )
        .optional(),
      predicates: z
        .enum(['strict', 'flag'], cause('not a way to treat conditions', 'Write strict or flag'))
        .describe(
          'Conditions and orders on masked columns, which tell values bit by bit: `flag` (the default) warns and records them; `strict` holds every statement that does more with such a column than to show, count or overwrite it.',
        )
        .optional(),
    }),
  )
  .describe('What is masked in results, by a name of your choice.')
