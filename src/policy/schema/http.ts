// Targets that speak HTTP.
import { z } from 'zod'
import { parseTemplate } from '../../core/request.ts'
import { cause, isLoopback, list, reference, text } from './values.ts'

const ORIGIN = cause(
  'not an origin',
  'Write https://host or https://host:port without a path; http:// for loopback, or with `allow_plaintext`',
)

/** `https://api.internal:8443`. */
const origin = z
  .string(ORIGIN)
  .max(300, ORIGIN)
  .transform((value, context) => {
    const [, scheme, bracketed, plain, digits] =
      /^(https?):\/\/(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?\/?$/.exec(
        value,
      ) ?? []
    const host = bracketed ?? plain
    const port = digits === undefined ? (scheme === 'http' ? 80 : 443) : Number(digits)
    if (host === undefined || port === 0 || port > 65_535) {
      context.addIssue({ code: 'custom', message: ORIGIN, input: undefined })
      return z.NEVER
    }
    return { host, port, plain: scheme === 'http', loopback: isLoopback(host) }
  })
  .describe('The one origin that the target is. `https://host[:port]`.')

const HEADER = cause('not a header’s name', 'Write a name such as X-Api-Key')
const REFUSED =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|accept-encoding|cookie|x-sluice.*)$/i

const credential = z
  .strictObject({
    provider: z.literal('static').describe('A credential that exists already.'),
    bearer: reference('Token that is sent as `Authorization: Bearer`.').optional(),
    user: text('Account name for `Authorization: Basic`, or a reference to it.', 4096).optional(),
    password: reference('The account’s password.').optional(),
    header: z
      .string(HEADER)
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, HEADER)
      .refine((name) => !REFUSED.test(name), cause('this header says something else', 'Choose another one'))
      .describe('Name of the header that carries `value`.')
      .optional(),
    value: reference('The header’s whole value.').optional(),
  })
  .describe('`bearer`, or `user` and `password`, or `header` and `value`.')

const TYPE = cause('not a media type', 'Write image/png, or image/* for all of a kind')

const tls = z
  .strictObject({
    ca: reference('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: text('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: z
      .boolean(cause('true or false is expected', 'Write true or false'))
      .describe('Allows an address with `http://` that is not loopback: the credential goes there in clear.')
      .optional(),
  })
  .describe('How the target proves who it is; its certificate and name are always verified.')

/** `place`: what every target has. */
export const http = <T extends z.ZodRawShape>(place: T) =>
  z.strictObject({
    protocol: z.literal('http').describe('What the target speaks.'),
    ...place,
    address: origin,
    tls: tls.optional(),
    credential,
    cookies: z
      .enum(['drop', 'pass'], cause('not a way to treat cookies', 'Write drop or pass'))
      .describe('`drop` (when left out): cookies go neither way. `pass`: they do.')
      .optional(),
    unmasked: list(
      z.string(TYPE).regex(/^[a-z0-9.+-]{1,60}\/(?:\*|[a-z0-9.+-]{1,100})$/, TYPE),
      'Media types that may pass although masks cannot look into them, `image/*`; others are refused.',
    ).optional(),
  })

const MATCH = cause(
  'not a request',
  'Write "DELETE /v1/users/{id}": a method, several with commas, or *; and a path. {id} stands for one part, ** at the end for any rest',
)

const values = (description: string) =>
  z
    .record(
      z.string().min(1).max(200),
      z.union([text('Value.', 500), list(text('Value.', 500), 'Values, one of which it must have.')], {
        error: cause('text is expected', 'Write text or a list of texts; numbers, true and false in quotes'),
      }),
    )
    .describe(description)
    .optional()

export const requests = z
  .array(
    z.strictObject({
      match: z
        .string(MATCH)
        .max(500, MATCH)
        .refine((value) => parseTemplate(value) !== undefined, MATCH)
        .describe('`DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`.'),
      query: values('Values of the query by name; `*` stands for any characters.'),
      body: values('Values of a JSON or form body by the path of their field, `items.kind`.'),
      verdict: z
        .enum(['allow', 'warn', 'hold', 'block'], cause('not a verdict', 'Write allow, warn, hold or block'))
        .describe('What happens to it.'),
    }),
    cause('a list is expected', 'Write [{ match: "GET /v1/**", verdict: allow }, …]'),
  )
  .describe(
    'Requests over HTTP: the first entry that is met decides. Without one, `unsafe-request` speaks of every method but GET, HEAD and OPTIONS.',
  )
