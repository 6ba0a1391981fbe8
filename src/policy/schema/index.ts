import { z } from 'zod'
import { access } from './access.ts'
import { guards } from './guards.ts'
import { approvers, issuers } from './issuers.ts'
import { masks } from './masks.ts'
import { server } from './server.ts'
import { targets } from './targets.ts'
import { cause } from './values.ts'

/** The policy file as it is written; every section but `version` may be left out. */
export const file = z
  .strictObject({
    version: z
      .literal(1, cause('not a version of this file', 'Write version: 1'))
      .describe('Version of this file’s form: 1.'),
    server: server.optional(),
    issuers: issuers.optional(),
    approvers: approvers.optional(),
    targets: targets.optional(),
    guards: guards.optional(),
    masks: masks.optional(),
    access: access.optional(),
  })
  .describe('Policy of Sluice: who may reach what, and what may be done there.')

export type File = z.output<typeof file>

export interface JsonSchema {
  readonly [key: string]: unknown
}

/** JSON Schema (2020-12) of the file, for editors. */
export function jsonSchema(): JsonSchema {
  return { title: 'sluice.yml', ...z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' }) }
}
