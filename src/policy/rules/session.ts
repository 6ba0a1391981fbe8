// The session's own state, and settings that outlive it.
import type { Effect } from '../../core/statement.ts'
import { type SettingKind, settingKind } from '../../sql/settings.ts'
import { type Rule, rule } from './rule.ts'

const STORED = ['role-setting', 'database-setting', 'system-setting']

/** SET of one of these kinds, here or stored, unless to the value that it should have. */
const changes = (effect: Effect, kind: SettingKind): boolean =>
  effect.name !== undefined && settingKind(effect.name) === kind && effect.detail !== 'to its safe value'
const reset = (effect: Effect): boolean => effect.detail === 'to its default'
const READ_WRITE = /^(default_)?transaction_read_only$/

export const SESSION: readonly Rule[] = [
  rule({
    id: 'text-setting',
    summary: 'settings that change how the server reads bytes and literals',
    match: [
      'SET standard_conforming_strings = off',
      "SET client_encoding = 'SJIS'",
      "SELECT set_config('client_encoding', 'SJIS', false)",
    ],
    ignore: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'text') && !reset(effect),
    keepsBlock: true,
    reason: (effect) =>
      `with ${effect.name} changed, the server reads other statements than the ones that were judged`,
    hint: 'Leave it as it is',
  }),
  rule({
    id: 'protection-setting',
    summary: 'settings that switch triggers or catalogue protection off, or row security for later sessions',
    match: [
      'ALTER ROLE app SET row_security = off',
      'SET session_replication_role = replica',
      'SET allow_system_table_mods = on',
      'SET search_path = public, pg_temp',
    ],
    ignore: ['SET row_security = off', "SET work_mem = '1MB'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) =>
      effect.detail === 'names pg_temp' ||
      (changes(effect, 'protection') &&
        !reset(effect) &&
        !READ_WRITE.test(effect.name ?? '') &&
        !(effect.object === 'setting' && effect.name === 'row_security')),
    reason: (effect) =>
      effect.name === 'search_path'
        ? 'with pg_temp in search_path, a permanent table may be meant where a temporary one was made'
        : `${effect.name} switches a protection of the server off`,
    hint: 'Leave it as it is',
  }),
  rule({
    id: 'row-security-off',
    summary:
      'SET row_security = off: queries fail where policies apply, but for roles that bypass them (dumps begin so)',
    match: ['SET row_security = off'],
    ignore: ['SET row_security = on', 'RESET row_security'],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => changes(effect, 'protection') && !reset(effect) && effect.name === 'row_security',
    reason: () => 'row_security = off shows all rows to roles that may bypass policies',
    hint: 'Leave it on',
  }),
  rule({
    id: 'read-write',
    summary: 'leaving READ ONLY',
    match: ['SET default_transaction_read_only = off', 'BEGIN READ WRITE'],
    ignore: ['BEGIN READ ONLY', 'BEGIN'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
    keepsBlock: true,
    reason: () => 'the session would no longer be read only',
    hint: 'Ask for a target with another guard',
  }),
  rule({
    id: 'library-setting',
    summary: 'settings that load code',
    match: ["SET local_preload_libraries = 'x'", "SET dynamic_library_path = '/x'"],
    ignore: ['SET jit = off', 'SET check_function_bodies = off'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'code') && effect.name !== 'check_function_bodies',
    keepsBlock: true,
    reason: (effect) => `${effect.name} makes the server load code`,
    hint: 'Leave it as it is',
  }),
  rule({
    id: 'check-function-bodies',
    summary: 'check_function_bodies off',
    match: ['SET check_function_bodies = off'],
    ignore: ['SET check_function_bodies = on'],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.name === 'check_function_bodies' && effect.detail === undefined,
    reason: () => 'the server would take functions that cannot work',
    hint: 'Leave it on',
  }),
  rule({
    id: 'search-path',
    summary: 'search_path: what unqualified names mean',
    match: ['SET search_path TO app, public', "SELECT set_config('search_path', '', false)"],
    ignore: ["SET work_mem = '1MB'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => changes(effect, 'names') && !reset(effect),
    reason: () => 'with another search_path, unqualified names mean other tables',
    hint: 'Write the schema in the statements',
  }),
  rule({
    id: 'timeout-off',
    summary: 'switching statement_timeout, lock_timeout or their kin off',
    match: ['SET statement_timeout = 0', "SET LOCAL lock_timeout = '0ms'"],
    ignore: ["SET LOCAL lock_timeout = '2s'", "SET statement_timeout TO '5min'"],
    actions: ['set', 'alter'],
    objects: ['setting', ...STORED],
    when: (effect) => effect.detail === 'switched off',
    reason: (effect) => `${effect.name} = 0 takes the limit away`,
    hint: 'Set a time that the statement needs',
  }),
  rule({
    id: 'audit-setting',
    summary: 'settings of logging and auditing, and those that nobody knows',
    match: ["SET log_statement = 'none'", "SET pgaudit.log = 'none'"],
    ignore: ["SET app.tenant = '1'", 'SET application_name = x', "SET TIME ZONE 'UTC'"],
    actions: ['set'],
    objects: ['setting'],
    when: (effect) => changes(effect, 'audit') && !reset(effect),
    reason: (effect) => `${effect.name} concerns what the server logs, or is not a setting of a session`,
    hint: 'Leave it as it is',
  }),
  rule({
    id: 'stored-setting',
    summary: 'ALTER ROLE or DATABASE … SET: settings of later sessions',
    match: ["ALTER ROLE app SET work_mem = '1GB'", "ALTER DATABASE app SET timezone = 'UTC'"],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['role-setting', 'database-setting'],
    reason: (effect) => `${effect.name} changes for sessions to come`,
    hint: 'Set it for this session',
  }),
  rule({
    id: 'system-setting',
    summary: 'ALTER SYSTEM',
    match: ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM RESET ALL'],
    ignore: ["SET work_mem = '1GB'"],
    actions: ['alter'],
    objects: ['system-setting'],
    keepsBlock: true,
    reason: (effect) => `ALTER SYSTEM changes ${effect.name} for the whole server`,
    hint: 'Let a database administrator do it',
  }),
  rule({
    id: 'set-role',
    summary: 'SET ROLE and RESET ROLE',
    match: ['RESET ROLE', 'SET ROLE app', "SELECT set_config('role', 'app', false)"],
    ignore: ['SET SESSION AUTHORIZATION app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'role',
    reason: () => 'the session would act as another role',
    hint: 'Ask for a target that has the role',
  }),
  rule({
    id: 'session-authorization',
    summary: 'SET SESSION AUTHORIZATION',
    match: ['SET SESSION AUTHORIZATION postgres'],
    ignore: ['SET ROLE app'],
    actions: ['set'],
    objects: ['identity'],
    when: (effect) => effect.name === 'session_authorization',
    keepsBlock: true,
    reason: () => 'the session would become another user',
    hint: 'Ask for a target that has the user',
  }),
  rule({
    id: 'two-phase',
    summary: 'PREPARE TRANSACTION, COMMIT PREPARED and ROLLBACK PREPARED',
    match: ["PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'"],
    ignore: ['COMMIT', 'ROLLBACK'],
    actions: ['transaction'],
    objects: ['two-phase'],
    reason: () =>
      'a prepared transaction holds its locks after the session, or ends one that was not judged here',
    hint: 'Commit in the session',
  }),
]
