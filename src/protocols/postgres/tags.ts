// What a command tag says of the names of statements and cursors.
import { type Names, Prepared } from './names.ts'
import { named } from './naming.ts'
import { Run } from './run.ts'

/** The run was answered with the tag. */
export function follow(names: Names, { statement, outdated }: Run, tag: string): void {
  const { effects } = statement.analysis
  switch (tag) {
    case 'PREPARE':
      for (const name of named(effects, 'prepare', 'statement')) names.done(new Prepared(name, statement, 0))
      break
    case 'DEALLOCATE':
      for (const name of named(effects, 'prepare', 'deallocate')) names.done(new Prepared(name, undefined, 0))
      break
    case 'DECLARE CURSOR':
      for (const name of named(effects, 'cursor', 'cursor')) {
        const cursor = new Run(name, statement)
        // Definitions may have changed since it was sent.
        cursor.outdated = outdated
        names.bound(cursor)
      }
      break
    case 'CLOSE CURSOR':
      for (const name of named(effects, 'cursor', 'close')) names.closingPortal(name)
      break
    case 'DISCARD ALL':
      names.forgetPrepared()
      names.forgetPortals()
      break
    case 'DEALLOCATE ALL':
      names.forgetPrepared()
      break
    case 'CLOSE CURSOR ALL':
      names.forgetPortals()
      break
    default:
  }
}
