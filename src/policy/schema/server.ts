import { z } from 'zod'
import { github } from './github.ts'
import { notify } from './notify.ts'
import { address, cause, count, duration, network, reference, size, text, url } from './values.ts'

const groups = (description: string) =>
  z
    .array(text('A group of the sign-in provider.'), cause('a list is expected', 'Write [group, …]'))
    .describe(description)

export const server = z
  .strictObject({
    url: url('Public address of the grant server: audience of pipeline tokens and base of session links.'),
    listen: address('Where the server listens; 127.0.0.1:8700 when left out.').optional(),
    data: text(
      'Directory of the database and the session records, relative to this file; `data` when left out.',
      4096,
    ).optional(),
    trusted_proxies: z
      .array(network('A proxy in front of the server.'))
      .describe(
        'Proxies whose `X-Forwarded-For` says who called; nobody’s when left out. Behind a proxy that is not named here all callers share one limit.',
      )
      .optional(),
    keep_audit: duration('How long a line of the audit log is kept; 365d when left out.', {
      min: '1d',
      max: '3650d',
    }).optional(),
    sign_in: z
      .strictObject({
        issuer: url('Address of the OpenID Connect provider that people sign in with.'),
        client_id: text('The client that the provider knows this server by.'),
        client_secret: reference('The client’s secret; a public client has none.').optional(),
        scopes: z
          .array(text('A scope.', 100))
          .describe('Scopes besides `openid`; [profile, email] when left out.')
          .optional(),
        claims: z
          .strictObject({
            name: text(
              'The claim with the name that people are shown by; `name` when left out.',
              100,
            ).optional(),
            groups: text('The claim with the list of groups; `groups` when left out.', 100).optional(),
            logins: z
              .array(text('A claim.', 100), cause('a list is expected', 'Write [claim, …]'))
              .min(1, cause('the list is empty', 'Name at least one'))
              .describe(
                'Claims that hold somebody’s login on the CI platform, so that nobody approves what they started; [preferred_username, email] when left out.',
              )
              .optional(),
          })
          .describe('Which claims of the provider say what.')
          .optional(),
        lifetime: duration('How long somebody stays signed in; 12h when left out.', {
          min: '5m',
          max: '7d',
        }).optional(),
      })
      .describe(
        'How people sign in. Left out, the server prints a link for one administrator each time it starts.',
      )
      .optional(),
    roles: z
      .strictObject({
        viewer: groups(
          'Groups that may see sessions and requests; everybody who signs in when left out.',
        ).optional(),
        admin: groups('Groups that may see the policy and the audit log; nobody when left out.').optional(),
      })
      .describe('Who may see what. Who may approve stands in `approvers`.')
      .optional(),
    notify: notify.optional(),
    github: github.optional(),
    limits: z
      .strictObject({
        exchanges_per_minute: count(
          'Token exchanges a minute of one repository or project; 60 when left out.',
          100_000,
        ).optional(),
        requests_per_minute: count(
          'Requests a minute of one address; 1200 when left out.',
          1_000_000,
        ).optional(),
        record: size('Largest session record that is kept; 1GB when left out.').optional(),
      })
      .describe('What one caller may use of the server.')
      .optional(),
  })
  .describe('The grant server. Leave it out for a standalone session (`sluice run --config`).')
