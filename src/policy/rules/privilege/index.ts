import type { Rule } from '../rule.ts'
import { changeOwner } from './change-owner.ts'
import { changePolicy } from './change-policy.ts'
import { changeRole } from './change-role.ts'
import { disableRowSecurity } from './disable-row-security.ts'
import { dropPolicy } from './drop-policy.ts'
import { dropRole } from './drop-role.ts'
import { grant } from './grant.ts'
import { grantPredefinedRole } from './grant-predefined-role.ts'
import { grantRole } from './grant-role.ts'
import { powerfulRole } from './powerful-role.ts'
import { reassignOwned } from './reassign-owned.ts'
import { revoke } from './revoke.ts'
import { securityLabel } from './security-label.ts'
import { sessionAuthorization } from './session-authorization.ts'
import { setRole } from './set-role.ts'

export const PRIVILEGE: readonly Rule[] = [
  grant,
  revoke,
  grantRole,
  grantPredefinedRole,
  powerfulRole,
  changeRole,
  dropRole,
  changeOwner,
  reassignOwned,
  securityLabel,
  disableRowSecurity,
  changePolicy,
  dropPolicy,
  setRole,
  sessionAuthorization,
]
