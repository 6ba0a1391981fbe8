// What calling a function does. Built-in functions that only compute have no effect; the unknown ones are effects.
import type { FuncCall, Node } from '@pgsql/types'
import type { Effect } from '../core/statement.ts'
import { fold } from './constants.ts'
import { COMPUTING, POSTGIS } from './data/extensions.ts'
import { STEADY, VOLATILE } from './data/functions.ts'
import { settingEffect } from './settings.ts'
import { dotted, parts } from './tree.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

const STEADY_NAMES = new Set(words(STEADY))
const VOLATILE_NAMES = new Set(words(VOLATILE))

/** Volatile, yet nothing is lost by calling them: clocks, randomness, sizes, positions. */
const HARMLESS = new RegExp(
  `^(${[
    'array_sample|array_shuffle|bernoulli|system|clock_timestamp|timeofday|current_query|currtid2|currval|lastval|nextval',
    'gen_random_uuid|uuidv4|uuidv7|random|random_normal|setseed|txid_status|unique_key_recheck|suppress_redundant_updates_trigger',
    'tsvector_update_trigger|tsvector_update_trigger_column|brin_summarize_new_values|brin_summarize_range|gin_clean_pending_list',
    'pg_advisory_unlock(_shared|_all)?|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_lock_status',
    'pg_(database_)?collation_actual_version|pg_current_wal_\\w+|pg_last_\\w+|pg_is_\\w+|pg_get_wal_replay_pause_state',
    'pg_(database|indexes|relation|table|tablespace|total_relation)_size|pg_export_snapshot|pg_jit_available',
    'pg_notification_queue_usage|pg_partition_(ancestors|tree)|pg_sequence_last_value|pg_get_sequence_data',
    'pg_stat_(clear_snapshot|force_next_flush|have_stats|get_(xact_\\w+|io|backend_io|backend_wal|recovery_prefetch))',
    'pg_xact_\\w+|pg_prepared_xact|pg_get_multixact_members|pg_control_\\w+|pg_available_wal_summaries|pg_get_wait_events',
  ].join('|')})$`,
)

/** Kinds of harm, first match wins. Names of extensions' functions are matched in any schema. */
const HARMFUL: readonly (readonly [object: string, names: RegExp])[] = [
  [
    'server-file',
    /^(pg_read_(binary_)?file|pg_ls_\w+|pg_stat_file|pg_current_logfile|pg_file_(write|read|rename|unlink|sync|length)|pg_logdir_ls|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings|pg_config|pg_read_server_files|lo_import(_with_oid)?|lo_export)$/,
  ],
  ['remote', /^(dblink\w*|postgres_fdw_\w+|http(_get|_post|_put|_delete|_patch|_head)?|net_http_\w+)$/],
  [
    'sql-text',
    /^((query|table|cursor|schema|database)_to_xml(schema|_and_xmlschema)?|ts_stat|ts_rewrite|xpath_table|crosstab\w*|connectby|exec|execute|run_command_on_\w+|cron_schedule\w*)$/,
  ],
  ['large-object', /^(lo_\w+|loread|lowrite)$/],
  [
    'replication',
    /^(pg_logical_\w+|pg_replication_\w+|pg_(create|copy)_(logical|physical)_\w+|pg_(create|copy)_(logical|physical)_replication_slot|pg_drop_replication_slot|pg_show_replication_origin_status|pg_sync_replication_slots|pg_wal_summary_contents|pg_get_wal_records_info\w*)$/,
  ],
  ['sleep', /^pg_sleep(_for|_until)?$/],
  ['sequence', /^setval$/],
  [
    'values',
    /^(pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items|pg_stat_statements|pg_show_all_settings_file|heap_page_items|get_raw_page|tuple_data_split|pg_prepared_statement|pg_cursor)$/,
  ],
  [
    'administration',
    /^(pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote|binary_upgrade_\w+|pg_stat_reset\w*|pg_stat_statements_reset|pg_backup_\w+|pg_(start|stop)_backup|pg_extension_config_dump)$/,
  ],
]

