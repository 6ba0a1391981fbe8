// Which channels are read as a protocol of their own.
import type { MakeInterpreter } from '../interpreter.ts'
import { interpretSftp } from '../sftp/index.ts'

export function interpreterOf(
  kind: 'exec' | 'shell' | 'subsystem',
  text: string,
): MakeInterpreter | undefined {
  if (kind === 'subsystem') return text === 'sftp' ? interpretSftp : undefined
  return undefined
}
