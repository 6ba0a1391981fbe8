import { describe, expect, it } from 'vitest'
import { checkConfig } from '../../../src/policy/config.ts'
import { changed, positionOf, VALID } from './valid.ts'

const CLAIMS =
  'claims: { repository_id: "123", repository_owner_id: "9", ref: refs/heads/main, ref_type: branch }'

/** What is replaced, by what, where the error must stand, and what it must say. */
const ERRORS: readonly (readonly [string, string, string, RegExp])[] = [
  ['    database: orders\n', '', 'orders-prod:', /`database` is missing\. Add `database: …`/],
  ['mode: enforce', 'moed: enforce', 'moed', /guards\.orders: unknown key "moed"\. Did you mean "mode"\?/],
  ['mode: enforce', 'mode: on', 'on\n', /not a mode\. Write enforce or observe/],
  ['statement_timeout: 5m', 'statement_timeout: 5', '5, lock', /not a duration\. .*30m/],
  ['statement_timeout: 5m', 'statement_timeout: 0s', '0s', /out of range/],
  ['bytes: 200MB', 'bytes: 200mb', '200mb', /not a size\. .*200MB/],
  ['rows: 100000', 'rows: 1.5', '1.5', /a whole number is expected/],
  ['broker: env:ORDERS_BROKER_URL', 'broker: ORDERS', 'ORDERS,', /a reference is expected here/],
  [
    'provider: static',
    'provider: vault',
    'vault',
    /not a credential provider\. Write provider: static or postgres-role/,
  ],
  ['user: app, ', '', '{ provider: static', /give either `url`, or `user` and `password`/],
  ['password: file:/run/secrets/pw', 'url: env:X', '{ provider: static', /give either `url`/],
  ['address: orders.db.internal:5432', 'address: orders:70000', 'orders:70000', /not an address/],
  ['address: orders.db.internal:5432', 'address: "orders:0"', '"orders:0"', /not an address/],
  ['address: orders.db.internal:5432', 'address: postgres://orders', 'postgres://', /not an address/],
  [
    'protocol: postgres\n    address: orders',
    'protocol: mysql\n    address: orders',
    'mysql',
    /not a protocol\. Write protocol: postgres or ssh/,
  ],
  [
    'mode: verify-full, ca: file:ca.pem',
    'mode: disable',
    'disable }',
    /not a loopback address\. .*verify-full; or add `allow_plaintext: true`/,
  ],
  ['tls: { mode: disable }', 'tls: { mode: disable, ca: file:x }', 'file:x', /but TLS is disabled/],
  [
    'https://sluice.acme.internal',
    'http://sluice.acme.internal',
    'http://sluice',
    /http:\/\/ only for localhost/,
  ],
  ['https://sluice.acme.internal', 'https://u:p@sluice.acme.internal', 'https://u', /not a usable address/],
  [
    'github: { issuer: https://token.actions',
    'ghes: { issuer: https://token.actions',
    '{ issuer: https://token',
    /nothing says whose tokens these are/,
  ],
  [
    'https://gitlab.com',
    'https://token.actions.githubusercontent.com',
    'https://token.actions.githubusercontent.com',
    /the same issuer as "github"/,
  ],
  [
    'detect: [payment-card, jwt]',
    "detect: []\n    patterns: { employee-id: 'EMP-[0-9' }",
    "'EMP-[0-9'",
    /not a pattern\. Write RE2 syntax/,
  ],
  ['detect: [payment-card, jwt]', 'detect: []\n    patterns: { any: .* }', '.*', /matches nothing at all/],
  ['detect: [payment-card, jwt]', 'predicates: stric', 'stric', /Write strict or flag/],
  ['extends: strict', 'extends: strickt', 'strickt', /unknown guard "strickt"\. Did you mean "strict"\?/],
  [
    'hold: [drop-table,',
    'hold: [drop-tables,',
    'drop-tables',
    /unknown rule "drop-tables"\. Did you mean "drop-table"\?/,
  ],
  ['rule: truncate,', 'rule: trunkate,', 'trunkate', /unknown rule "trunkate"\. Did you mean "truncate"\?/],
  ['extends: strict', 'extends: orders', 'orders\n    mode', /it extends itself/],
  ['guards:\n  orders:', 'guards:\n  strict: {}\n  orders:', '{}', /this name is built in/],
  [
    'hold: [drop-table, drop-column]',
    'hold: [drop-table]\n    block: [drop-table]',
    'drop-table]',
    /"drop-table" stands in block and in hold/,
  ],
  ['hold: [drop-table, drop-column]', 'hold: drop-table', 'drop-table', /a list is expected/],
  [
    'relations: [public.tmp_*]',
    'relation: [public.tmp_*]',
    'relation:',
    /unknown key "relation"\. Did you mean "relations"\?/,
  ],
  ['public.customers.email: partial', 'email: partial', 'email:', /not a column pattern/],
  ['public.customers.email: partial', 'public.customers.email: hide', 'hide', /not a mask\. Write redact/],
  [
    'payment-card',
    'payment-crad',
    'payment-crad',
    /unknown detector "payment-crad"\. Did you mean "payment-card"\?/,
  ],
  ['issuer: github\n', 'issuer: githab\n', 'githab', /unknown issuer "githab"\. Did you mean "github"\?/],
  [
    'targets: [orders-prod]',
    'targets: [orders-prd]',
    'orders-prd',
    /unknown target "orders-prd"\. Did you mean "orders-prod"\?/,
  ],
  ['targets: [orders-prod]', 'targets: []', '[]', /the list is empty/],
  ['guard: orders', 'guard: order', 'order\n    mask', /unknown guard "order"\. Did you mean "orders"\?/],
  ['mask: customers', 'mask: customer', 'customer\n', /unknown mask "customer"/],
  [
    '{ rule: cascade, rows: 50, table_size: 1MB }',
    '{ rule: cascade }',
    '{ rule: cascade',
    /an exception without a condition\. Add relations, paths, programs, names, rows or table_size/,
  ],
  ['rows: 50,', 'row: 50,', 'row:', /unknown key "row"\. Did you mean "rows"/],
  ['thresholds: { rows: 5000 }', 'thresholds: { rows: 0 }', '0 }', /the number is too small/],
  ['thresholds: { rows: 5000 }', 'thresholds: { table_size: 10 }', '10 }', /not a size/],
  ['thresholds: { rows: 5000 }', 'thresholds: { size: 1GB }', 'size', /unknown key "size"/],
  ['by: [dba]', 'by: [dbs]', 'dbs', /unknown approver "dbs"\. Did you mean "dba"\?/],
  [
    'name: nightly',
    'name: orders migrations from main',
    'orders migrations from main\n    issuer: gitlab',
    /another rule is named/,
  ],
  ['ttl: 5m', 'ttl: 5s', '5s\n', /out of range\. Choose one from 1m to 1d/],
  [
    'repository_id: "123", ',
    '',
    '{ repository_owner_id',
    /`repository_id` is missing\. Names can be given to somebody else/,
  ],
  ['repository_owner_id: "9", ', '', '{ repository_id', /`repository_owner_id` is missing/],
  [', ref_type: branch', '', '{ repository_id', /any branch or tag could use it\. Add `environment/],
  [
    'repository_id: "123"',
    'repository_id: 123',
    '123',
    /a claim is text, or a list of texts\. Put the value in quotes/,
  ],
  ['repository_id: "123"', 'repository_id: "12*"', '"12*"', /an id is a number/],
  ['repository_id: "123"', 'repository_id: []', '[]', /too small|a list of at least one|claim is text/i],
  [CLAIMS, 'claims: { Repository: "1" }', 'Repository', /not the name of a claim/],
  ['project_id: "77", ', '', '{ environment', /`project_id` is missing/],
  [
    ', environment: [production, staging]',
    '',
    '{ project_id',
    /any branch or tag could use it\. Add `environment/,
  ],
]

