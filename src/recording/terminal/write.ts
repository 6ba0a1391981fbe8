import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { castFiles, TERMINAL_MEMBER, terminalsOf } from './cast.ts'

/** Puts the asciicasts of a `session.jsonl` into `dir` and returns their paths: none without a terminal. Throws when it cannot. */
export function writeCasts(dir: string, session: Buffer): string[] {
  if (!session.includes(TERMINAL_MEMBER)) return []
  return castFiles(terminalsOf(session)).map(([name, cast]) => {
    const path = join(dir, name)
    writeFileSync(path, cast, { mode: 0o600 })
    return path
  })
}
