// Terms as JSON: the body of `GET /v1/grant` and the daemon's standard input. The password is in clear there.
import { SluiceError } from './errors.ts'
import type {
  Exception,
  Guard,
  HoldTerms,
  HttpTerms,
  Limits,
  Login,
  MaskKind,
  Masks,
  RequestRule,
  SshTerms,
  TargetTerms,
  Terms,
  Thresholds,
  Tls,
} from './grant.ts'
import type { Json } from './json.ts'
import { Secret } from './secret.ts'
import { type Fields, fields } from './shape.ts'

export function termsToJson(terms: Terms): Json {
  const targets = terms.targets.map((target) => ({
    ...target,
    credential: loginToJson(target.credential),
  }))
  return JSON.parse(JSON.stringify({ ...terms, targets }))
}

function loginToJson(login: Login): Json {
  if ('password' in login) return { user: login.user, password: login.password.reveal() }
  const { user, privateKey, certificate } = login
  return { user, privateKey: privateKey.reveal(), ...(certificate === undefined ? {} : { certificate }) }
}

/** Strict: an unknown or missing member, or a wrong type, throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
export function termsFromJson(json: unknown): Terms {
  const terms = fields(json, 'terms', invalid)
  const serverKey = terms.optional('serverKey', terms.text)
  const holds = terms.optional('holds', (name) => holdsFrom(terms.object(name)))
  const result: Terms = {
    session: terms.text('session'),
    expiresAt: time(terms, 'expiresAt'),
    claims: terms.record('claims', invalidText),
    access: terms.text('access'),
    policySha256: terms.text('policySha256'),
    targets: terms.list('targets', targetFrom),
    ...(holds === undefined ? {} : { holds }),
    ...(serverKey === undefined ? {} : { serverKey }),
  }
  terms.end()
  return result
}

function holdsFrom(holds: Fields): HoldTerms {
  const result = {
    approvers: holds.list('approvers', invalidText),
    timeout: holds.integer('timeout'),
    strongLocks: holds.oneOf('strongLocks', ['wait', 'refuse']),
  }
  holds.end()
  return result
}

function targetFrom(json: unknown, at: string): TargetTerms {
  const target = fields(json, at, invalid)
  const database = target.optional('database', target.text)
  const tls = target.optional('tls', (name) => tlsFrom(target.object(name)))
  const ssh = target.optional('ssh', (name) => sshFrom(target.object(name)))
  const http = target.optional('http', (name) => httpFrom(target.object(name)))
  const result: TargetTerms = {
    name: target.text('name'),
    protocol: target.text('protocol'),
    host: target.text('host'),
    port: target.integer('port'),
    ...(database === undefined ? {} : { database }),
    ...(tls === undefined ? {} : { tls }),
    credential: loginFrom(target.object('credential')),
    ...(ssh === undefined ? {} : { ssh }),
    ...(http === undefined ? {} : { http }),
    guard: guardFrom(target.object('guard')),
    masks: masksFrom(target.object('masks')),
    limits: limitsFrom(target.object('limits')),
  }
  target.end()
  return result
}

function loginFrom(login: Fields): Login {
  const user = login.text('user')
  const key = login.optional('privateKey', login.text)
  const certificate = login.optional('certificate', login.text)
  if (key === undefined && certificate !== undefined) throw invalid('a certificate without its key')
  const result: Login =
    key === undefined
      ? { user, password: new Secret(login.text('password')) }
      : { user, privateKey: new Secret(key), ...(certificate === undefined ? {} : { certificate }) }
  login.end()
  return result
}

function sshFrom(ssh: Fields): SshTerms {
  const result = {
    hostKeys: ssh.list('hostKeys', invalidText),
    shell: ssh.oneOf('shell', ['refuse', 'record']),
    environment: ssh.list('environment', invalidText),
    forward: ssh.list('forward', invalidText),
  }
  ssh.end()
  return result
}

function httpFrom(http: Fields): HttpTerms {
  const result = {
    header: http.text('header'),
    scheme: http.oneOf('scheme', ['basic', 'bearer', 'plain']),
    cookies: http.oneOf('cookies', ['drop', 'pass']),
    unmasked: http.list('unmasked', invalidText),
  }
  http.end()
  return result
}

function tlsFrom(tls: Fields): Tls {
  const ca = tls.optional('ca', tls.text)
  const serverName = tls.optional('serverName', tls.text)
  const result: Tls = {
    mode: tls.oneOf('mode', ['disable', 'require', 'verify-ca', 'verify-full']),
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { serverName }),
  }
  tls.end()
  return result
}

function guardFrom(guard: Fields): Guard {
  const thresholds = guard.optional('thresholds', (name) => thresholdsFrom(guard.object(name)))
  const requests = guard.optional('requests', (name) =>
    guard.list(name, (item, at) => requestFrom(fields(item, at, invalid))),
  )
  const result: Guard = {
    name: guard.text('name'),
    mode: guard.oneOf('mode', ['enforce', 'observe']),
    rules: guard.record('rules', (value, at) => choice(value, at, ['warn', 'hold', 'block'])),
    allow: guard.list('allow', (item, at) => exceptionFrom(fields(item, at, invalid))),
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(requests === undefined ? {} : { requests }),
  }
  guard.end()
  return result
}

function requestFrom(entry: Fields): RequestRule {
  const values = (key: string) =>
    entry.optional(key, (name) =>
      entry.record(name, (value, at) => {
        if (!Array.isArray(value)) throw invalid(`${at} must be a list`)
        return value.map((item) => invalidText(item, at))
      }),
    )
  const [query, body] = [values('query'), values('body')]
  const result: RequestRule = {
    match: entry.text('match'),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    verdict: entry.oneOf('verdict', ['allow', 'warn', 'hold', 'block']),
  }
  entry.end()
  return result
}

function exceptionFrom(entry: Fields): Exception {
  const rule = entry.text('rule')
  const list = (key: string) => entry.optional(key, (name) => entry.list(name, invalidText))
  const [relations, paths, programs, names] = [
    list('relations'),
    list('paths'),
    list('programs'),
    list('names'),
  ]
  const result: Exception = {
    rule,
    ...(relations === undefined ? {} : { relations }),
    ...(paths === undefined ? {} : { paths }),
    ...(programs === undefined ? {} : { programs }),
    ...(names === undefined ? {} : { names }),
    ...countsFrom(entry),
  }
  entry.end()
  // Without a condition it would silence the rule, which a guard says by leaving the rule out.
  if (Object.keys(result).length === 1) throw invalid(`the exception from ${rule} has no condition`)
  return result
}

function thresholdsFrom(thresholds: Fields): Thresholds {
  const result = countsFrom(thresholds)
  thresholds.end()
  return result
}

function countsFrom(from: Fields): Thresholds {
  const rows = from.optional('rows', from.integer)
  const tableSize = from.optional('tableSize', from.integer)
  return {
    ...(rows === undefined ? {} : { rows }),
    ...(tableSize === undefined ? {} : { tableSize }),
  }
}

const MASKS: readonly MaskKind[] = ['redact', 'partial', 'hash', 'null']

function masksFrom(masks: Fields): Masks {
  const predicates = masks.optional('predicates', masks.text)
  const patterns = masks.optional('patterns', (name) =>
    masks.list(name, (item, at) => {
      const entry = fields(item, at, invalid)
      const own = { name: entry.text('name'), pattern: entry.text('pattern') }
      entry.end()
      return own
    }),
  )
  const own = masks.optional('fields', (name) => masks.list(name, maskFrom))
  const result: Masks = {
    columns: masks.list('columns', maskFrom),
    ...(own === undefined ? {} : { fields: own }),
    detect: masks.list('detect', invalidText),
    ...(patterns === undefined ? {} : { patterns }),
    ...(predicates === undefined ? {} : { predicates: choice(predicates, 'predicates', ['strict', 'flag']) }),
  }
  masks.end()
  return result
}

function maskFrom(item: unknown, at: string): Masks['columns'][number] {
  const entry = fields(item, at, invalid)
  const mask = { pattern: entry.text('pattern'), mask: entry.oneOf('mask', MASKS) }
  entry.end()
  return mask
}

const OPTIONAL_LIMITS = [
  'statementTimeout',
  'lockTimeout',
  'idleInTransactionTimeout',
  'rows',
  'bytes',
] as const

function limitsFrom(limits: Fields): Limits {
  const set: { [K in (typeof OPTIONAL_LIMITS)[number]]?: number } = {}
  for (const name of OPTIONAL_LIMITS) {
    const value = limits.optional(name, limits.integer)
    if (value !== undefined) set[name] = value
  }
  const result: Limits = { ...set, connections: limits.integer('connections') }
  limits.end()
  return result
}

function time(from: Fields, name: string): string {
  const value = from.text(name)
  if (Number.isNaN(Date.parse(value))) throw invalid(`${name} is not a time`)
  return value
}

function choice<T extends string>(value: unknown, at: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value)
  if (found === undefined) throw invalid(`${at} must be ${choices.join(' or ')}`)
  return found
}

function invalidText(value: unknown, at: string): string {
  if (typeof value !== 'string') throw invalid(`${at} must be a string`)
  return value
}

function invalid(message: string): SluiceError {
  return new SluiceError('CONFIG_INVALID', `the session’s terms are malformed: ${message}`, {
    hint: 'The server and this program may be of different versions: use the same release',
  })
}
