import type { Rule } from '../rule.ts'
import { becomeAccount } from './become-account.ts'
import { changeAccount } from './change-account.ts'
import { changeLog } from './change-log.ts'
import { tamperLog } from './tamper-log.ts'

export const ACCOUNTS: readonly Rule[] = [becomeAccount, changeAccount, tamperLog, changeLog]
