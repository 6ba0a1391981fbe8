// The server's half of the login, towards the client: the session's key, and nothing else.
import type { Socket } from 'node:net'
import ssh2, { type AuthContext } from 'ssh2'
import { algorithms } from './algorithms.ts'
import { DISCONNECT, frame, MESSAGE } from './frames.ts'
import { sameKey } from './host-keys.ts'
import { Link } from './link.ts'
import type { Shared } from './shared.ts'

/** OpenSSH tries one key after another; who needs more than these has not got ours. */
const ATTEMPTS = 12
/** ssh2 asks for signs of life unless told otherwise. A client on this machine may be stopped as long as it wants. */
const NEVER_MS = 2 ** 31 - 1

export interface Welcome {
  /** It has sent its version: from now on it can be told something. */
  greeted(link: Link): void
  loggedIn(user: string, software: string): void
  /** It broke the protocol. */
  failed(): void
}

/** Takes an accepted client through key exchange and login. */
export function clientLogin(socket: Socket, shared: Shared, welcome: Welcome): void {
  const server = new ssh2.Server({
    hostKeys: [shared.identity.hostPrivateKey.reveal()],
    ident: 'Sluice',
    algorithms: algorithms(),
    keepaliveInterval: NEVER_MS,
  })
  server.on('connection', (client, { header }) => {
    const link = new Link(client, socket)
    let attempts = 0
    let user = ''
    // Where the socket broke, or the client said good-bye with a reason, its end is near.
    client.on('error', (error) => {
      const left = ('level' in error && error.level === 'socket') || 'code' in error
      if (!left) welcome.failed()
    })
    client.on('authentication', (asked) => {
      if (++attempts > ATTEMPTS) {
        link.disconnect('too many attempts to log in', DISCONNECT.NO_MORE_AUTH_METHODS)
        socket.end()
      } else if (accepts(asked, shared, link)) {
        user = asked.username
        asked.accept()
      } else asked.reject(['publickey'])
    })
    client.once('ready', () => welcome.loggedIn(user, header.versions.software ?? ''))
    welcome.greeted(link)
  })
  server.injectSocket(socket)
}

/** Also true for the question whether this key would do. */
function accepts(asked: AuthContext, { identity, users }: Shared, link: Link): boolean {
  if (!users.includes(asked.username)) {
    if (asked.method === 'none') banner(link, `this session is for the user ${users.join(' or ')}`)
    return false
  }
  if (asked.method !== 'publickey') return false
  if (asked.key.algo !== 'ssh-ed25519' || !sameKey(asked.key.data, identity.clientPublicKey)) return false
  if (!asked.signature) return true
  const key = ssh2.utils.parseKey(`ssh-ed25519 ${identity.clientPublicKey.toString('base64')}`)
  if (key instanceof Error || !asked.blob) return false
  return key.verify(asked.blob, asked.signature, asked.hashAlgo) === true
}

/** `ssh` shows it to its user before it gives up. */
function banner(link: Link, line: string): void {
  link.send(frame(MESSAGE.USERAUTH_BANNER, `sluice: ${line}\r\n`, ''))
}
