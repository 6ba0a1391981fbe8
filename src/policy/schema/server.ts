import { z } from 'zod'
import { address, count, duration, network, size, text, url } from './values.ts'

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
