import type { Rule } from '../rule.ts'
import { auditSetting } from './audit-setting.ts'
import { checkFunctionBodies } from './check-function-bodies.ts'
import { librarySetting } from './library-setting.ts'
import { protectionSetting } from './protection-setting.ts'
import { readWrite } from './read-write.ts'
import { rowSecurityOff } from './row-security-off.ts'
import { searchPath } from './search-path.ts'
import { storedSetting } from './stored-setting.ts'
import { textSetting } from './text-setting.ts'
import { timeoutOff } from './timeout-off.ts'
import { twoPhase } from './two-phase.ts'
import { write } from './write.ts'

export const SESSION: readonly Rule[] = [
  write,
  readWrite,
  textSetting,
  protectionSetting,
  rowSecurityOff,
  librarySetting,
  checkFunctionBodies,
  searchPath,
  timeoutOff,
  auditSetting,
  storedSetting,
  twoPhase,
]
