// Which settings matter to what a proxy relies on.
import type { Effect } from '../core/statement.ts'
import { USER_SETTINGS } from './data/settings.ts'

const USER = new Set(USER_SETTINGS.trim().split(/\s+/))

/** What changing a setting touches; rules speak of these kinds. */
export type SettingKind =
  | 'text' // how the server reads bytes and literals
  | 'identity' // who the session is
  | 'protection' // row security, triggers, catalogue locks, read-only
  | 'code' // loads libraries or changes what is checked
  | 'names' // what unqualified names mean
  | 'limit' // timeouts
  | 'audit' // what the server logs
  | 'plain'

const KINDS: Readonly<Record<string, SettingKind>> = {
  client_encoding: 'text',
  standard_conforming_strings: 'text',
  backslash_quote: 'text',
  // What a name in a body means.
  'plpgsql.variable_conflict': 'text',
  role: 'identity',
  session_authorization: 'identity',
  row_security: 'protection',
  // By its counters it is known how many rows a transaction changed.
  track_counts: 'protection',
  session_replication_role: 'protection',
  allow_system_table_mods: 'protection',
  event_triggers: 'protection',
  ignore_system_indexes: 'protection',
  ignore_checksum_failure: 'protection',
  zero_damaged_pages: 'protection',
  lo_compat_privileges: 'protection',
  restrict_nonsystem_relation_kind: 'protection',
  default_transaction_read_only: 'protection',
  transaction_read_only: 'protection',
  transform_null_equals: 'protection',
  local_preload_libraries: 'code',
  session_preload_libraries: 'code',
  dynamic_library_path: 'code',
  extension_control_path: 'code',
  check_function_bodies: 'code',
  search_path: 'names',
  statement_timeout: 'limit',
  lock_timeout: 'limit',
  transaction_timeout: 'limit',
  idle_in_transaction_session_timeout: 'limit',
  idle_session_timeout: 'limit',
}

/** Values that leave things as a session has them, or make them stricter. */
const SAFE: Readonly<Record<string, RegExp>> = {
  client_encoding: /^'?(utf-?8|unicode)'?$/i,
  standard_conforming_strings: /^(on|true|yes|1)$/i,
  backslash_quote: /^(safe_encoding|off|false|no|0)$/i,
  'plpgsql.variable_conflict': /^error$/i,
  row_security: /^(on|true|yes|1)$/i,
  track_counts: /^(on|true|yes|1)$/i,
  session_replication_role: /^origin$/i,
  event_triggers: /^(on|true|yes|1)$/i,
  default_transaction_read_only: /^(on|true|yes|1)$/i,
  transaction_read_only: /^(on|true|yes|1)$/i,
  transform_null_equals: /^(off|false|no|0)$/i,
  allow_system_table_mods: /^(off|false|no|0)$/i,
  restrict_nonsystem_relation_kind: /^view, ?foreign-table$/i,
  check_function_bodies: /^(on|true|yes|1)$/i,
}

// Dotted names are the application's own, unless an extension watches them.
const WATCHED =
  /^(pgaudit|auto_explain|sepgsql|anon|pg_tle|plv8|plpython|plperl|pltcl|set_user|supautils|cron)\./

export function settingKind(name: string): SettingKind {
  const folded = name.toLowerCase()
  const kind = KINDS[folded]
  if (kind) return kind
  if (folded.includes('.')) return WATCHED.test(folded) ? 'audit' : 'plain'
  return USER.has(folded) || folded === 'timezone' ? 'plain' : 'audit'
}

/** `values` as written; undefined for RESET, DEFAULT and what is computed. Values never enter the effect. */
export function settingEffect(name: string, values: readonly string[] | undefined): Effect {
  const folded = name.toLowerCase()
  const value = values?.length === 1 ? (values[0] ?? '').trim() : undefined
  const safe = value !== undefined && (SAFE[folded]?.test(value) ?? false)
  // A temporary table hides the permanent one of its name only while pg_temp comes first.
  const named = folded === 'search_path' && (values?.some((item) => /pg_temp/i.test(item)) ?? false)
  const off = settingKind(folded) === 'limit' && value !== undefined && /^0+\s*[a-z]*$/i.test(value)
  return {
    action: 'set',
    object: settingKind(folded) === 'identity' ? 'identity' : 'setting',
    name: folded,
    ...(safe && { detail: 'to its safe value' }),
    ...(off && { detail: 'switched off' }),
    ...(named && { detail: 'names pg_temp' }),
  }
}

/** True when later names may mean other things. */
export function movesNames(name: string): boolean {
  const kind = settingKind(name)
  return kind === 'names' || kind === 'identity' || kind === 'text' || name.toLowerCase() === 'row_security'
}

/** After it, a name without its schema may mean another thing. What a definition would do, nobody did. */
export const movesOthers = ({ action, name, via }: Effect): boolean =>
  action === 'set' && via?.[0] !== 'definition' && movesNames(name ?? 'all')