/** Others wait for them, also tools that are about to migrate. */
const ADVISORY = /^pg_(try_)?advisory_(xact_)?lock(_shared)?$/

/** Of extensions that compute only; trusted by name when unqualified or in the usual schemas. */
const EXTENSIONS = new Set([...words(COMPUTING), ...words(POSTGIS)])

/** The effect of one call; undefined when it only computes. */
export function callEffect(call: FuncCall): Effect | undefined {
  return effectOfName(parts(call.funcname), call.args)
}

/** The same for a function that is named without a call: a trigger's, an aggregate's. */
export function effectOfName(names: readonly string[], args?: readonly Node[]): Effect | undefined {
  const name = names.at(-1) ?? ''
  const schema = names.length > 1 ? names.at(-2) : undefined
  const builtIn = schema === undefined || schema === 'pg_catalog' || schema === 'information_schema'
  const full = dotted(builtIn ? [name] : names)
  for (const [object, pattern] of HARMFUL)
    if (pattern.test(name)) return { action: 'call', object, name: full }
  if (!builtIn)
    return extension(schema, name) ? undefined : { action: 'call', object: 'function', name: full }
  if (name === 'set_config') return setConfig(args)
  if (name === 'pg_notify') return { action: 'notify', object: 'channel' }
  if (ADVISORY.test(name)) return { action: 'lock', object: 'advisory', name: full }
  if (schema === 'information_schema') return undefined
  if (VOLATILE_NAMES.has(name))
    return HARMLESS.test(name) ? undefined : { action: 'call', object: 'administration', name: full }
  if (STEADY_NAMES.has(name) || extension(schema, name)) return undefined
  return { action: 'call', object: 'function', name: full }
}

const extension = (schema: string | undefined, name: string): boolean =>
  (schema === undefined || schema === 'public' || schema === 'extensions') && EXTENSIONS.has(name)

function setConfig(args: readonly Node[] | undefined): Effect {
  const name = fold(args?.[0])
  if (typeof name !== 'string')
    return { action: 'unknown', object: 'setting', detail: 'set_config with a name that is computed' }
  const value = fold(args?.[1])
  return settingEffect(name, value === undefined || value === null ? undefined : [String(value)])
}

/** True when the value may differ from row to row, so that a default made of it rewrites the table. */
export function isVolatile(names: readonly string[]): boolean {
  const name = names.at(-1) ?? ''
  return VOLATILE_NAMES.has(name) || !STEADY_NAMES.has(name)
}

/** True for functions whose result says nothing about the values they were given. */
export function isOpaque(names: readonly string[]): boolean {
  return (names.length === 1 || names[0] === 'pg_catalog') && OPAQUE.has(names.at(-1) ?? '')
}

const OPAQUE = new Set([
  'count',
  'row_number',
  'rank',
  'dense_rank',
  'percent_rank',
  'cume_dist',
  'ntile',
  'pg_typeof',
  'num_nonnulls',
  'num_nulls',
])

/** True when the function may return anything, whatever its arguments are. */
export function isForeign(names: readonly string[]): boolean {
  const name = names.at(-1) ?? ''
  const builtIn = names.length === 1 || names[0] === 'pg_catalog'
  return !builtIn || !(STEADY_NAMES.has(name) || VOLATILE_NAMES.has(name)) || READS.test(name)
}

/** Built-in functions that read rows by themselves, or what others have sent. */
const READS = new RegExp(
  [
    '^(query|table|cursor|schema|database)_to_xml',
    '^(ts_stat|ts_rewrite|pg_stat_get_activity|pg_stat_get_backend_activity|pg_mcv_list_items)$',
    '^(pg_prepared_statement|pg_cursor|lo_get|loread|pg_read_(binary_)?file|pg_logical_slot_(get|peek)_(binary_)?changes)$',
  ].join('|'),
)
