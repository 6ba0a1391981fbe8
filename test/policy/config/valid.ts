// A policy file with every section, and a way to change one place of it.
export const VALID = `version: 1
server: { url: https://sluice.acme.internal }
issuers:
  github: { issuer: https://token.actions.githubusercontent.com }
  gitlab: { issuer: https://gitlab.com }
approvers:
  dba: { group: dba }
targets:
  orders-prod:
    protocol: postgres
    address: orders.db.internal:5432
    database: orders
    tls: { mode: verify-full, ca: file:ca.pem }
    credential: { provider: postgres-role, broker: env:ORDERS_BROKER_URL, owner: orders_owner }
  local:
    protocol: postgres
    address: "[::1]"
    database: app
    tls: { mode: disable }
    credential: { provider: static, user: app, password: file:/run/secrets/pw }
guards:
  orders:
    extends: strict
    mode: enforce
    hold: [drop-table, drop-column]
    allow: [{ rule: truncate, relations: [public.tmp_*] }, { rule: cascade, rows: 50, table_size: 1MB }]
    thresholds: { rows: 5000 }
    limits: { statement_timeout: 5m, lock_timeout: 5s, rows: 100000, bytes: 200MB }
masks:
  customers:
    columns: { public.customers.email: partial, public.customers.ssn: null, "*.*.password_hash": redact }
    detect: [payment-card, jwt]
access:
  - name: orders migrations from main
    issuer: github
    claims: { repository_id: "123", repository_owner_id: "9", ref: refs/heads/main, ref_type: branch }
    targets: [orders-prod]
    guard: orders
    mask: customers
    approval: { by: [dba], timeout: 2h }
  - name: nightly
    issuer: gitlab
    claims: { project_id: "77", environment: [production, staging] }
    targets: [orders-prod, local]
    ttl: 5m
`

/** Replaces one text that occurs exactly once. */
export function changed(from: string, to: string): string {
  if (VALID.split(from).length !== 2) throw new Error(`${from} does not occur once`)
  return VALID.replace(from, () => to)
}

/** Where `text` stands, as `line:column`. */
export function positionOf(source: string, text: string): string {
  const before = source.slice(0, source.indexOf(text)).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}
