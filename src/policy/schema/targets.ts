import { z } from 'zod'
import { http } from './http.ts'
import { PORTS } from './ports.ts'
import { ssh } from './ssh.ts'
import { address, cause, duration, name, reference, text } from './values.ts'

/** Stands for the protocol’s own port until that is known. */
export const NO_PORT = 0

const identifier = (description: string) => text(description, 63)

const tls = z
  .strictObject({
    mode: z
      .enum(
        ['verify-full', 'verify-ca', 'require', 'disable'],
        cause('not a TLS mode', 'Write verify-full, verify-ca, require or disable'),
      )
      .describe(
        '`verify-full` (when left out): certificate and name are verified. `verify-ca`: the name is not. `require`: encrypted, but anybody may answer. ' +
          '`disable`: plain TCP, for loopback addresses only unless `allow_plaintext` says otherwise.',
      )
      .optional(),
    ca: reference('Certificate authority in PEM; the system’s when left out.').optional(),
    server_name: text('Name in the certificate when it differs from the address.', 253).optional(),
    allow_plaintext: z
      .boolean(cause('true or false is expected', 'Write true or false'))
      .describe(
        'Allows `mode: disable` to an address that is not loopback: the password check is protected, the data is not. For isolated networks.',
      )
      .optional(),
  })
  .describe('How the connection to the target is protected.')

const fixed = z
  .strictObject({
    provider: z.literal('static').describe('An account that exists already.'),
    url: reference('Connection URL; user and password are taken from it.').optional(),
    user: text('Account name, or a reference to it.', 4096).optional(),
    password: reference('The account’s password.').optional(),
  })
  .describe('A credential that exists already: `url`, or `user` and `password`.')

const role = z
  .strictObject({
    provider: z.literal('postgres-role').describe('A role made for one grant and dropped at its end.'),
    broker: reference(
      'Connection URL of an account with CREATEROLE that makes the roles; its TLS is that of the target.',
    ),
    owner: identifier('Role that the job acts as and that owns what the job makes.'),
  })
  .describe('A PostgreSQL role made for each grant.')

const providers = { static: fixed, 'postgres-role': role }

const place = {
  address: address('Where the target is; the protocol’s own port when none is given.', NO_PORT),
  retention: duration(
    'How long records of ended sessions are kept; for good when left out. A session of several targets is kept for the longest; the seal and its place in the log stay.',
    { min: '1d', max: '3650d' },
  ).optional(),
}

const postgres = z.strictObject({
  protocol: z.literal('postgres').describe('What the target speaks.'),
  ...place,
  database: identifier('The database; a session can reach no other.'),
  tls: tls.optional(),
  credential: z
    .discriminatedUnion('provider', [fixed, role], {
      error: cause('not a credential provider', `Write provider: ${Object.keys(providers).join(' or ')}`),
    })
    .describe('Where the credential comes from.'),
})

export const targets = z
  .record(
    name(),
    z.discriminatedUnion('protocol', [postgres, ssh(place), http(place)], {
      error: cause('not a protocol', `Write protocol: ${Object.keys(PORTS).join(' or ')}`),
    }),
  )
  .describe('What jobs may reach, by a name of your choice.')