describe('an error in the policy file', () => {
  it.each(ERRORS)('%s → %s', (from, to, place, says) => {
    const text = changed(from, to)
    const { errors, config } = checkConfig(text, 'sluice.yml')
    expect(config).toBeUndefined()
    const found = errors.filter(({ message, hint }) => says.test(`${message}. ${hint}`))
    expect(
      found.map(({ line, column }) => `${line}:${column}`),
      JSON.stringify(errors),
    ).toContain(positionIn(text, from, to, place))
  })

  /** The place within what was put in, or else anywhere in the text. */
  function positionIn(text: string, from: string, to: string, place: string): string {
    const start = VALID.indexOf(from)
    const inside = to.indexOf(place)
    if (inside === -1) return positionOf(text, place)
    const before = text.slice(0, start + inside).split('\n')
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  }

  it('never shows a value that may be a secret', () => {
    const secret = 'hunter2-s3cr3t'
    const places = [
      ['broker: env:ORDERS_BROKER_URL', `broker: "postgres://u:${secret}@h/d"`],
      ['password: file:/run/secrets/pw', `password: ${secret}`],
      ['ca: file:ca.pem', `ca: ${secret}`],
      ['statement_timeout: 5m', `statement_timeout: ${secret}`],
      ['database: app', `database: { ${secret} }`],
      ['mode: enforce', `mode: ${secret}`],
      ['version: 1', `version: "${secret}`],
      ['version: 1', `version: ${secret}\n ${secret}: [`],
      ['https://gitlab.com', `"https://u:${secret}@gitlab.com"`],
    ] as const
    for (const [from, to] of places) {
      const { errors } = checkConfig(changed(from, to), 'sluice.yml')
      expect(errors.length).toBeGreaterThan(0)
      expect(JSON.stringify(errors)).not.toContain(secret)
    }
  })

  it('allows plain TCP where the file says so in so many words', () => {
    const text = changed('mode: verify-full, ca: file:ca.pem', 'mode: disable, allow_plaintext: true')
    expect(checkConfig(text, 'sluice.yml').config?.targets['orders-prod']?.tls).toEqual({ mode: 'disable' })
  })
})

