import { z } from 'zod'
import { cause, name, text, url } from './values.ts'

export const issuers = z
  .record(
    name(),
    z.strictObject({
      issuer: url('The `iss` of the platform’s tokens, compared whole.'),
      platform: z
        .enum(['github', 'gitlab'], cause('not a platform', 'Write github or gitlab'))
        .describe('Whose tokens these are. May be left out when the issuer is named `github` or `gitlab`.')
        .optional(),
      audience: text('What `aud` must be, exactly; `server.url` when left out.', 2048).optional(),
      jwks_uri: url(
        'Where the signing keys are, when the issuer’s discovery document is not to be asked.',
      ).optional(),
    }),
  )
  .describe('CI platforms whose tokens are accepted, by a name of your choice.')

export const approvers = z
  .record(
    name(),
    z.strictObject({
      group: text('Group in the sign-in provider’s `groups` claim whose members may approve.'),
    }),
  )
  .describe('Who may approve, by a name of your choice.')
