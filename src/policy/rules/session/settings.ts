// What the rules about settings share.
import type { Effect } from '../../../core/statement.ts'
import { type SettingKind, settingKind } from '../../../sql/settings.ts'

/** Settings that are kept for later sessions. */
export const STORED = ['role-setting', 'database-setting', 'system-setting']

/** SET of one of these kinds, here or stored, unless to the value that it should have. */
export const changes = (effect: Effect, kind: SettingKind): boolean =>
  effect.name !== undefined && settingKind(effect.name) === kind && effect.detail !== 'to its safe value'

export const reset = (effect: Effect): boolean => effect.detail === 'to its default'

export const READ_WRITE = /^(default_)?transaction_read_only$/
