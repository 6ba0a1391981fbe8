// The small values of the policy file. An error is "cause\ncure" and never quotes the value: it may be a misplaced secret.
import { isIP } from 'node:net'
import { z } from 'zod'

const MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const BYTES = {
  B: 1,
  KB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
} as const

export const cause = (what: string, cure: string): string => `${what}\n${cure}`

/** `30m`, `5s`: parsed to milliseconds, between the bounds. */
export function duration(description: string, bounds: { min?: string; max?: string } = {}) {
  const [min, max] = [milliseconds(bounds.min ?? '1ms'), milliseconds(bounds.max ?? '365d')]
  const range = `from ${bounds.min ?? '1ms'} to ${bounds.max ?? '365d'}`
  return z
    .string(cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'))
    .regex(
      /^[0-9]{1,9}(ms|s|m|h|d)$/,
      cause('not a duration', 'Write a whole number and a unit: 500ms, 5s, 30m, 2h, 1d'),
    )
    .transform(milliseconds)
    .refine((ms) => ms >= min && ms <= max, cause('the duration is out of range', `Choose one ${range}`))
    .describe(`${description} A duration such as \`5s\` or \`30m\`, ${range}.`)
}

function milliseconds(text: string): number {
  const [, number, unit] = /^([0-9]+)(ms|s|m|h|d)$/.exec(text) ?? []
  return Number(number) * MS[unit as keyof typeof MS]
}

/** `200MB`: parsed to bytes. */
export function size(description: string) {
  const error = cause('not a size', 'Write a whole number and a unit: 512KB, 200MB, 2GB, 1GiB')
  return z
    .string(error)
    .regex(/^[0-9]{1,6}(B|KB|MB|GB|KiB|MiB|GiB)$/, error)
    .transform((text) => {
      const [, number, unit] = /^([0-9]+)([A-Za-z]+)$/.exec(text) ?? []
      return Number(number) * BYTES[unit as keyof typeof BYTES]
    })
    .refine((bytes) => bytes > 0, cause('a size of nothing', 'Choose a size above zero'))
    .describe(`${description} A size such as \`200MB\` (10^6) or \`1GiB\` (2^30).`)
}

export const REFERENCE = /^(env:[A-Za-z_][A-Za-z0-9_]{0,254}|file:[^\0\r\n]+)$/

/** `env:NAME` or `file:PATH`: a secret itself is refused. */
export function reference(description: string) {
  const error = cause(
    'a reference is expected here, not the value itself',
    'Write env:NAME or file:PATH; secrets never stand in this file. If one did, replace it: it may have been committed',
  )
  return z
    .string(error)
    .max(4096, error)
    .regex(REFERENCE, error)
    .describe(`${description} A reference, \`env:NAME\` or \`file:PATH\` (relative to this file).`)
}

/** A name that other parts of the file refer to. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/

export const name = () =>
  z
    .string(cause('not a name', 'Write a name as text'))
    .regex(
      NAME,
      cause(
        'not a usable name',
        'Use 1 to 63 letters, digits, `.`, `_` and `-`, beginning with a letter or digit',
      ),
    )

export const text = (description: string, max = 200) =>
  z
    .string(cause('text is expected', 'Write text; put numbers, true, false and null in quotes'))
    .min(1, cause('the text is empty', 'Write something, or leave the key out'))
    .max(max, cause('the text is too long', `Use at most ${max} characters`))
    .regex(/^[^\p{Cc}]*$/u, cause('the text has control characters', 'Remove them'))
    .describe(description)

/** At least one of them. */
export const list = <T extends z.ZodType>(item: T, description: string) =>
  z
    .array(item, cause('a list is expected', 'Write [one, another]'))
    .min(1, cause('the list is empty', 'Name one, or leave the key out'))
    .describe(description)

export const count = (description: string, max: number) =>
  z
    .int(cause('a whole number is expected', `Write a number from 1 to ${max}`))
    .min(1, cause('the number is too small', `Write a number from 1 to ${max}`))
    .max(max, cause('the number is too large', `Write a number from 1 to ${max}`))
    .describe(description)

/** Host names and addresses that never leave this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.[0-9]{1,3}){3}$/.test(host)
}

/** An address without credentials, query or fragment; plain HTTP on loopback only. */
export function url(description: string) {
  const cure = 'Write https://host[:port][/path]; http:// only for localhost, 127.0.0.1 or [::1]'
  return z
    .string(cause('an address is expected', cure))
    .max(2048, cause('the address is too long', cure))
    .refine(isUsableUrl, cause('not a usable address', cure))
    .describe(`${description} https, or http on loopback.`)
}

export function isUsableUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(value)
  if (username || password || search || hash) return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** `host:port`, `host` or `[::1]:port`. */
export function address(description: string, defaultPort?: number) {
  const form = defaultPort === undefined ? 'host:port' : 'host or host:port'
  const error = cause('not an address', `Write ${form}; an IPv6 address in brackets: [::1]:5432`)
  return z
    .string(error)
    .transform((value, context) => {
      const [, bracketed, plain, digits] =
        /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::([0-9]{1,5}))?$/.exec(
          value,
        ) ?? []
      const host = bracketed ?? plain
      const port = digits === undefined ? defaultPort : Number(digits)
      const none = digits !== undefined && port === 0 && defaultPort !== undefined
      if (host === undefined || port === undefined || port > 65_535 || none) {
        context.addIssue({ code: 'custom', message: error, input: undefined })
        return z.NEVER
      }
      return { host, port }
    })
    .describe(`${description} \`${form}\`.`)
}

/** `10.0.0.0/8` or one address. */
export function network(description: string) {
  const error = cause('not a network', 'Write an IP address, or one and its bits: 10.0.0.0/8, fd00::/8')
  return z.string(error).refine(isNetwork, error).describe(`${description} \`10.0.0.0/8\` or one address.`)
}

/** Nobody means the whole internet. */
function isNetwork(value: string): boolean {
  const [, address = '', bits] = /^([0-9A-Fa-f:.]{2,45})(?:\/([1-9][0-9]{0,2}))?$/.exec(value) ?? []
  const family = isIP(address)
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 6 ? 128 : 32))
}
