import type { Handlers } from '../walk.ts'
import { ALTERS } from './alter.ts'
import { CODE } from './code.ts'
import { COPY } from './copy.ts'
import { CREATES } from './create.ts'
import { DROPS } from './drop.ts'
import { MAINTENANCE } from './maintenance.ts'
import { RENAMES } from './rename.ts'
import { ROLES } from './roles.ts'
import { ROWS } from './rows.ts'
import { SERVER } from './server.ts'
import { SESSION } from './session.ts'

/** A handler for every statement of the grammar. */
export const STATEMENTS: Handlers = {
  ...ROWS,
  ...DROPS,
  ...ALTERS,
  ...RENAMES,
  ...CREATES,
  ...CODE,
  ...ROLES,
  ...SESSION,
  ...MAINTENANCE,
  ...SERVER,
  ...COPY,
}
