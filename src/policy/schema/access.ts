import { z } from 'zod'
import { cause, count, duration, name, text } from './values.ts'

const CLAIM = /^[a-z][a-z0-9_]{0,62}$/

const value = () => text('The claim’s value; `*` stands for characters other than `/` and `:`.', 1024)

const names = (description: string) =>
  z
    .array(name(), cause('a list is expected', 'Write [name, …]'))
    .min(1, cause('the list is empty', 'Name at least one'))
    .describe(description)

export const access = z
  .array(
    z.strictObject({
      name: text('What the rule is for: shown to people and kept in the record.'),
      issuer: name().describe('Name of one of `issuers`.'),
      claims: z
        .record(
          z
            .string()
            .regex(
              CLAIM,
              cause('not the name of a claim', 'Write a claim’s name as in the token: repository_id'),
            ),
          z.union(
            [value(), z.array(value()).min(1)],
            cause(
              'a claim is text, or a list of texts',
              'Put the value in quotes: "123", "true"; or write a list of at least one',
            ),
          ),
        )
        .describe(
          'Every claim must equal its value, or one of a list. A claim that is absent or empty never matches.',
        ),
      targets: names('Targets that these jobs may reach.'),
      guard: name().describe('Guard of these sessions; `strict` when left out.').optional(),
      mask: name().describe('Mask of these sessions; none when left out.').optional(),
      ttl: duration('Longest session; 30m when left out.', { min: '1m', max: '1d' }).optional(),
      approval: z
        .strictObject({
          by: names('Approvers who may agree.'),
          min: count('How many of them must agree; 1 when left out.', 10).optional(),
          timeout: duration('How long the exchange waits; 1h when left out.', {
            min: '1m',
            max: '30d',
          }).optional(),
        })
        .describe('The exchange waits until a person agrees.')
        .optional(),
      holds: z
        .strictObject({
          by: names('Approvers who may release a held statement.'),
          min: count('How many of them must agree; 1 when left out.', 10).optional(),
          timeout: duration('How long a held statement waits; 15m when left out.', {
            min: '10s',
            max: '1d',
          }).optional(),
          strong_locks: z
            .enum(['wait', 'refuse'], cause('not a choice', 'Write wait or refuse'))
            .describe(
              '`refuse` does not wait while the open transaction has locked a table against reads or writes; `wait` (when left out) does, and shows the locks.',
            )
            .optional(),
        })
        .describe(
          'What the guard holds waits until a person agrees. Left out, the approvers of `approval` are asked; without these either, what would be held is refused.',
        )
        .optional(),
    }),
    cause('a list is expected', 'Write one `- name: …` a rule'),
  )
  .describe('Who may reach what. For each target the first rule that matches gives the grant.')
