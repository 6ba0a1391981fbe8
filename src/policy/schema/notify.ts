import { z } from 'zod'
import { cause, isUsableUrl, name, REFERENCE, reference } from './values.ts'

export const PRESETS = ['json', 'slack', 'teams'] as const
export const EVENTS = ['asked', 'decided', 'expired', 'withdrawn'] as const

const address = () => {
  const error = cause(
    'not a usable address',
    'Write env:NAME or file:PATH when the address is a secret (Slack, Teams, anything with a query); else https://host[:port][/path], http:// only on loopback',
  )
  return z
    .string(error)
    .max(4096, error)
    .refine((value) => REFERENCE.test(value) || isUsableUrl(value), error)
    .describe(
      'Where notices are posted: a reference, `env:NAME` or `file:PATH`, or the address itself when it is no secret. https, or http on loopback.',
    )
}

export const notify = z
  .array(
    z.strictObject({
      name: name().describe('What logs and metrics call the receiver.'),
      url: address(),
      preset: z
        .enum(PRESETS, cause('not a preset', `Write ${PRESETS.join(', ')}`))
        .describe('Form of the message; `json` (when left out) is the plain event.')
        .optional(),
      secret: reference(
        'Signs what is posted, in the form of Standard Webhooks; `json` needs one. `whsec_` and base64, or any text of at least 24 bytes.',
      ).optional(),
      on: z
        .array(
          z.enum(EVENTS, cause('not an event', `Write ${EVENTS.join(', ')}`)),
          cause('a list is expected', `Write [${EVENTS.join(', ')}], or some of them`),
        )
        .min(1, cause('the list is empty', 'Name at least one'))
        .describe('What is told; [asked, decided, expired] when left out.')
        .optional(),
      targets: z
        .array(name(), cause('a list is expected', 'Write [name, …]'))
        .min(1, cause('the list is empty', 'Name at least one'))
        .describe('Only requests for one of these targets; all when left out.')
        .optional(),
      statement: z
        .boolean(cause('true or false is expected', 'Write true or false'))
        .describe(
          'Sends the text of held statements along, as in the record. It may be sensitive: left out, it is not sent.',
        )
        .optional(),
    }),
    cause('a list is expected', 'Write one `- name: …` a receiver'),
  )
  .max(50, cause('too many receivers', 'Use at most 50'))
  .describe('Who is told of requests that wait for an approver.')