const WARNINGS: readonly (readonly [string, string, RegExp])[] = [
  ['allow: [{ rule: truncate,', 'allow: [{ rule: write,', /the exception from "write" can never count/],
  [
    'thresholds: { rows: 5000 }',
    'thresholds: { table_size: 1GB }',
    /thresholds\.table_size changes nothing: the guard reports no lock risk that it could hold/,
  ],
  [
    '{ rule: cascade, rows: 50, table_size: 1MB }',
    'many-rows',
    /thresholds\.rows changes nothing: the guard does not have the rule "many-rows"/,
  ],
  [
    'targets: [orders-prod, local]',
    'targets: [orders-prod]',
    /targets\.local: no access rule lets anybody reach it/,
  ],
  ['guard: orders', 'guard: strict', /guards\.orders: no access rule uses it/],
  ['mask: customers', 'ttl: 1h', /masks\.customers: no access rule uses it/],
  [
    'environment: [production, staging]',
    'environment: production, enviroment: x',
    /can never match: gitlab tokens have no claim `enviroment`\. Did you mean "environment"/,
  ],
  ['environment: [production, staging]', 'environment: "*"', /`\*` alone matches every value/],
  ['ref_type: branch', 'ref_type: tag', /can never fire: a tag is not called refs\/heads\/main/],
  ['ref_type: branch', 'ref_type: branch, actor: me', /can be chosen by whoever starts the job/],
  ['mode: verify-full, ca: file:ca.pem', 'mode: require', /does not verify the server/],
]

describe('a warning', () => {
  it.each(WARNINGS)('%s → %s', (from, to, says) => {
    const { config, errors, warnings } = checkConfig(changed(from, to), 'sluice.yml')
    expect(errors).toEqual([])
    expect(config?.warnings).toEqual(warnings)
    expect(
      warnings.some(({ message, hint }) => says.test(`${message}. ${hint}`)),
      JSON.stringify(warnings),
    ).toBe(true)
  })

  it('is given for a rule that an earlier one shadows, not for one that is narrower and earlier', () => {
    const rule = (name: string, ref: string) =>
      `  - { name: ${name}, issuer: github, targets: [orders-prod], claims: { repository_id: "123", repository_owner_id: "9", ref: ${ref}, ref_type: branch } }\n`
    const wide = rule('wide', '"refs/heads/*"')
    const narrow = rule('narrow', 'refs/heads/release')
    const shadowed = checkConfig(VALID + wide + narrow, 'sluice.yml').warnings
    expect(shadowed.map(({ message }) => message)).toEqual([
      'access[3] "narrow" can never fire: "wide" above it matches the same jobs',
    ])
    expect(checkConfig(VALID + narrow + wide, 'sluice.yml').warnings).toEqual([])
  })
})
