import { chmodSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { SluiceError } from '../core/errors.ts'

export interface Listener {
  readonly host: '127.0.0.1'
  readonly port: number
  /** Path of the unix socket, where there is one. */
  readonly socket?: string
  /** Stops accepting; connections that are open stay. */
  close(): void
}

export interface ListenOptions {
  readonly target: string
  /** 0 for any free one. */
  readonly port: number
  /** A directory of mode 0700. */
  readonly dir: string
  /** File name of the unix socket; undefined when the protocol's clients use none. */
  socketName?(port: number): string
  /** Gets each accepted client, paused. */
  accept(client: Socket): void
}

/** `sun_path` holds 104 bytes on macOS, 108 on Linux, with the closing zero. */
const LONGEST_SOCKET_PATH = 103

export async function listen(options: ListenOptions): Promise<Listener> {
  const servers: Server[] = []
  const open = async (where: { port: number } | { path: string }): Promise<Server> => {
    const server = createServer({ pauseOnConnect: true, noDelay: true }, options.accept)
    await bind(server, where, options)
    servers.push(server)
    return server
  }
  const tcp = await open({ port: options.port })
  const { port } = tcp.address() as AddressInfo
  const socket = socketPath(options, port)
  if (socket) {
    rmSync(socket, { force: true })
    await open({ path: socket })
    chmodSync(socket, 0o600)
  }
  return {
    host: '127.0.0.1',
    port,
    ...(socket ? { socket } : {}),
    close: () => {
      for (const server of servers) server.close()
    },
  }
}

function socketPath({ dir, socketName }: ListenOptions, port: number): string | undefined {
  if (process.platform === 'win32' || !socketName) return undefined
  const path = join(dir, socketName(port))
  return Buffer.byteLength(path) > LONGEST_SOCKET_PATH ? undefined : path
}

function bind(
  server: Server,
  where: { port: number } | { path: string },
  { target }: ListenOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindError(error, where, target)))
    server.listen('port' in where ? { host: '127.0.0.1', exclusive: true, ...where } : where, resolve)
  })
}

function bindError(
  error: NodeJS.ErrnoException,
  where: { port: number } | { path: string },
  target: string,
): SluiceError {
  const place = 'port' in where ? `127.0.0.1:${where.port}` : where.path
  if (error.code === 'EADDRINUSE')
    return new SluiceError('CONFIG_INVALID', `${place} is in use, so target ${target} cannot listen there`, {
      hint: `Give another port with ${target}=PORT, or none for a free one`,
    })
  if (error.code === 'EACCES')
    return new SluiceError('CONFIG_INVALID', `this user may not listen on ${place} for target ${target}`, {
      hint: `Give a port above 1023 with ${target}=PORT, or none for a free one`,
    })
  return new SluiceError('DAEMON_FAILED', `target ${target} cannot listen on ${place} (${error.code})`)
}
