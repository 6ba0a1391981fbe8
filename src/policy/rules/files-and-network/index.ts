import type { Rule } from '../rule.ts'
import { dropReplication } from './drop-replication.ts'
import { foreignServer } from './foreign-server.ts'
import { largeObject } from './large-object.ts'
import { remoteQuery } from './remote-query.ts'
import { replication } from './replication.ts'
import { replicationFunction } from './replication-function.ts'
import { runProgram } from './run-program.ts'
import { serverFile } from './server-file.ts'

export const FILES_AND_NETWORK: readonly Rule[] = [
  runProgram,
  serverFile,
  largeObject,
  remoteQuery,
  foreignServer,
  replication,
  dropReplication,
  replicationFunction,
]
