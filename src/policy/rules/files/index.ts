import type { Rule } from '../rule.ts'
import { changePermissions } from './change-permissions.ts'
import { emptyFile } from './empty-file.ts'
import { mirrorDelete } from './mirror-delete.ts'
import { mount } from './mount.ts'
import { removeEverything } from './remove-everything.ts'
import { removeFile } from './remove-file.ts'
import { removeRecursive } from './remove-recursive.ts'
import { removeSystem } from './remove-system.ts'
import { writeCritical } from './write-critical.ts'
import { writeDisk } from './write-disk.ts'
import { writeFile } from './write-file.ts'
import { writeStartup } from './write-startup.ts'
import { writeSystem } from './write-system.ts'

export const FILES: readonly Rule[] = [
  removeEverything,
  removeSystem,
  removeRecursive,
  removeFile,
  mirrorDelete,
  emptyFile,
  writeSystem,
  writeCritical,
  writeStartup,
  writeFile,
  changePermissions,
  writeDisk,
  mount,
]
