import { connect, type Socket } from 'node:net'
import { SluiceError } from '../core/errors.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** While a statement waits for a person nothing is sent, and whatever is in between forgets connections that are silent. */
const QUIET_MS = 30_000

/** Plain TCP to a target. Throws `SluiceError` UPSTREAM_UNREACHABLE with the address and the system's reason. */
export function dial(target: { name: string; host: string; port: number }): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: target.host,
      port: target.port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: QUIET_MS,
    })
    const fail = (reason: string) => {
      socket.destroy()
      reject(unreachable(target, reason))
    }
    const failed = (error: NodeJS.ErrnoException) => fail(error.code ?? error.message)
    socket.once('error', failed)
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => fail(`no answer in ${CONNECT_TIMEOUT_MS / 1000} s`))
    socket.once('connect', () => {
      socket.off('error', failed)
      socket.setTimeout(0)
      resolve(socket)
    })
  })
}

function unreachable({ name, host, port }: { name: string; host: string; port: number }, reason: string) {
  return new SluiceError(
    'UPSTREAM_UNREACHABLE',
    `target ${name} at ${host}:${port} cannot be reached: ${reason}`,
    {
      hint: 'Check the target’s address in the policy file, and that this machine may connect to it',
    },
  )
}
