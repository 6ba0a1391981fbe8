// TLS to the target, before anything else is said: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL
import { isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms, Tls } from '../../core/grant.ts'
import { int32 } from './frames.ts'
import { CODE } from './startup.ts'

/** The strictest when the terms do not say. */
export function tlsOf({ tls = { mode: 'verify-full' } }: TargetTerms): Tls {
  return tls
}

/** Options of `node:tls` by mode; the catalogue's connection uses the same. */
export function tlsOptions(terms: TargetTerms): ConnectionOptions {
  const { mode, ca, serverName } = tlsOf(terms)
  const name = serverName ?? terms.host
  const options: ConnectionOptions = {
    host: name,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['postgresql'],
    rejectUnauthorized: mode !== 'require',
    ...(ca === undefined ? {} : { ca }),
    ...(isIP(name) ? {} : { servername: name }),
  }
  if (mode !== 'verify-full') options.checkServerIdentity = () => undefined
  return options
}

/** Asks for TLS and sets it up, or gives the socket back as it is when the mode is `disable`. Throws `SluiceError`. */
export async function secure(socket: Socket, terms: TargetTerms): Promise<Socket | TLSSocket> {
  if (tlsOf(terms).mode === 'disable') return socket
  socket.write(int32(8, CODE.ssl))
  const answer = await once(socket, terms)
  if (answer.length !== 1)
    throw refused(terms, 'sent bytes behind its answer to the request for TLS', 'Somebody may be in the way.')
  if (answer[0] !== 0x53)
    throw refused(
      terms,
      answer[0] === 0x4e ? 'does not offer TLS' : 'did not answer the request for TLS',
      'Turn TLS on at the server, or set `tls: { mode: disable }` for this target if the way to it is safe.',
    )
  return await new Promise<TLSSocket>((resolve, reject) => {
    const tls = connect({ socket, ...tlsOptions(terms) })
    const failed = (error: Error) => reject(untrusted(terms, error))
    const ended = () => reject(refused(terms, 'closed the connection during the TLS handshake'))
    tls.once('error', failed)
    tls.once('close', ended)
    tls.once('secureConnect', () => {
      tls.off('error', failed)
      tls.off('close', ended)
      if (tls.alpnProtocol !== false && tls.alpnProtocol !== 'postgresql')
        return reject(refused(terms, 'speaks another protocol over TLS'))
      resolve(tls)
    })
  })
}

/** One chunk from a socket that has no reader yet. */
function once(socket: Socket, terms: TargetTerms): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      socket.off('data', data).off('error', gone).off('close', gone)
      act()
    }
    const data = (chunk: Buffer) => {
      socket.pause()
      settle(() => resolve(chunk))
    }
    const gone = () => settle(() => reject(unreachable(terms, 'closed the connection before it answered')))
    socket.on('data', data).on('error', gone).on('close', gone)
  })
}

const address = (terms: TargetTerms) => `${terms.host}:${terms.port}`

export function unreachable(terms: TargetTerms, what: string): SluiceError {
  return new SluiceError('UPSTREAM_UNREACHABLE', `Target ${terms.name} (${address(terms)}) ${what}`, {
    hint: 'Check the address in sluice.yml, and that this machine may reach it.',
  })
}

export function refused(terms: TargetTerms, what: string, hint?: string): SluiceError {
  const message = `Target ${terms.name} (${address(terms)}) ${what}`
  return new SluiceError('UPSTREAM_REFUSED', message, hint === undefined ? {} : { hint })
}

function untrusted(terms: TargetTerms, error: Error): SluiceError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'TLS error'
  const name = tlsOf(terms).serverName ?? terms.host
  const wrongName = code === 'ERR_TLS_CERT_ALTNAME_INVALID'
  const message = wrongName
    ? `The certificate of target ${terms.name} (${address(terms)}) is not for the name ${name}`
    : `The TLS certificate of target ${terms.name} (${address(terms)}) could not be verified (${code})`
  const hint = wrongName
    ? 'Set `tls.server_name` to a name in the certificate, or reach the target by such a name.'
    : 'Give the authority that signed it as `tls: { ca: file:PATH }`.'
  return new SluiceError('UPSTREAM_TLS', message, { hint })
}
