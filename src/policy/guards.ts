// The guards that are built in, and how a guard of the policy file is folded into one table.
import { SluiceError } from '../core/errors.ts'
import type { Guard, Thresholds } from '../core/grant.ts'
import type { GuardConfig } from './config.ts'
import { suggest } from './nearest.ts'
import { RULE_IDS } from './rules/index.ts'

type Level = 'warn' | 'hold' | 'block'
type Table = Readonly<Record<string, Level>>

const levels = (level: Level, ids: string): Table =>
  Object.fromEntries(
    ids
      .trim()
      .split(/\s+/)
      .map((id) => [id, level]),
  )

const REFUSED =
  'does-not-parse cannot-analyse run-program server-file sql-text-function remote-query replication-function administration text-setting library-setting system-setting session-authorization powerful-role grant-predefined-role security-label native-code untrusted-extension catalog-write'

/** Command lines, for who is at work on a host: what loses data or gives away control is refused, what ordinary deploys do passes. */
const COMMANDS_STRICT: Table = {
  ...levels(
    'block',
    `remove-everything remove-system remove-recursive run-download write-critical write-disk power remove-package host-container
    remove-volume change-account change-firewall change-kernel tamper-log change-log expose-secret remove-from-cluster`,
  ),
  ...levels(
    'hold',
    `unknown-command unknown-program inline-code interactive-shell change-environment remove-file mirror-delete empty-file write-system
    write-startup change-permissions mount stop-service stop-process install-package run-container stop-container change-cluster
    change-schedule expose-environment send-to-host remote-shell unknown-sql`,
  ),
  ...levels('warn', `write-file start-service start-container become-account reach-host`),
}

/** For deploys: the loss of data is held. */
const COMMANDS_MIGRATIONS: Table = {
  ...levels(
    'block',
    `remove-everything run-download write-critical write-disk power host-container change-account`,
  ),
  ...levels(
    'hold',
    `unknown-command unknown-program inline-code interactive-shell change-environment remove-system remove-recursive empty-file write-system write-startup change-permissions mount stop-service install-package remove-package run-container remove-volume remove-from-cluster change-firewall change-kernel change-schedule tamper-log change-log expose-secret expose-environment send-to-host remote-shell unknown-sql`,
  ),
  ...levels(
    'warn',
    `remove-file mirror-delete stop-process stop-container change-cluster write-file start-service start-container become-account
    reach-host`,
  ),
}

const REQUESTS_HELD: Table = levels('hold', 'listed-request unsafe-request')

/** For people at work on production: what loses data is refused, what could is shown to somebody first. */
const STRICT: Table = {
  ...COMMANDS_STRICT,
  ...REQUESTS_HELD,
  ...levels('block', REFUSED),
  ...levels(
    'block',
    `drop-table drop-schema drop-database drop-owned drop-column drop-cascade drop-policy drop-replication drop-role truncate delete-all
    update-all large-object foreign-server change-owner reassign-owned disable-row-security row-security-off protection-setting cascade-constraint`,
  ),
  ...levels(
    'hold',
    `unknown unprepared drop-view drop-index drop-constraint drop-sequence drop-function drop-trigger drop-other delete-range update-range
    bulk-export masked-copy masked-predicate file-download catalog-values sleep replication server-object grant revoke grant-role change-role read-write check-function-bodies
    search-path timeout-off audit-setting stored-setting set-role two-phase unknown-function trigger-function create-rule event-trigger
    hidden-code security-definer extension foreign-code rename move-object attach-table detach-partition sequence-values change-policy disable-trigger
    replica-identity rewrite-table scan-table unique-constraint primary-key-index lock-table blocking-index blocking-maintenance empty-view many-rows cascade
    unlogged-table lossy-type unknown-call excepted-name backfill referential-action catalog-view extension-member drop-extension update-blanket`,
  ),
  ...levels('warn', 'masked-comparison required-column drop-not-null'),
}

/** For migrations: the loss of data is held, locks are warned about, ordinary DDL passes. */
const MIGRATIONS: Table = {
  ...COMMANDS_MIGRATIONS,
  ...REQUESTS_HELD,
  ...levels('block', REFUSED),
  ...levels(
    'hold',
    `drop-table drop-schema drop-database drop-owned drop-column drop-cascade drop-policy drop-replication drop-role truncate delete-all
    update-all delete-range large-object foreign-server reassign-owned disable-row-security protection-setting unknown unprepared
    drop-sequence masked-copy masked-predicate file-download catalog-values server-object replication grant-role change-role stored-setting set-role two-phase unknown-function
    create-rule event-trigger foreign-code attach-table detach-partition disable-trigger empty-view many-rows cascade unlogged-table lossy-type excepted-name
    catalog-view extension-member drop-extension update-blanket`,
  ),
  ...levels(
    'warn',
    `drop-view drop-index drop-constraint drop-function drop-trigger drop-other update-range bulk-export sleep grant revoke
    check-function-bodies row-security-off search-path timeout-off audit-setting trigger-function hidden-code security-definer extension change-policy
    replica-identity rewrite-table scan-table blocking-index blocking-maintenance masked-comparison rename move-object sequence-values lock-table change-owner cascade-constraint
    unknown-call unique-constraint backfill primary-key-index required-column drop-not-null`,
  ),
}

