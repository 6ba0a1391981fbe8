// Which channels are read as a protocol of their own: their bytes pass as they are, and what is moved is told.
import type { MakeInterpreter } from '../interpreter.ts'
import { interpretSftp } from '../sftp/index.ts'
import { passBytes } from './opaque.ts'
import { transferOf } from './programs.ts'
import { interpretScp } from './scp.ts'

export function interpreterOf(
  kind: 'exec' | 'shell' | 'subsystem',
  text: string,
): MakeInterpreter | undefined {
  if (kind === 'subsystem') return text === 'sftp' ? interpretSftp : undefined
  const transfer = kind === 'exec' ? transferOf(text) : undefined
  if (!transfer) return undefined
  if (transfer.program === 'sftp') return interpretSftp
  return transfer.program === 'scp' ? interpretScp(transfer) : passBytes
}
