import type { Rule } from '../rule.ts'
import { administration } from './administration.ts'
import { serverObject } from './server-object.ts'
import { systemSetting } from './system-setting.ts'

export const SERVER_WIDE: readonly Rule[] = [administration, serverObject, systemSetting]