/** For reports and checks: whatever would change something is refused. */
const READ_ONLY: Table = {
  ...STRICT,
  ...levels('block', 'write read-write set-role search-path unsafe-request'),
}

const GIB = 1024 ** 3

/** Where migration tools keep which migrations ran: one row that is overwritten, or all rows written anew, at every run. */
const BOOKKEEPING: Guard['allow'] = [
  {
    rule: 'update-all',
    relations: [
      '*.alembic_version',
      '*.dbos_migrations',
      '*.knex_migrations_lock',
      '*.schema_info',
      '*.schema_version',
      'pgboss.version',
    ],
  },
  { rule: 'delete-all', relations: ['*.schema_migrations'] },
  { rule: 'truncate', relations: ['*.schema_migrations'] },
]

const builtIn = (name: string, rules: Table, thresholds: Thresholds, allow: Guard['allow'] = []): Guard => ({
  name,
  mode: 'enforce',
  rules,
  allow,
  thresholds,
})

export const BUILT_IN: Readonly<Record<'strict' | 'migrations' | 'read-only', Guard>> = {
  strict: builtIn('strict', STRICT, { rows: 10_000 }),
  migrations: builtIn('migrations', MIGRATIONS, { rows: 100_000, tableSize: 10 * GIB }, BOOKKEEPING),
  'read-only': builtIn('read-only', READ_ONLY, { rows: 10_000 }),
}

/** A guard by name with everything it extends folded in, `strict` unless it says otherwise. Throws `SluiceError` CONFIG_INVALID for an unknown name, rule or a circle. */
export function resolveGuard(name: string, guards: Readonly<Record<string, GuardConfig>>): Guard {
  return resolve(name, guards, [])
}

function resolve(
  name: string,
  guards: Readonly<Record<string, GuardConfig>>,
  seen: readonly string[],
): Guard {
  // An own guard may take a built-in's name and extend it.
  const own = seen.includes(name) || !Object.hasOwn(guards, name) ? undefined : guards[name]
  if (!own) {
    if (Object.hasOwn(BUILT_IN, name) && !(seen.includes(name) && seen.at(-1) !== name))
      return BUILT_IN[name as keyof typeof BUILT_IN]
    if (seen.includes(name)) throw invalid(`guard ${name} extends itself`)
    const names = [...new Set([...Object.keys(BUILT_IN), ...Object.keys(guards)])]
    throw new SluiceError('CONFIG_INVALID', `there is no guard ${name}`, { hint: suggest(name, names, '') })
  }
  const base = own.extends === undefined ? BUILT_IN.strict : resolve(own.extends, guards, [...seen, name])
  const allowed = own.allow ?? []
  const silent = new Set(allowed.filter((entry) => typeof entry === 'string'))
  const rules: Record<string, Level> = {}
  for (const [id, level] of Object.entries(base.rules)) if (!silent.has(id)) rules[id] = level
  for (const level of ['warn', 'hold', 'block'] as const)
    for (const id of own[level] ?? []) rules[known(id, name)] = level
  const exceptions = allowed.filter((entry) => typeof entry !== 'string')
  for (const entry of allowed) known(typeof entry === 'string' ? entry : entry.rule, name)
  // Who lists a rule means all of it: exceptions of the guard below are no longer those that were meant.
  const listed = new Set([own.block, own.hold, own.warn].flatMap((list) => list ?? []))
  const inherited = base.allow.filter(({ rule }) => !listed.has(rule))
  const thresholds = { ...base.thresholds, ...own.thresholds }
  const requests = [...(own.requests ?? []), ...(base.requests ?? [])]
  return {
    name,
    mode: own.mode ?? base.mode,
    rules,
    allow: [...inherited, ...exceptions],
    thresholds,
    ...(requests.length > 0 && { requests }),
  }
}

function known(id: string, guard: string): string {
  if (!RULE_IDS.includes(id)) throw invalid(`guard ${guard} names the rule ${id}, which does not exist`)
  return id
}

const invalid = (message: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', message, { hint: "Correct the section 'guards' of the policy file" })
