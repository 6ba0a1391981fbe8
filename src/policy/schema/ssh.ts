// Targets that speak SSH.
import { z } from 'zod'
import { cause, list, network, reference, text } from './values.ts'

const ACCOUNT = cause(
  'not an account’s name',
  'Use letters, digits, `.`, `_`, `-`; not beginning with `-`; at most 64',
)
const account = (description: string) =>
  text(description, 64).regex(/^[A-Za-z0-9_][A-Za-z0-9._@-]*\$?$/, ACCOUNT)

const HOST_KEY = cause(
  'not a public host key',
  'Write type and key as ssh-keyscan prints them, without the host: ssh-ed25519 AAAA…',
)
const hostKey = z
  .string(HOST_KEY)
  .max(8192, HOST_KEY)
  .regex(
    /^(?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}(?: [^\p{Cc}]*)?$/u,
    HOST_KEY,
  )

const fixed = z
  .strictObject({
    provider: z.literal('static').describe('An account that exists already.'),
    user: text('Account name, or a reference to it.', 4096),
    private_key: reference(
      'The account’s private key in PEM or OpenSSH’s form, without a passphrase.',
    ).optional(),
    password: reference('The account’s password.').optional(),
  })
  .describe('A credential that exists already: `user`, and `private_key` or `password`.')

const certificate = z
  .strictObject({
    provider: z
      .literal('ssh-certificate')
      .describe('A key and certificate made for one grant; the private key never leaves the session.'),
    ca: reference(
      'Private key of the certificate authority that the target trusts (`TrustedUserCAKeys`): Ed25519 or RSA, without a passphrase.',
    ),
    user: account('Account on the target that the job acts as.'),
    principals: list(
      account('Name in the certificate.'),
      'Names in the certificate; the account’s own when left out.',
    ).optional(),
    source_address: list(
      network('Network.'),
      'Networks that the target sees runners come from; any when left out.',
    ).optional(),
    force_command: text('What sshd runs whatever the job asks for.', 1000).optional(),
  })
  .describe('A short-lived certificate of an authority of your own.')

const ENVIRONMENT = cause(
  'not a variable’s name',
  'Write letters, digits and `_`; `*` at the end for any rest: LC_*',
)
const FORWARD = cause(
  'not an address',
  'Write host:port, or host:* for any port; an IPv6 address in brackets',
)

/** `place`: what every target has. */
export const ssh = <T extends z.ZodRawShape>(place: T) =>
  z.strictObject({
    protocol: z.literal('ssh').describe('What the target speaks.'),
    ...place,
    host_keys: list(hostKey, 'Public keys of the host, one of which it must show.').optional(),
    known_hosts: reference('File with known_hosts lines; those for this address count.').optional(),
    credential: z
      .discriminatedUnion('provider', [fixed, certificate], {
        error: cause('not a credential provider for SSH', 'Write provider: ssh-certificate or static'),
      })
      .describe('Where the credential comes from.'),
    shell: z
      .enum(['refuse', 'record'], cause('not a way to treat shells', 'Write refuse or record'))
      .describe(
        'Interactive shells and terminals. `refuse` (when left out): only commands and file transfers. `record`: allowed, recorded and masked; what is typed there is not judged.',
      )
      .optional(),
    environment: list(
      z.string(ENVIRONMENT).regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}\*?$/, ENVIRONMENT),
      'Variables that clients may set; LANG and LC_* when left out.',
    ).optional(),
    forward: list(
      z
        .string(FORWARD)
        .regex(/^(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9._-]{0,252}):(?:[0-9]{1,5}|\*)$/, FORWARD),
      'Addresses that clients may reach through the target (`ssh -L`, `ssh -W`), `host:port`; none when left out. What goes there is not judged.',
    ).optional(),
  })
